import type { ChartReading, Reading, TableReading, TextReading } from '../domain/reading.ts';
import type { SearchableText } from './schema.ts';

/** The words a reading can be found by, or null for one that isn't to be found: a running header or footer. */
export function searchable(reading: Reading): SearchableText | null {
  if (reading.kind === 'text' && UNINDEXED.has(reading.role)) return null;
  const words = fields(reading);
  const numbers = [words.title, words.body, words.labels].map(ungroupedNumbers).join(' ').trim();
  return { section: lines(reading.section), ...words, numbers };
}

/**
 * A number with its digits together: `177,866` as `177866`, `1 234.5` as `1234.5`; null where it has no groups.
 * A point groups only with a second group or a comma after it, since `1.234` is more often a decimal.
 */
export function ungrouped(printed: string): string | null {
  const [number] = printed.match(GROUPED) ?? [];
  if (number === undefined) return null;
  const [, whole = number, decimals = ''] = number.match(/^(.*\d{3})(?:[.,](\d{1,2}|\d{4,}))?$/) ?? [];
  const digits = whole.replace(/\D/g, '');
  return decimals === '' ? digits : `${digits}.${decimals}`;
}

type Fields = Omit<SearchableText, 'section' | 'numbers'>;

const UNINDEXED: ReadonlySet<TextReading['role']> = new Set(['header', 'footer']);
const TITLES: ReadonlySet<TextReading['role']> = new Set(['title', 'heading', 'caption']);

function fields(reading: Reading): Fields {
  if (reading.kind === 'text') return textFields(reading);
  if (reading.kind === 'table') return tableFields(reading);
  if (reading.kind === 'chart') return chartFields(reading);
  return { title: reading.caption, body: '', labels: '' };
}

function textFields({ role, text }: TextReading): Fields {
  return TITLES.has(role) ? { title: text, body: '', labels: '' } : { title: '', body: text, labels: '' };
}

function tableFields({ title, columns, rows, note }: TableReading): Fields {
  const stubs = rows.map(row => row[0] ?? '');
  const cells = rows.flatMap(row => row.slice(1));
  return { title, body: lines([...cells, note]), labels: lines([...columns, ...stubs]) };
}

function chartFields({ title, xTitle, yTitle, unit, table }: ChartReading): Fields {
  const stubs = table.rows.map(row => row[0] ?? '');
  const cells = table.rows.flatMap(row => row.slice(1));
  return { title, body: lines(cells), labels: lines([xTitle, yTitle, unit, ...table.columns, ...stubs]) };
}

/** Cells stay on lines of their own, so that two numbers side by side never look like one in groups. */
function lines(texts: readonly string[]): string {
  return texts.filter(text => text !== '').join('\n');
}

/** Groups of three set apart by commas, apostrophes or thin or plain spaces; or by points, twice at least. */
const GROUPED =
  /(?<![\d.,])\d{1,3}(?:(?:[,'’\u00a0\u2009\u202f ]\d{3})+|(?:\.\d{3}){2,}|(?:\.\d{3})+(?=,\d))(?!\d)(?:[.,]\d+)?/;
const EVERY_GROUPED = new RegExp(GROUPED, 'g');

function ungroupedNumbers(text: string): string {
  return (text.match(EVERY_GROUPED) ?? []).map(number => ungrouped(number) ?? '').join(' ');
}
