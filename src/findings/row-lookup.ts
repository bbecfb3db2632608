import type { Finding } from '../domain/finding.ts';
import type { Aspect, MetricRef, Question } from '../domain/question.ts';
import type { TableReading } from '../domain/reading.ts';
import type { Period, Value } from '../domain/value.ts';
import { parseCell, type UnitHint } from '../lib/quantity/index.ts';
import { cellFinding, type Desk } from './cell-finding.ts';
import type { Context } from './draft.ts';
import { type Grid, type GridRow, gridOf, isPeriodCell, labelPeriod } from './grid.ts';
import { unitHints, withCurrency, withScale } from './grid-units.ts';
import { type Header, readHeaders } from './headers.ts';
import { nearbyOf } from './nearby.ts';
import { contentStems } from './words.ts';

/** Words of a label that narrow nothing, and those that any balance carried forward has. */
const PLAIN = contentStems(
  'total net balance balances amount amounts ending beginning end start year fiscal period reported expense expenses cost january february march april may june july august september october november december as of at',
);
/** What was found by a row's words bears on its question this much, less where only the table says what it is. */
const RELEVANCE = { row: 0.86, table: 0.8 } as const;

interface Named {
  readonly row: GridRow;
  readonly where: keyof typeof RELEVANCE;
  /** Words that the label says beyond what was asked for. */
  readonly beyond: number;
}

/**
 * What a calculation asks for and the vocabulary doesn't know: the one row whose label has all its words, or the
 * balances carried forward in a table that is announced by them. One value a period; two such rows are none.
 */
export function rowFindings(question: Question, context: Context, reading: TableReading): Finding[] {
  const operands = operandsOf(question);
  if (operands.length === 0) return [];
  const grid = gridOf(reading, nearbyOf(reading, context.page.readings));
  return operands.flatMap(metric =>
    rowsNamed(metric, question, grid).flatMap(named => valuesOf(named, metric, { question, context, grid })),
  );
}

/** Operands of a calculation, and what is asked for in a year. */
function operandsOf(question: Question): readonly MetricRef[] {
  const { metrics, formulas = [], periods } = question;
  const asked = formulas.filter(({ from }) => from === 'asked').flatMap(({ inputs }) => inputs);
  const known = new Map([...metrics, ...asked].map(metric => [metric.id, metric]));
  const plain =
    formulas.length === 0 && periods.length > 0 && !IN_WORDS.some(one => question.aspects.includes(one));
  return [...known.values()].filter(
    ({ id, labels }) => id.startsWith('own:') && !labels && (plain || asked.some(input => input.id === id)),
  );
}

/** What is answered otherwise than by a number of a year. */
const IN_WORDS: readonly Aspect[] = ['cause', 'count', 'list', 'rank', 'whether', 'comparison', 'target'];

function rowsNamed(metric: MetricRef, question: Question, grid: Grid): readonly Named[] {
  const wanted = specific(metric.phrases[0] ?? metric.name);
  if (wanted.size === 0) return [];
  const asked = contentStems(question.text);
  const said = contentStems([grid.title, grid.near.lead, ...grid.near.lines].join(' '));
  const announced = [...wanted].every(word => said.has(word));
  const found = grid.rows.flatMap((row): readonly Named[] => {
    const label = specific(labelOf(row));
    const all = new Set([...label, ...contentStems(row.group)]);
    const beyond = [...label].filter(word => !wanted.has(word) && !asked.has(word)).length;
    if (label.size > 0 && [...wanted].every(word => all.has(word))) return [{ row, where: 'row', beyond }];
    const carried = label.size === 0 && rowPeriod(row) !== null && announced;
    return carried ? [{ row, where: 'table', beyond: 0 }] : [];
  });
  const rows = found.filter(({ where }) => where === 'row');
  if (rows.length === 0) return found;
  const least = Math.min(...rows.map(({ beyond }) => beyond));
  const best = rows.filter(({ beyond }) => beyond === least);
  return best.length === 1 && least <= MOST_BEYOND ? best : [];
}

/** More than one word that nobody asked for makes it another line. */
const MOST_BEYOND = 1;

function labelOf({ labels }: GridRow): string {
  return labels.filter(label => !isPeriodCell(label)).join(' ');
}

function specific(text: string): ReadonlySet<string> {
  return new Set([...contentStems(text)].filter(word => !PLAIN.has(word) && !/^\d+$/.test(word)));
}

/** "Balance, October 31, 2009", "Balance as of 31 December 2009". */
function rowPeriod({ labels }: GridRow): Period | null {
  const date = DATED.exec(labels.at(-1) ?? '')?.groups?.date;
  return date ? labelPeriod(date) : null;
}

const DATED = /^(?:ending |beginning )?balances?\b(?:,| -| at| as of| as at)*\s*(?<date>\S.*)$/iu;

function valuesOf(named: Named, metric: MetricRef, desk: Desk): readonly Finding[] {
  const { row } = named;
  const { grid, question } = desk;
  const headers = readHeaders(row.headers, [row.headers[0] ?? '', row.group, grid.title]);
  const dated = rowPeriod(row);
  const asked = contentStems(`${question.text} ${metric.name}`);
  const columns = row.cells
    .map((_, column) => column)
    .filter(c => c >= grid.labelColumns && c !== grid.unitColumn);
  const filled = columns.filter(column => parseCell(row.cells[column] ?? '') !== null);
  const plain = ({ rest }: Header) => [...specific(rest)].every(word => asked.has(word));
  const usable = filled.filter(column => {
    const header = headers[column];
    return header && plain(header) && (header.period !== null || (dated !== null && filled.length === 1));
  });
  const periods = usable.map(column => String(headers[column]?.period?.label ?? dated?.label));
  if (new Set(periods).size < periods.length) return [];
  return usable.flatMap(
    column => valueAt({ named, column, header: headers[column]!, dated }, metric, desk) ?? [],
  );
}

function valueAt(
  { named, column, header, dated }: { named: Named; column: number; header: Header; dated: Period | null },
  metric: MetricRef,
  desk: Desk,
): Finding | null {
  const { row, where } = named;
  const printed = row.cells[column] ?? '';
  const quantity = parseCell(printed, hintsFor(row, column, metric, desk));
  if (!quantity || isPeriodCell(printed)) return null;
  const label = row.labels.join(' ');
  const refine = (value: Value) => ({ ...value, period: value.period ?? dated });
  return cellFinding(
    { row, column, header, metric, label, quantity, where: 'row', relevance: RELEVANCE[where], refine },
    desk,
  );
}

/** Where one cell of a table has the sign of a currency, bare numbers are money too, in the scale of the document. */
function hintsFor(
  row: GridRow,
  column: number,
  metric: MetricRef,
  { grid, context }: Pick<Desk, 'grid' | 'context'>,
): UnitHint {
  const money = grid.rows.some(({ cells }) => cells.some(cell => /^\(?-?[$€£¥]/u.test(cell.trim())));
  const own: MetricRef = { ...metric, dimensions: money ? ['money'] : [] };
  const stated = withCurrency(unitHints(row, column, grid, own), grid, context.profile, own);
  return withScale(stated, row.cells[column] ?? '', context.profile);
}
