import type { Label, ValueScale } from '../types.ts';
import { isFinerThanYear, MONTH_AND_TWO, parseDates } from './dates.ts';
import { type Convention, parsePrinted } from './numbers.ts';

/** What the labels of one row say, in one way of reading them: null for a label that says nothing in it. */
export interface RowReading {
  readonly kind: ValueScale['kind'];
  readonly values: readonly (number | null)[];
  readonly unit: string;
}

/** The ways in which a row of labels can be read as values, the likelier first. */
export function readRow(labels: readonly Label[]): RowReading[] {
  const texts = labels.map(({ text }) => text);
  const [likely, other] = conventionsOf(texts).map(convention => numberReadings(texts, convention));
  const same = likely!.every(({ values }, i) => values.every((value, k) => value === other![i]?.values[k]));
  const numbers = same ? likely! : [...likely!, ...other!];
  if (!texts.some(isFinerThanYear)) return numbers;
  const ways = texts.some(text => MONTH_AND_TWO.test(text))
    ? (['year', 'day'] as const)
    : (['year'] as const);
  const dates = ways.map(way => ({ kind: 'date' as const, values: parseDates(texts, way), unit: '' }));
  return [...dates, ...numbers];
}

/** "1.000" beside "0" or "500" is a thousand; beside "0.500" it is one. */
function conventionsOf(texts: readonly string[]): Convention[] {
  const three = texts.filter(text => /\d\.\d{3}(?!\d)/.test(text));
  const others = texts.filter(text => /\d/.test(text) && !/[.,]/.test(text));
  const thousands = three.length > 0 && others.length > 0 && three.every(text => !/(?<!\d)0\.\d/.test(text));
  return thousands ? ['comma', 'point'] : ['point', 'comma'];
}

function numberReadings(texts: readonly string[], convention: Convention): RowReading[] {
  const printed = texts.map(text => parsePrinted(text, convention));
  const units = printed.flatMap(p => (p?.unit ? [p.unit] : []));
  const values = printed.map(p => p?.value ?? null);
  const linear: RowReading = { kind: 'linear', values, unit: units[0] ?? '' };
  const known = values.filter(value => value !== null && value > 0) as number[];
  if (known.length < 3 || Math.max(...known) < 4 * Math.min(...known)) return [linear];
  const logs = values.map(value => (value !== null && value > 0 ? Math.log10(value) : null));
  return [linear, { ...linear, kind: 'log', values: logs }];
}
