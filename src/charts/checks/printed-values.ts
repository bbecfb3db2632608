import { parsePrinted } from '../axes/numbers.ts';
import { gapOf, middleOf } from '../bounds.ts';
import type { Label, SeriesPoint } from '../types.ts';

/** A number printed near the marks. */
export interface PrintedValue {
  readonly label: Label;
  readonly value: number;
  /** Half a unit of its last digit. */
  readonly half: number;
}

/** A point and the number at its mark. */
export interface Pairing<P extends SeriesPoint> {
  readonly point: P;
  readonly printed: PrintedValue;
  /** The number says what was measured. */
  readonly agrees: boolean;
}

/** The labels that are nothing but a number. */
export function printedValues(labels: readonly Label[]): readonly PrintedValue[] {
  const comma = labels.some(({ text }) => /\d,\d{1,2}(?!\d)/.test(text));
  return labels.flatMap(label => {
    const found = parsePrinted(label.text, comma ? 'comma' : 'point') ?? parsePrinted(label.text);
    if (!found) return [];
    const letters = found.value === 0 ? 1 : scaleIn(label.text, found.value);
    return [{ label, value: found.value, half: 0.5 * 10 ** -found.decimals * letters }];
  });
}

/** By how much letters behind the digits multiply: "1.2k" prints tenths of a thousand. */
function scaleIn(text: string, value: number): number {
  const digits = /[\d.,]*\d/.exec(text)?.[0].replace(/,/g, '');
  const ratio = Math.abs(value / Number(digits));
  const scale = 10 ** (Math.round(Math.log10(ratio) / 3) ** 1);
  return Number.isFinite(ratio) && ratio >= 999 && scale > 0 ? ratio : 1;
}

/** Numbers whose unit differs from the axis' by so much are still the same numbers. */
const FACTORS = [1, 1e-3, 1e3, 1e-6, 1e6, 1e-2, 1e2, 1e-9, 1e9] as const;

/**
 * Each point with the number printed at it, one number a point: first the nearest pairs that agree, then, for what is
 * left, a number that stands at one mark alone and says something else.
 */
export function pairUp<P extends SeriesPoint>(
  points: readonly P[],
  values: readonly PrintedValue[],
): readonly Pairing<P>[] {
  const near = points.flatMap(point =>
    values.flatMap(printed => {
      const gap = gapOf(printed.label, point.bounds);
      return gap <= REACH * printed.label.size ? [{ point, printed, gap: apart(printed, point) }] : [];
    }),
  );
  const tries = FACTORS.map(factor => agreeing(near, factor));
  const best = tries.reduce((a, b) => (b.length > 1.5 * a.length + 2 ? b : a));
  const taken = new Set<unknown>(best.flatMap(({ point, printed }) => [point, printed.label]));
  const odd = near.filter(({ point, printed }) => !taken.has(point) && !taken.has(printed.label));
  const alone = odd.filter(
    ({ point, printed }) =>
      odd.filter(other => other.point === point).length === 1 &&
      odd.filter(other => other.printed === printed).length === 1,
  );
  return [...best, ...alone.map(({ point, printed }) => ({ point, printed, agrees: false }))];
}

/** In ems. */
const REACH = 1.3;

interface Near<P> {
  readonly point: P;
  readonly printed: PrintedValue;
  readonly gap: number;
}

/** Between the middle of a label and its mark's nearest end. */
function apart({ label }: PrintedValue, { bounds }: SeriesPoint): number {
  const { x, y } = middleOf(label);
  return gapOf({ x0: x, x1: x, y0: y, y1: y }, bounds);
}

function agreeing<P extends SeriesPoint>(near: readonly Near<P>[], factor: number): Pairing<P>[] {
  const taken = new Set<unknown>();
  const pairs: Pairing<P>[] = [];
  for (const { point, printed, gap: _ } of [...near].sort((a, b) => a.gap - b.gap)) {
    if (taken.has(point) || taken.has(printed.label)) continue;
    const value = printed.value * factor;
    const half = printed.half * factor;
    if (Math.abs(value - point.y) > half + Math.max(2 * point.tolerance, 0.004 * Math.abs(value))) continue;
    taken.add(point).add(printed.label);
    pairs.push({ point, printed: { ...printed, value, half }, agrees: true });
  }
  return pairs;
}
