/** CSS pixels to a unit; `em` and `%` depend on what they are of. */
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '': 1,
    px: 1,
    pt: 96 / 72,
    pc: 16,
    in: 96,
    cm: 96 / 2.54,
    mm: 96 / 25.4,
    q: 96 / 101.6,
    rem: 16,
  }),
);

const LENGTH = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([a-z%]*)$/i;

export interface LengthBasis {
  /** Of which a percentage is. */
  readonly whole?: number;
  /** Size of the font. */
  readonly em?: number;
}

/** A length in CSS pixels; null where it is none, or a percentage of nothing known. */
export function parseLength(text: string | undefined, { whole, em = 16 }: LengthBasis = {}): number | null {
  const match = LENGTH.exec((text ?? '').trim());
  const amount = Number(match?.[1]);
  if (!match || !Number.isFinite(amount)) return null;
  const unit = (match[2] ?? '').toLowerCase();
  if (unit === '%') return whole === undefined ? null : (amount / 100) * whole;
  if (unit === 'em') return amount * em;
  if (unit === 'ex' || unit === 'ch') return (amount * em) / 2;
  const factor = UNITS.get(unit);
  return factor === undefined ? null : amount * factor;
}

/** Numbers parted by spaces or commas. */
export function parseNumbers(text: string | undefined): readonly number[] {
  return (text ?? '').match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)?.map(Number) ?? [];
}
