import type { Question } from '../domain/question.ts';
import type { ChartPoint } from '../domain/reading.ts';
import type { Period, Value } from '../domain/value.ts';
import { UNIT_NOT_STATED, UNVERIFIED } from '../lib/qualifiers.ts';
import type { Quantity } from '../lib/quantity/index.ts';
import { annualised } from './annual.ts';
import { pointOf } from './chart-point.ts';
import { type Context, round2 } from './draft.ts';
import { isForecast } from './forecast.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Hit } from './grid-hits.ts';
import { periodOfCell } from './grid-period.ts';
import type { Header } from './headers.ts';
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

/** One cell with everything that says what it is. */
export interface Cell {
  readonly question: Question;
  readonly context: Context;
  readonly grid: Grid;
  readonly row: GridRow;
  readonly column: number;
  readonly header: Header;
  /** Other cells of the row whose header says the same. */
  readonly same: readonly string[];
}

/** A cell's quantity with its period, whom it is about, what narrows it, and how sure all that is. */
export function cellValue(cell: Cell, hit: Hit, quantity: Quantity): Value {
  const { question, context, grid, row, column } = cell;
  const point = pointOf(grid.reading, row.cells, column);
  const { metric } = hit.match;
  const stated = periodOfCell(cell);
  const period = annualised(stated, metric.name, context.profile);
  const { entity, qualifiers } = subjectOf(hit, question, context.profile);
  const around = [grid.title, grid.near.lead, ...grid.notes, ...grid.near.lines];
  const ahead = !qualifiers.includes('projected') && isForecast(around, period);
  const known = quantity.dimension !== 'count' || quantity.unit !== '' || metric.dimensions.includes('count');
  const { high: _, ...plain } = quantity;
  const draft = {
    ...plain,
    amount: signed(row, quantity),
    dimension: known ? quantity.dimension : (metric.dimensions[0] ?? 'other'),
    period,
    entity,
    metric: metric.name,
    qualifiers: [
      ...quantity.qualifiers,
      ...qualifiers,
      ...(ahead ? ['projected'] : []),
      ...(known ? [] : [UNIT_NOT_STATED]),
      ...measured(point),
    ],
    ...(point?.tolerance && point.how === 'geometry' ? { tolerance: point.tolerance } : {}),
    how: grid.reading.kind === 'chart' ? ('point' as const) : ('cell' as const),
  };
  return {
    ...draft,
    confidence: round2(
      grid.reading.confidence * sureness(cell, hit, { known, period, unscaled: isUnscaled(quantity) }),
    ),
  };
}

/** What was measured off a drawing is about what it was drawn for, if anything vouches for it. */
function measured(point: ChartPoint | null): readonly string[] {
  if (point?.how !== 'geometry') return [];
  return point.verified ? ['about'] : ['about', UNVERIFIED];
}

/** Large money in a table that nothing scales: a note may have got lost. */
function isUnscaled({ amount, scale, dimension, unit, printed }: Quantity): boolean {
  const whole = Math.abs(amount) >= 1000 && Number.isInteger(amount);
  return dimension === 'money' && scale === 1 && whole && !/ per /.test(unit) && !/\p{L}{2}/u.test(printed);
}

/** What is taken off in a statement stands in brackets there, and is an amount of its own all the same. */
function signed(row: GridRow, quantity: Quantity): number {
  const label = (row.labels.at(-1) ?? '').trim();
  if (/^(?:\(?benefit(?: from)?\)? ?\/? ?\(?(?:provision|expense))/i.test(label)) return -quantity.amount;
  const taken = TAKEN.test(label) && !/\((?:benefit|income|credit|gain)/i.test(label);
  return taken || isOutflow(row, quantity) ? Math.abs(quantity.amount) : quantity.amount;
}

/** Lines of an income statement that are charges whatever their sign; a benefit says so in its label. */
const TAKEN =
  /^(?:(?:total |net )?interest expenses?\b(?! ?\()|provision for income taxes|income tax(?:es| expense| provision)\b|tax expense)/i;

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

function sureness(
  { grid, row, column }: Cell,
  { match, where }: Hit,
  {
    known,
    period,
    unscaled,
  }: { readonly known: boolean; readonly period: Period | null; readonly unscaled: boolean },
): number {
  const point = pointOf(grid.reading, row.cells, column);
  return (
    (known ? 1 : SURENESS.noUnit) *
    (period ? 1 : SURENESS.noPeriod) *
    (match.grade === 'partial' ? SURENESS.partial : 1) *
    (where === 'title' ? SURENESS.title : 1) *
    (unscaled ? SURENESS.noScale : 1) *
    (point && !point.verified ? SURENESS.unverified : 1)
  );
}
