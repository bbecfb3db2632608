import { UsageError } from '../../errors.ts';

/** `--limit` as a count; everything where it isn't given. */
export function limitOf(given: unknown): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  const limit = Number(given);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new UsageError(`--limit takes a whole number from 1, found "${String(given)}".`);
}
