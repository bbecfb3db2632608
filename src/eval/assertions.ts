import type { TableReading } from '../domain/reading.ts';
import type { StoredPage } from '../domain/store.ts';
import { bodyText, pageText } from './page-text.ts';

/** One check of olmOCR-bench: something that a good reading of a page says, says in order, or leaves out. */
export interface Assertion {
  readonly id: string;
  readonly page: number;
  readonly type: 'present' | 'absent' | 'order' | 'table';
  readonly text?: string;
  readonly case_sensitive?: boolean;
  /** Only among so many characters at the beginning or end of the page. */
  readonly first_n?: number;
  readonly last_n?: number;
  readonly before?: string;
  readonly after?: string;
  readonly cell?: string;
  readonly up?: string;
  readonly down?: string;
  readonly left?: string;
  readonly right?: string;
  readonly top_heading?: string;
  readonly left_heading?: string;
}

/** Formulas are another trade. */
export function isAssertion({ type }: { readonly type: string }): boolean {
  return type in CHECKS;
}

export function holds(assertion: Assertion, page: StoredPage): boolean {
  return CHECKS[assertion.type](assertion, page);
}

const CHECKS = { present, absent, order, table } satisfies Record<
  Assertion['type'],
  (assertion: Assertion, page: StoredPage) => boolean
>;

function present({ text = '', ...where }: Assertion, page: StoredPage): boolean {
  const plain = where.case_sensitive === false ? loose : tidy;
  return plain(part(pageText(page), where)).includes(plain(text));
}

/** What has to be absent are running headers, footers and page numbers: they may be read, as such. */
function absent({ text = '', ...where }: Assertion, page: StoredPage): boolean {
  const wanted = tidy(text).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return !new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'u').test(
    tidy(part(bodyText(page), where)),
  );
}

function order({ before = '', after = '' }: Assertion, page: StoredPage): boolean {
  const words = tidy(pageText(page));
  const first = words.indexOf(tidy(before));
  return first >= 0 && words.indexOf(tidy(after), first + 1) > first;
}

function table(assertion: Assertion, { readings }: StoredPage): boolean {
  const tables = readings.filter(reading => reading.kind === 'table');
  return tables.some(reading => hasCell(assertion, reading));
}

function hasCell(assertion: Assertion, { columns, rows }: TableReading): boolean {
  const grid = [columns, ...rows].map(row => row.map(tidy));
  const says = (cell: string | undefined, wanted: string) => cell?.includes(tidy(wanted)) === true;
  return grid.some((row, r) =>
    row.some((cell, c) => {
      if (!says(cell, assertion.cell ?? '')) return false;
      const column = grid.map(other => other[c] ?? '');
      const neighbours: readonly (readonly [
        wanted: string | undefined,
        cells: readonly (string | undefined)[],
      ])[] = [
        [assertion.up, [column[r - 1]]],
        [assertion.down, [column[r + 1]]],
        [assertion.left, [row[c - 1]]],
        [assertion.right, [row[c + 1]]],
        [assertion.top_heading, column.slice(0, r)],
        [assertion.left_heading, row.slice(0, c)],
      ];
      return neighbours.every(
        ([wanted, cells]) => wanted === undefined || cells.some(other => says(other, wanted)),
      );
    }),
  );
}

function part(text: string, { first_n, last_n }: Pick<Assertion, 'first_n' | 'last_n'>): string {
  if (first_n !== undefined) return text.slice(0, first_n);
  return last_n === undefined ? text : text.slice(-last_n);
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .trim();
}

function loose(text: string): string {
  return tidy(text).toLowerCase();
}
