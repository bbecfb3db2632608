import type { Finding } from '../domain/finding.ts';
import type { MetricRef, Question } from '../domain/question.ts';
import type { Value } from '../domain/value.ts';
import type { Quantity } from '../lib/quantity/index.ts';
import { cellValue } from './cell-value.ts';
import { pointOf } from './chart-point.ts';
import { type Context, valueFinding } from './draft.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Header } from './headers.ts';

/** The table in which a cell was looked up, and for what. */
export interface Desk {
  readonly question: Question;
  readonly context: Context;
  readonly grid: Grid;
}

/** A cell that was found by what its labels say, not by a metric that the vocabulary knows. */
export interface LookedUp {
  readonly row: GridRow;
  readonly column: number;
  readonly header: Header;
  readonly metric: MetricRef;
  /** What the row is called in the quote. */
  readonly label: string;
  readonly quantity: Quantity;
  readonly where: 'row' | 'column';
  readonly relevance: number;
  /** What the lookup knows better than the cell. */
  readonly refine: (value: Value) => Value;
}

export function cellFinding(found: LookedUp, { question, context, grid }: Desk): Finding {
  const { row, column, header, metric, label, quantity, where, relevance, refine } = found;
  const match = {
    metric: { ...metric, dimensions: ['count' as const] },
    grade: 'exact' as const,
    scope: [],
    length: 1,
  };
  const cell = { question, context, grid, row, column, header, same: [] };
  const value = cellValue(cell, { match, where, scope: [], parts: [] }, quantity);
  const printed = row.cells[column] ?? '';
  const quote = [label, `${header.text === '' ? '' : `${header.text}: `}${printed}`];
  return valueFinding(question, context, {
    value: refine(value),
    relevance,
    place: {
      reading: grid.reading,
      box: row.boxes[column] ?? pointOf(grid.reading, row.cells, column)?.box ?? grid.reading.box,
      quote: quote.filter(part => part !== '').join(' | '),
      cell: [row.index, column],
    },
  });
}
