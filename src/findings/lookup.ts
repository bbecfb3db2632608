import type { Finding } from '../domain/finding.ts';
import type { MetricRef, Question } from '../domain/question.ts';
import type { ChartReading, TableReading } from '../domain/reading.ts';
import type { Value } from '../domain/value.ts';
import { parseCell, parsePeriods } from '../lib/quantity/index.ts';
import { cellFinding, type Desk } from './cell-finding.ts';
import { type Context, round2 } from './draft.ts';
import { type Grid, type GridRow, gridOf, isPeriodCell } from './grid.ts';
import { unitHints } from './grid-units.ts';
import { type Header, readHeaders } from './headers.ts';
import { nearbyOf } from './nearby.ts';
import { ASKING, SHARE, type Sought, said, soughtBy } from './sought.ts';

/** Share of the question's other words that the labels and what stands around them have to say. */
const COVERED = 0.74;

interface Place {
  readonly row: GridRow;
  readonly column: number;
  readonly header: Header;
  readonly label: string;
  /** How many of the sought words its labels say, less those that they say beyond them. */
  readonly fit: number;
  readonly covered: number;
}

/**
 * Cells that a question names by their labels, where the vocabulary knows no metric in it: row and column say nothing
 * but words of the question, and these with the title say nearly all of it. Two cells that fit alike are no answer.
 */
export function lookupFindings(
  question: Question,
  context: Context,
  reading: TableReading | ChartReading,
): Finding[] {
  const sought = soughtBy(question);
  if (sought.length === 0) return [];
  const grid = gridOf(reading, nearbyOf(reading, context.page.readings));
  const { title, near, notes } = grid;
  const around = [title, ...near.lines, ...notes, ...reading.section.slice(-2), context.profile.entity];
  const about = said(around.join(' '));
  return sought.flatMap(one => {
    const found = bestPlace(one, grid, about, question);
    return found ? (findingAt(found, one, { question, context, grid }) ?? []) : [];
  });
}

function bestPlace(sought: Sought, grid: Grid, about: ReadonlySet<string>, question: Question): Place | null {
  const places = grid.rows.flatMap(row => placesIn(row, grid, { sought, about, question }));
  const [best, second] = places.sort((a, b) => b.fit - a.fit || b.covered - a.covered);
  if (!best || best.covered < COVERED) return null;
  const alike = second?.fit === best.fit && second.covered === best.covered;
  return alike && printedAt(second) !== printedAt(best) ? null : best;
}

function printedAt({ row, column }: Place): string {
  return row.cells[column] ?? '';
}

function placesIn(
  row: GridRow,
  grid: Grid,
  { sought, about, question }: { sought: Sought; about: ReadonlySet<string>; question: Question },
): readonly Place[] {
  const label = row.labels.filter(text => !isPeriodCell(text)).join(' ');
  const own = said(plainLabel(label));
  const headers = readHeaders(row.headers, [row.headers[0] ?? '', row.group, grid.title]);
  const allowed = (stem: string) => sought.own.has(stem) || sought.around.has(stem) || ASKING.has(stem);
  if (![...own].every(allowed) || isDatedRemark(label, question)) return [];
  return row.cells.flatMap((cell, column) => {
    const header = headers[column];
    if (column < grid.labelColumns || column === grid.unitColumn || !header || !/\d/.test(cell)) return [];
    const head = said(header.rest);
    if (![...head].every(allowed) || isOtherPeriod(header, question)) return [];
    const labels = new Set([...own, ...head]);
    const told = [...sought.own].filter(stem => labels.has(stem));
    if (told.length === 0) return [];
    const beyond = [...labels].filter(stem => sought.around.has(stem) && !sought.own.has(stem)).length;
    const context = new Set([...labels, ...about, ...said(`${row.group} ${header.text}`)]);
    if (![...sought.named].every(stem => context.has(stem))) return [];
    const covered = [...sought.own].filter(stem => context.has(stem)).length / sought.own.size;
    return [{ row, column, header, label, fit: told.length - beyond / 100, covered }];
  });
}

/** Without remarks in brackets and the letter that footnotes point at: "a Male (n=612)", "Step-Back (ours)". */
function plainLabel(label: string): string {
  return label.replace(/\([^()]*\)/gu, ' ').replace(/^[a-z]\s+(?=\p{Lu})/u, '');
}

/** Without a deviation in brackets and the letters of a test of significance: "73.2% (1.9%)", "65b". */
function plainCell(printed: string): string {
  return printed.replace(/(?<=[\d%])\s*\([^()]*\)\s*$/u, '').replace(/(?<=\d)[a-e]{1,4}$/u, '');
}

/** "Anvil (tested in May 2023)", where no time was asked about: another version of the row. */
function isDatedRemark(label: string, { periods }: Question): boolean {
  const remarks = label.match(/\([^()]*\)/gu)?.join(' ') ?? '';
  return periods.length === 0 && parsePeriods(remarks).length > 0;
}

function isOtherPeriod({ period }: Header, { periods }: Question): boolean {
  return period !== null && periods.length > 0 && !periods.some(({ year }) => year === period.year);
}

/** What was looked up is known by its labels: "MMLU Physics (PaLM-2L + Step-Back)". */
function findingAt(
  { row, column, header, label, covered }: Place,
  { metric }: Sought,
  desk: Desk,
): Finding | null {
  const { question, grid } = desk;
  const printed = row.cells[column] ?? '';
  const name = metric.labels ? metric.name : nameOf(plainLabel(label).trim(), header.rest, grid);
  const named: MetricRef = { ...metric, name, dimensions: [] };
  const quantity = parseCell(plainCell(printed), unitHints(row, column, grid, named));
  if (!quantity || isPeriodCell(printed)) return null;
  if (!metric.id.startsWith('own:') && SHARE.test(question.text) && quantity.dimension !== 'percent')
    return null;
  const refine = (value: Value) => ({
    ...value,
    confidence: round2(value.confidence * (0.5 + 0.5 * covered)),
  });
  const relevance = 0.55 + 0.4 * covered;
  return cellFinding(
    { row, column, header, metric: named, label, quantity, where: 'row', relevance, refine },
    desk,
  );
}

function nameOf(label: string, head: string, { title }: Grid): string {
  const caption = title.replace(
    /\s*(?:\b(?:is|are|was|were) (?:as follows|(?:shown|presented|set forth) below))?\s*:?\s*$/u,
    '',
  );
  const [outer, inner] = head === '' || /^\W*$/.test(head) ? [caption, label] : [head, label];
  if (outer === '') return inner;
  return inner === '' ? outer : `${outer} (${inner})`;
}
