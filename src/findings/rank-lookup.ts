import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { ChartReading, TableReading } from '../domain/reading.ts';
import type { Value } from '../domain/value.ts';
import { parseCell } from '../lib/quantity/index.ts';
import { cellFinding, type Desk, type LookedUp } from './cell-finding.ts';
import type { Context } from './draft.ts';
import { type Grid, type GridRow, gridOf, isPeriodCell } from './grid.ts';
import { isWhole } from './grid-hits.ts';
import { unitHints } from './grid-units.ts';
import { type Header, readHeaders } from './headers.ts';
import { nearbyOf } from './nearby.ts';
import { contentStems } from './words.ts';

/** Words that say how a ranking is asked for, and those that any table may be said to have. */
const ASKING = contentStems(
  'which who what highest lowest most least largest smallest biggest best worst greatest fewest top more higher lower performs perform has have had among one group category item value number percentage percent share chart table figure page report slide document according shown',
);
const COVERED = 0.7;
const LEAST_ROWS = 2;
const LONGEST_NAME = 60;

/**
 * "Which model is best on Cladder?", where the vocabulary knows no measure: one column of the table or chart that says
 * nearly all words of the question, a value for each of its rows, so that they can be ranked.
 */
export function rankFindings(
  question: Question,
  context: Context,
  reading: TableReading | ChartReading,
): Finding[] {
  const own = question.metrics.find(({ id }) => id.startsWith('own:'));
  const metric = own ?? question.metrics[0];
  if (!metric || !question.aspects.includes('rank') || !/\b(?:which|who|what)\b/iu.test(question.text))
    return [];
  const grid = gridOf(reading, nearbyOf(reading, context.page.readings));
  const wanted = new Set([...contentStems(withoutKind(question.text))].filter(stem => !ASKING.has(stem)));
  const found = columnFor(wanted, question, { grid, context });
  if (!found || found.rows.length < LEAST_ROWS || !isOfKind(question, grid, own !== undefined)) return [];
  const name =
    [found.name, grid.title].find(text => text !== '' && text.length < LONGEST_NAME) ?? metric.name;
  return found.rows.flatMap(
    row => valueAt({ ...found, row, metric: { ...metric, name } }, { question, context, grid }) ?? [],
  );
}

/** "Which model …": what is ranked stands in the labels, by its names. */
function withoutKind(text: string): string {
  return text.replace(KIND, ' ');
}

const KIND = /\b(?:which|what)\s+(?:of the\s+)?(?<kind>[\p{L}-]+)/iu;

/** A table of models says so somewhere: in its first header; and, `around` it, in its title or what announces it. */
function isOfKind({ text }: Question, grid: Grid, around: boolean): boolean {
  const kind = KIND.exec(text)?.groups?.kind ?? '';
  const lines = [grid.title, grid.near.lead, ...grid.reading.section.slice(-1)];
  const said = contentStems([grid.columns[0] ?? '', ...(around ? lines : [])].join(' '));
  if (!around && kind === '') return false;
  return kind === '' || [...contentStems(kind)].every(stem => said.has(stem) || ANY_KIND.has(stem));
}

const ANY_KIND = contentStems('one category item group');

interface Column {
  readonly column: number;
  readonly header: Header;
  readonly headers: readonly Header[];
  readonly name: string;
  readonly rows: readonly GridRow[];
}

function columnFor(
  wanted: ReadonlySet<string>,
  { periods }: Question,
  { grid, context }: { readonly grid: Grid; readonly context: Context },
): Column | null {
  const rows = grid.rows.filter(isRanked);
  const [first] = rows;
  if (!first || wanted.size === 0) return null;
  const headers = readHeaders(first.headers, [first.headers[0] ?? '', grid.title]);
  const lines = [grid.title, grid.near.lead, ...grid.near.lines, ...grid.reading.section.slice(-1)];
  const around = contentStems([...lines, context.profile.entity].join(' '));
  const usable = headers.flatMap((header, column) => {
    if (column < grid.labelColumns || column === grid.unitColumn) return [];
    if (periods.length > 0 && header.period && !periods.some(({ year }) => year === header.period?.year))
      return [];
    if (rows.some(row => parseCell(row.cells[column] ?? '') === null)) return [];
    const own = contentStems(header.rest);
    const said = [...wanted].filter(stem => own.has(stem) || around.has(stem)).length / wanted.size;
    return [{ column, header, fit: [...own].filter(stem => wanted.has(stem)).length, said }];
  });
  const overall = ({ header }: { header: Header }) =>
    Number(/^(?:overall|total|all|average)\b/iu.test(header.rest));
  const [best, second] = usable.sort((a, b) => b.fit - a.fit || overall(b) - overall(a));
  const alike = best && second && second.fit === best.fit && overall(second) === overall(best);
  if (!best || best.said < COVERED || alike) return null;
  return { column: best.column, header: best.header, headers, name: best.header.rest, rows };
}

/** A row with a name of its own, which is not the sum of the others. */
function isRanked({ labels }: GridRow): boolean {
  const label = labels.join(' ').trim();
  return label !== '' && !label.startsWith('+') && !isWhole(label) && !isPeriodCell(label);
}

function valueAt(
  { row, column, header, metric }: Pick<LookedUp, 'row' | 'column' | 'header' | 'metric'>,
  desk: Desk,
): Finding | null {
  const hints = unitHints(row, column, desk.grid, { ...metric, dimensions: [] });
  const quantity = parseCell(row.cells[column] ?? '', hints);
  if (!quantity) return null;
  const label = row.labels.join(' ').trim();
  const refine = (value: Value) => ({ ...value, entity: label });
  return cellFinding(
    { row, column, header, metric, label, quantity, where: 'column', relevance: 0.8, refine },
    desk,
  );
}
