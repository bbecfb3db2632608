import type { Box } from '../domain/box.ts';
import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { ChartReading, TableReading } from '../domain/reading.ts';
import type { Period, Value } from '../domain/value.ts';
import { parseCell, type Quantity, type UnitHint } from '../lib/quantity/index.ts';
import { annualised } from './annual.ts';
import { type Context, round2, valueFinding } from './draft.ts';
import { type Grid, type GridRow, gridOf, isPeriodCell } from './grid.ts';
import { type Hit, hitOf } from './grid-hits.ts';
import { periodOfCell, rowPeriod } from './grid-period.ts';
import { unitHints, withCurrency, withScale } from './grid-units.ts';
import { type Header, readHeaders } from './headers.ts';
import { nearbyOf } from './nearby.ts';
import { relevanceOf } from './relevance.ts';
import { subjectOf } from './subject.ts';

/** Share of a reading's confidence that is left where something had to be assumed. */
const SURENESS = {
  noScale: 0.7,
  noUnit: 0.5,
  noPeriod: 0.8,
  partial: 0.9,
  title: 0.8,
  unverified: 0.6,
} as const;

/** The values in a table or a chart that answer a question's metrics. */
export function gridFindings(
  question: Question,
  context: Context,
  reading: TableReading | ChartReading,
): Finding[] {
  if (question.metrics.length === 0) return [];
  const grid = gridOf(reading, nearbyOf(reading, context.page.readings));
  return grid.rows.flatMap(row => {
    const headers = readHeaders(row.headers, [
      row.headers[0] ?? '',
      row.group,
      grid.title,
      ...grid.near.lines,
    ]);
    return row.cells.flatMap((_, column) => {
      if (column < grid.labelColumns || column === grid.unitColumn) return [];
      const finding = cellFinding({
        question,
        context,
        grid,
        row,
        column,
        header: headers[column] as Header,
        same: row.cells.filter(
          (__, c) => c >= grid.labelColumns && c !== column && headers[c]?.text === headers[column]?.text,
        ),
      });
      return finding ? [finding] : [];
    });
  });
}

/** The statements themselves before tables that repeat them. */
const STATEMENT_BONUS = 0.04;

function isStatement({ title, notes, near, reading }: Grid): boolean {
  const around = [title, near.lead, ...notes, reading.section.at(-1) ?? ''].join(' ');
  return /\b(?:consolidated )?(?:statements? of (?:operations|income|earnings|cash flows?|comprehensive income|financial position)|income statements?|balance sheets?)\b/i.test(
    around,
  );
}

/** Several numbers in a row under headers that got lost, or under the same one twice: nobody can say which is which. */
function isAmbiguous({ row, column, header, grid, same }: Cell): boolean {
  const others = row.cells.filter((_, c) => c >= grid.labelColumns && c !== column && c !== grid.unitColumn);
  if (header.text.trim() === '' && rowPeriod(row) === null)
    return others.some(cell => parseCell(cell) !== null);
  if (header.fromBlock) return false;
  const printed = row.cells[column] ?? '';
  return same.some(
    other => other !== printed && /%/.test(other) === /%/.test(printed) && parseCell(other) !== null,
  );
}

/** `label | column: cell`, as printed. */
function quoteOf({ labels }: GridRow, { text }: Header, printed: string): string {
  return [labels.join(' '), `${text === '' ? '' : `${text}: `}${printed}`]
    .filter(part => part !== '')
    .join(' | ');
}

interface Cell {
  readonly question: Question;
  readonly context: Context;
  readonly grid: Grid;
  readonly row: GridRow;
  readonly column: number;
  readonly header: Header;
  /** Other cells of the row whose header says the same. */
  readonly same: readonly string[];
}

function cellFinding(cell: Cell): Finding | null {
  const { question, context, grid, row, column, header } = cell;
  const printed = row.cells[column] ?? '';
  if (!/\d/.test(printed)) return null;
  const hit = hitOf(row, header, grid, question);
  if (!hit || isAmbiguous(cell)) return null;
  const stated = withCurrency(
    unitHints(row, column, grid, hit.match.metric),
    grid,
    context.profile,
    hit.match.metric,
  );
  const hints = withScale(stated, printed, context.profile);
  const quantity = parseCell(printed, hints);
  if (!quantity || isPeriodCell(printed) || !fits(quantity, hit, hints)) return null;
  const value = cellValue(cell, hit, quantity);
  const bearing = {
    where: hit.where,
    partial: hit.match.grade === 'partial',
    scope: hit.scope,
    period: value.period,
    entity: value.entity,
    unit: isUnitKnown(value),
    change: false,
  };
  const statement = isStatement(grid) ? STATEMENT_BONUS : 0;
  const place = {
    reading: grid.reading,
    box: row.boxes[column] ?? (grid.reading.box as Box),
    quote: quoteOf(row, header, printed),
    cell: [row.index, column] as const,
  };
  return valueFinding(question, context, {
    value,
    relevance: relevanceOf(question, bearing) + statement,
    place,
  });
}

/** A value whose unit its metric can't have is something else in a similar row; a bare count is an unstated unit. */
function fits(quantity: Quantity, { match }: Hit, hints: UnitHint): boolean {
  const { dimensions } = match.metric;
  if (/ per /.test(quantity.unit)) return match.metric.phrases.some(phrase => phrase.includes('per'));
  if (dimensions.length === 0 || dimensions.includes(quantity.dimension)) return true;
  const bare = quantity.dimension === 'count' && quantity.unit === '' && hints.dimension === undefined;
  return bare && !dimensions.includes('percent');
}

function cellValue(cell: Cell, hit: Hit, quantity: Quantity): Value {
  const { question, context, grid, row } = cell;
  const { metric } = hit.match;
  const stated = periodOfCell(cell);
  const period = annualised(stated, metric.name, context.profile);
  const { entity, qualifiers } = subjectOf(hit, question, context.profile);
  const known = quantity.dimension !== 'count' || quantity.unit !== '' || metric.dimensions.includes('count');
  const { high: _, ...plain } = quantity;
  const draft = {
    ...plain,
    amount: isOutflow(row, quantity) ? Math.abs(quantity.amount) : quantity.amount,
    dimension: known ? quantity.dimension : (metric.dimensions[0] ?? 'other'),
    period,
    entity,
    metric: metric.name,
    qualifiers: [...quantity.qualifiers, ...qualifiers, ...(known ? [] : ['unit not stated'])],
    how: grid.reading.kind === 'chart' ? ('point' as const) : ('cell' as const),
  };
  return {
    ...draft,
    confidence: round2(
      grid.reading.confidence * sureness(cell, hit, { known, period, unscaled: isUnscaled(quantity) }),
    ),
  };
}

/** Large money in a table that nothing scales: a note may have got lost. */
function isUnscaled({ amount, scale, dimension, unit, printed }: Quantity): boolean {
  const whole = Math.abs(amount) >= 1000 && Number.isInteger(amount);
  return dimension === 'money' && scale === 1 && whole && !/ per /.test(unit) && !/\p{L}{2}/u.test(printed);
}

/** In a cash-flow statement money that goes out stands in brackets; the metric itself is positive. */
function isOutflow({ labels, group }: GridRow, { amount }: Quantity): boolean {
  const label = labels.at(-1) ?? '';
  if (amount >= 0 || /^(?:proceeds|net cash|.*\b(?:income|profit|loss))/i.test(label)) return false;
  return (
    /^(?:purchases?|payments?|additions?|acquisitions?|capital expenditures?|investments?|repayments?|repurchases?|dividends?|cash (?:paid|dividends?)|cost|expenditures?)\b/i.test(
      label,
    ) || /^(?:(?:operating|costs? and) )?expenses/i.test(group)
  );
}

function isUnitKnown({ qualifiers }: Value): boolean {
  return !qualifiers.includes('unit not stated');
}

function sureness(
  { grid, row, column }: Cell,
  { match, where }: Hit,
  {
    known,
    period,
    unscaled,
  }: { readonly known: boolean; readonly period: Period | null; readonly unscaled: boolean },
): number {
  const point =
    grid.reading.kind === 'chart'
      ? grid.reading.points.find(({ series, x }) => series === grid.columns[column] && x === row.cells[0])
      : undefined;
  return (
    (known ? 1 : SURENESS.noUnit) *
    (period ? 1 : SURENESS.noPeriod) *
    (match.grade === 'partial' ? SURENESS.partial : 1) *
    (where === 'title' ? SURENESS.title : 1) *
    (unscaled ? SURENESS.noScale : 1) *
    (point && !point.verified ? SURENESS.unverified : 1)
  );
}
