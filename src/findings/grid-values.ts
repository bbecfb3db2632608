import type { Box } from '../domain/box.ts';
import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { ChartReading, TableReading } from '../domain/reading.ts';
import { isUnitStated } from '../lib/qualifiers.ts';
import { parseCell, type Quantity, type UnitHint } from '../lib/quantity/index.ts';
import { type Cell, cellValue } from './cell-value.ts';
import { pointOf } from './chart-point.ts';
import { type Context, valueFinding } from './draft.ts';
import { type Grid, type GridRow, gridOf, isPeriodCell } from './grid.ts';
import { type Hit, hitOf } from './grid-hits.ts';
import { rowPeriod } from './grid-period.ts';
import { unitHints, withCurrency, withScale } from './grid-units.ts';
import { type Header, readHeaders } from './headers.ts';
import { nearbyOf } from './nearby.ts';
import { relevanceOf } from './relevance.ts';

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

/** "<0.1" bounds a level and is none: no change, rank or share follows from it. */
function isBound({ qualifiers }: Quantity): boolean {
  return BOUNDS.some(bound => qualifiers.includes(bound));
}

const BOUNDS = ['less than', 'more than', 'up to', 'at least'];

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
  if (!quantity || isBound(quantity) || isPeriodCell(printed) || !fits(quantity, hit, hints)) return null;
  const value = cellValue(cell, hit, quantity);
  const bearing = {
    where: hit.where,
    partial: hit.match.grade === 'partial',
    scope: hit.scope,
    period: value.period,
    entity: value.entity,
    unit: isUnitStated(value),
    change: false,
  };
  const statement = isStatement(grid) ? STATEMENT_BONUS : 0;
  const place = {
    reading: grid.reading,
    box: row.boxes[column] ?? pointOf(grid.reading, row.cells, column)?.box ?? (grid.reading.box as Box),
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
