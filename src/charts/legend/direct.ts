import type { Bounds } from '../../domain/mark.ts';
import { gapOf, grown, heightOf, holds, middleOf, unionOf } from '../bounds.ts';
import { colorDistance, isGray } from '../colors.ts';
import { joinLines } from '../text/index.ts';
import type { Label, Series } from '../types.ts';

export interface Named {
  readonly series: readonly Series[];
  /** The labels that name them. */
  readonly used: ReadonlySet<Label>;
}

/**
 * Series that no legend names, named by the words at the end of their line, in their band, or in their ink beside them.
 * A label names one series; words in another colour than the series' name none.
 */
export function nameDirectly(series: readonly Series[], labels: readonly Label[]): Named {
  const words = labels.filter(isName);
  const along = namedAlong(series, words);
  if (along) return withNames(series, along, labels);
  const claims = series
    .flatMap(one => (one.name === '' ? words.flatMap(label => claimOf(one, label)) : []))
    // Words beside the only line may be a remark on it: they name it in its own ink alone.
    .filter(({ inked }) => inked || series.length > 1);
  const names = new Map<Series, Label>();
  const taken = new Set<Label>();
  for (const { one, label } of claims.sort((a, b) => a.cost - b.cost)) {
    if (names.has(one) || taken.has(label)) continue;
    names.set(one, label);
    taken.add(label);
  }
  const last = lastOne(series, names, words);
  if (last) names.set(...last);
  return withNames(series, names, labels);
}

/** Where all lines but one are named, the only words left among them are the last one's. */
function lastOne(
  series: readonly Series[],
  names: ReadonlyMap<Series, Label>,
  words: readonly Label[],
): readonly [Series, Label] | null {
  const unnamed = series.filter(one => one.name === '' && !names.has(one));
  const plot = unionOf(series.flatMap(line => line.points.map(point => point.bounds)));
  const taken = new Set(names.values());
  const next = new Set([...taken].flatMap(label => withNextLines(label, words, taken)));
  const left = words.filter(label => {
    const { x, y } = middleOf(label);
    return !next.has(label) && isGray(label.color) && holds(plot, { x0: x, x1: x, y0: y, y1: y });
  });
  const alone = series.length > 2 && unnamed.length === 1 && left.length === 1;
  return alone && unnamed[0]!.kind === 'line' ? [unnamed[0]!, left[0]!] : null;
}

function withNames(
  series: readonly Series[],
  names: ReadonlyMap<Series, Label>,
  labels: readonly Label[],
): Named {
  const taken = new Set(names.values());
  const whole = new Map([...names].map(([one, label]) => [one, withNextLines(label, labels, taken)]));
  for (const lines of whole.values()) for (const line of lines) taken.add(line);
  return {
    series: series.map(one => {
      const lines = whole.get(one);
      return lines ? { ...one, name: withoutValue(joinLines(lines).text) } : one;
    }),
    used: taken,
  };
}

/** Letters or a range of ages or years; level, and few: longer ones are remarks. */
function isName({ text, angle }: Label): boolean {
  const named = /\p{L}{2}/u.test(text) || /^\d{1,4}(?:\s?[-–]\s?\d{1,4}|\+)$/.test(text);
  return angle === 0 && text.length <= 40 && named;
}

interface Claim {
  readonly one: Series;
  readonly label: Label;
  readonly cost: number;
  /** The words are in the series' ink. */
  readonly inked: boolean;
}

function claimOf(one: Series, label: Label): readonly Claim[] {
  const inked = !isGray(label.color);
  const own = inked && colorDistance(label.color, one.color) < OWN_INK;
  if (inked && !own) return [];
  const distance =
    one.kind === 'line' ? fromEnds(one, label, own) : one.kind === 'area' ? fromBand(one, label) : null;
  return distance === null ? [] : [{ one, label, cost: distance / label.size - (own ? 10 : 0), inked: own }];
}

/** Letters are at times set a little darker than the line that they name. */
const OWN_INK = 0.16;

/**
 * As many words among the lines as there are lines, each nearest to another one: every line's name, wherever along it.
 * Null where there are more or fewer, or one lies about as near to two lines.
 */
function namedAlong(series: readonly Series[], words: readonly Label[]): ReadonlyMap<Series, Label> | null {
  const lines = series.filter(one => one.kind === 'line' && one.name === '' && one.points.length > 1);
  if (lines.length < 2 || lines.length !== series.length) return null;
  const plot = unionOf(lines.flatMap(line => line.points.map(point => point.bounds)));
  const inside = words.filter(
    label => isGray(label.color) && holds(grown(plot, FARTHEST * label.size), label),
  );
  if (inside.length !== lines.length) return null;
  const names = new Map<Series, Label>();
  for (const label of inside) {
    const near = lines.map(line => ({ line, gap: gapAcross(line, label) })).sort((a, b) => a.gap - b.gap);
    const [first, second] = near;
    if (!first || !second || first.gap > FARTHEST * label.size || names.has(first.line)) return null;
    if (second.gap < first.gap + 0.35 * label.size) return null;
    names.set(first.line, label);
  }
  return names;
}

/** In ems. */
const FARTHEST = 6;

/** How far above or below a line words stand; 0 where it passes through them. */
function gapAcross({ points }: Series, label: Label): number {
  const { x } = middleOf(label);
  const spots = points.map(({ bounds }) => middleOf(bounds)).sort((a, b) => a.x - b.x);
  const i = spots.findIndex(spot => spot.x >= x);
  const [a, b] = [spots[i - 1], spots[i]];
  if (!a || !b) return Number.POSITIVE_INFINITY;
  const y = a.y + ((x - a.x) / Math.max(b.x - a.x, 1e-6)) * (b.y - a.y);
  return Math.max(label.y0 - y, y - label.y1, 0);
}

/** Right beside a line's last or first point; in the line's ink also above, below or along it. */
function fromEnds({ points }: Series, label: Label, own: boolean): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const { size } = label;
  const gaps = [last, first].flatMap(({ bounds }, i) => {
    const { x, y } = middleOf(bounds);
    const dx = i === 0 ? label.x0 - x : x - label.x1;
    const dy = Math.abs(middleOf(label).y - y);
    const beside = dx > -0.3 * size && dx < 3 * size && dy < (own ? 2 : 0.7) * size;
    return beside ? [Math.hypot(dx / 4, dy) + i * 0.5 * size] : [];
  });
  if (own)
    gaps.push(...points.map(({ bounds }) => gapOf(label, bounds) + size).filter(gap => gap < 3.5 * size));
  return gaps.length > 0 ? Math.min(...gaps) : null;
}

/** Within a band, or right beside its end. */
function fromBand({ points }: Series, label: Label): number | null {
  const { x, y } = middleOf(label);
  const inside = (box: Bounds) => y > box.y0 && y < box.y1 && heightOf(box) > 0.8 * label.size;
  const apart = ({ bounds }: Series['points'][number]) => Math.abs(middleOf(bounds).x - x);
  const [a, b] = [...points].sort((p, q) => apart(p) - apart(q));
  if (a && b && inside(a.bounds) && inside(b.bounds)) return 0;
  const last = points.at(-1);
  if (!last) return null;
  const dx = label.x0 - middleOf(last.bounds).x;
  return dx > -0.3 * label.size && dx < 3 * label.size && inside(last.bounds) ? dx : null;
}

/** A name may stand on several lines of the same letters. */
function withNextLines(label: Label, labels: readonly Label[], taken: ReadonlySet<Label>): readonly Label[] {
  const lines = [label];
  for (let next = nextTo(lines, labels, taken); next; next = nextTo(lines, labels, taken)) lines.push(next);
  return lines;
}

function nextTo(
  lines: readonly Label[],
  labels: readonly Label[],
  taken: ReadonlySet<Label>,
): Label | undefined {
  const { x0, x1, y0, y1 } = unionOf(lines);
  const [{ color, size }] = lines as readonly [Label, ...Label[]];
  return labels.find(other => {
    const gap = Math.max(other.y0 - y1, y0 - other.y1);
    const alike = other.color === color && other.angle === 0 && Math.abs(other.size - size) < 0.3;
    const aligned = Math.abs(other.x0 - x0) < 0.5 * size || Math.abs(other.x0 + other.x1 - x0 - x1) < size;
    const free = !lines.includes(other) && !taken.has(other) && /\p{L}/u.test(other.text);
    return free && alike && aligned && gap > -0.4 * size && gap < 0.35 * size;
  });
}

/** "Japan 34.5", "Japan: 34%": the value is not the name. */
function withoutValue(text: string): string {
  const name = text.replace(/[\s:,;(–-]+[-−]?[$€£]?\d[\d.,]*\s?%?\)?$/u, '').trim();
  return /\p{L}/u.test(name) ? name : text;
}
