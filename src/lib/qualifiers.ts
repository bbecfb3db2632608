import type { Value } from '../domain/value.ts';

/** How exact a number is; stands before it: "about $5 billion". */
export const EXACTNESS: ReadonlySet<string> = new Set([
  'about',
  'at least',
  'more than',
  'up to',
  'less than',
  'between',
]);
/** What kind of number it is: a goal, a forecast, a change, a later edition's figure. */
export const STANCES: ReadonlySet<string> = new Set([
  'target',
  'projected',
  'change',
  'restated',
  'baseline',
]);
export const UNIT_NOT_STATED = 'unit not stated';
/** Measured off a drawing that nothing vouches for. */
export const UNVERIFIED = 'unverified';

/** What headers say about every column: dates, editions, units. It narrows nothing. */
const NEUTRAL =
  /^(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|reporting|years?|base(?:line)?|restated|reported|audited|unaudited|total|group|consolidated|ended|ending|actuals?|t|co2e|kt|mt|million|thousand)\s*)+$/iu;

type Qualified = Pick<Value, 'qualifiers'>;

/** The words that narrow what was measured ("market-based", a segment), in a fixed order. */
export function scopeOf({ qualifiers }: Qualified): readonly string[] {
  return qualifiers
    .filter(
      word =>
        !EXACTNESS.has(word) &&
        !STANCES.has(word) &&
        word !== UNIT_NOT_STATED &&
        word !== UNVERIFIED &&
        !NEUTRAL.test(word),
    )
    .toSorted();
}

/** "about", "at least", … or ''. "between" has its own printed form. */
export function hedgeOf({ qualifiers }: Qualified): string {
  return qualifiers.find(word => EXACTNESS.has(word) && word !== 'between') ?? '';
}

export function hasStance(
  { qualifiers }: Qualified,
  stance: 'target' | 'projected' | 'change' | 'restated',
): boolean {
  return qualifiers.includes(stance);
}

/** A goal or a forecast is not something that was measured. */
export function isMeasured({ qualifiers }: Qualified): boolean {
  return (
    !qualifiers.includes('target') && !qualifiers.includes('projected') && !qualifiers.includes('change')
  );
}

/** Whether something beside the drawing itself vouches for a value that was measured off one. */
export function isVerified({ qualifiers }: Qualified): boolean {
  return !qualifiers.includes(UNVERIFIED);
}

export function isUnitStated({ qualifiers }: Qualified): boolean {
  return !qualifiers.includes(UNIT_NOT_STATED);
}
