import { sectionFor, tokensOf } from './format-tokens.ts';

/** Whether a format prints serial numbers as dates or times. */
export function isDateFormat(code: string): boolean {
  return tokensOf(sectionFor(1, code).section).some(
    token => token.kind === 'date' || token.kind === 'elapsed',
  );
}

/** Day 0 of a workbook is 1899-12-30 for all dates after February 1900, or 1904-01-01. */
const UNIX_EPOCH_1900 = 25_569;
const DAYS_1904 = 1_462;
const DAY_MS = 86_400_000;

/**
 * A serial date as ISO 8601 with what its format shows: `2024-03-31`, `2024-03`, `2024`, `2024-03-31T14:30`, `14:30`.
 * A format that shows a month or weekday alone gives its English name.
 */
export function dateText(serial: number, code: string, date1904: boolean): string {
  const tokens = tokensOf(sectionFor(1, code).section);
  if (tokens.some(token => token.kind === 'elapsed')) return elapsedText(serial);
  const letters = tokens.map(token => (token.kind === 'date' ? token.text.toLowerCase() : '')).join('|');
  const days = serial + (date1904 ? DAYS_1904 : 0) - UNIX_EPOCH_1900;
  const date = new Date(Math.round((days * DAY_MS) / 1000) * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const time = /h|s/.test(letters) ? date.toISOString().slice(11, letters.includes('s') ? 19 : 16) : '';
  const day = dayText(date, letters);
  return day !== '' && time !== '' ? `${day}T${time}` : day + time;
}

function dayText(date: Date, letters: string): string {
  const iso = date.toISOString().slice(0, 10);
  const year = letters.includes('y');
  const day = letters.includes('d');
  const month = /m/.test(letters.replace(/h+\|*m+|m+\|*s+/g, ''));
  if (year) return day ? iso : month ? iso.slice(0, 7) : iso.slice(0, 4);
  if (month && day) return iso;
  if (month) return date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return day ? date.toLocaleString('en', { weekday: 'long', timeZone: 'UTC' }) : '';
}

function elapsedText(serial: number): string {
  const minutes = Math.round(serial * 24 * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
