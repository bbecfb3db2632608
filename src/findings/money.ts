import type { Reading } from '../domain/reading.ts';
import type { Profile } from '../domain/state.ts';
import type { StoredPage } from '../domain/store.ts';
import { currencyIn, parseUnitNote } from '../lib/quantity/index.ts';
import { scaleNotes } from './nearby.ts';

/** One currency must be on so many times the pages of the next to be the document's. */
const PLAINLY = 3;
/** One scale on so many places, and on this share of all, is the document's. */
const LEAST_NOTES = 3;
const SHARE_OF_NOTES = 0.7;

/** The currency and the scale that a document's tables use throughout, where one is plainly the one. */
export function moneyOf(pages: readonly StoredPage[]): Pick<Profile, 'currency' | 'scale'> {
  const currencies = new Map<string, number>();
  const scales = new Map<number, number>();
  for (const page of pages) {
    const text = page.readings.map(wordsOf).join('\n');
    add(currencies, currencyIn(text));
    for (const note of scaleNotes(text)) add(scales, parseUnitNote(note).scale ?? null);
  }
  const scale = commonest(scales);
  const notes = [...scales.values()].reduce((sum, count) => sum + count, 0);
  const stated = scale && scale.count >= LEAST_NOTES && scale.count >= SHARE_OF_NOTES * notes;
  const currency = commonest(currencies);
  return {
    currency: currency && currency.count >= PLAINLY * currency.next ? currency.value : '',
    ...(stated ? { scale: scale.value } : {}),
  };
}

function wordsOf(reading: Reading): string {
  if (reading.kind === 'text') return reading.text;
  if (reading.kind !== 'table') return '';
  return [reading.title, reading.note, ...reading.columns, ...reading.rows.flat()].join(' ');
}

function add<T>(counts: Map<T, number>, value: T | null): void {
  if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function commonest<T>(counts: ReadonlyMap<T, number>): { value: T; count: number; next: number } | null {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first ? { value: first[0], count: first[1], next: second?.[1] ?? 0 } : null;
}
