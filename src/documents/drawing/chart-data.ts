import { clean, formatNumber, isDateFormat } from '../package/number-format.ts';
import { attr, child, childrenOf, elements, numberAttr, textOf, type Xml } from '../package/xml.ts';

/** The most points of one series; a cache that claims more is cut. */
const MAX_POINTS = 20_000;

export interface NumberColumn {
  readonly values: readonly (number | null)[];
  /** Format code of the cells; `General` where none is given. */
  readonly format: string;
}

/** Where a chart's cache is empty: cells of its embedded workbook by a formula such as `Sheet1!$B$2:$B$5`. */
export type CellRange = (formula: string) => readonly string[];

/** Numbers of `c:val`, `c:yVal`, `c:xVal` or `c:bubbleSize`. */
export function numbersOf(holder: Xml | null, cells: CellRange): NumberColumn {
  const data = dataOf(holder);
  if (!data) return { values: [], format: 'General' };
  const points = pointsOf(data.cache);
  const texts = points.some(point => point !== null) ? points : cells(data.formula);
  return {
    values: texts.map(text => (text === null || text.trim() === '' ? null : finite(Number(text)))),
    format: textOf(child(data.cache, 'formatCode')) || 'General',
  };
}

/** Category labels, or x values, as text; levels of a multi-level axis joined by ` / `, outermost first. */
export function categoriesOf(holder: Xml | null, cells: CellRange, date1904: boolean): readonly string[] {
  const data = dataOf(holder);
  if (!data) return [];
  const levels = childrenOf(data.cache, 'lvl');
  if (levels.length > 0) return joinLevels(data.cache, levels);
  const points = pointsOf(data.cache);
  const texts = points.some(point => point !== null) ? points : cells(data.formula);
  const format = textOf(child(data.cache, 'formatCode')) || 'General';
  const own = ownFormats(data.cache);
  return texts.map((text, i) => categoryText(text, own.get(i) ?? format, date1904));
}

/** `c:tx` of a series or title: cached text, or the literal. */
export function nameOf(tx: Xml | null, cells: CellRange): string {
  const literal = textOf(child(tx, 'v'));
  const data = dataOf(tx);
  if (literal !== '' || !data) return literal.trim();
  const points = pointsOf(data.cache);
  return (points.some(p => p !== null) ? points : cells(data.formula))
    .map(text => (text ?? '').trim())
    .filter(text => text !== '')
    .join(' ');
}

interface Data {
  readonly cache: Xml | null;
  readonly formula: string;
}

function dataOf(holder: Xml | null): Data | null {
  for (const element of elements(holder)) {
    if (element.name.endsWith('Lit')) return { cache: element, formula: '' };
    if (element.name.endsWith('Ref')) {
      const cache = elements(element).find(c => c.name.endsWith('Cache')) ?? null;
      return { cache, formula: textOf(child(element, 'f')) };
    }
  }
  return null;
}

function pointsOf(cache: Xml | null): readonly (string | null)[] {
  const found = childrenOf(cache, 'pt');
  const indexes = found.map(pt => numberAttr(pt, 'idx') ?? 0);
  const count = Math.max(numberAttr(child(cache, 'ptCount'), 'val') ?? 0, ...indexes.map(i => i + 1));
  const points: (string | null)[] = new Array(Math.min(Math.max(count, 0), MAX_POINTS)).fill(null);
  for (const [i, pt] of found.entries()) {
    const index = indexes[i] as number;
    if (index >= 0 && index < points.length) points[index] = textOf(child(pt, 'v'));
  }
  return points;
}

/** A date axis may give each point its own format. */
function ownFormats(cache: Xml | null): ReadonlyMap<number, string> {
  const formatted = childrenOf(cache, 'pt').filter(pt => attr(pt, 'formatCode') !== undefined);
  return new Map(formatted.map(pt => [numberAttr(pt, 'idx') ?? 0, attr(pt, 'formatCode') as string]));
}

function categoryText(text: string | null, format: string, date1904: boolean): string {
  if (text === null) return '';
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) return text.replace(/\s+/g, ' ').trim();
  if (isDateFormat(format)) return formatNumber(value, format, { date1904 });
  return /^-?\d*\.\d{10,}$/.test(text.trim()) ? String(clean(value)) : text.trim();
}

/** Levels come innermost first; an outer label stands at the first of the points it covers. */
function joinLevels(cache: Xml | null, levels: readonly Xml[]): readonly string[] {
  const columns = levels.map(pointsOf);
  const count = Math.max(numberAttr(child(cache, 'ptCount'), 'val') ?? 0, ...columns.map(c => c.length));
  const outerFirst = columns.toReversed().map((column, depth) => {
    const innermost = depth === columns.length - 1;
    let last = '';
    return Array.from({ length: Math.min(count, MAX_POINTS) }, (_, i) => {
      const own = column[i]?.trim() ?? '';
      if (own !== '' || innermost) last = own;
      return last;
    });
  });
  return Array.from({ length: Math.min(count, MAX_POINTS) }, (_, i) =>
    outerFirst
      .map(column => column[i] ?? '')
      .filter(label => label !== '')
      .join(' / '),
  );
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
