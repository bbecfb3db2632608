import type { Box } from '../domain/box.ts';
import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { TableReading } from '../domain/reading.ts';
import type { Period, Value } from '../domain/value.ts';
import { type NumberSpan, parseNumbers, parsePeriods } from '../lib/quantity/index.ts';
import { type Context, round2, valueFinding } from './draft.ts';
import { type Grid, type GridRow, gridOf } from './grid.ts';
import { nearbyOf } from './nearby.ts';
import { EMISSIONS, scopeIn, targetMetric } from './target-values.ts';

const GOAL_COLUMN = /\b(?:targets?|goals?|objectives?|ambitions?|commitments?)\b/i;
/** A column of what came of a goal. */
const OUTCOME =
  /\b(?:progress|status|achieved|achievement|results?|change|vs\.?|versus|base(?:line)?|distance|gap)\b/i;
/** Goals of another kind than emitting less. */
const NOT_A_CUT =
  /\b(?:share|coverage|covered|proportion|suppliers?|renewable|intensity|electricity|energy (?:use|consumption)|water (?:use|withdrawal|consumption)|waste (?:recycled|recovery)|avoided|engagement|employees)\b/i;
const SURENESS = 0.9;
const RELEVANCE = 0.92;

/** Goals to cut emissions, as tables list them: a row of emissions, a column "Target 2030", a percentage. */
export function goalCells(question: Question, context: Context, reading: TableReading): Finding[] {
  const metric = targetMetric(question);
  if (!metric || !reading.columns.some(header => GOAL_COLUMN.test(header))) return [];
  const grid = gridOf(reading, nearbyOf(reading, context.page.readings));
  return grid.rows.flatMap(row =>
    row.cells.flatMap((printed, column) => {
      const goal = column < grid.labelColumns ? null : goalOf(row, column, grid);
      if (!goal) return [];
      const value: Value = {
        amount: Math.abs(goal.number.amount),
        dimension: 'percent',
        unit: '%',
        scale: 1,
        period: goal.period,
        entity: context.profile.entity,
        metric: metric.name,
        printed: goal.number.printed,
        qualifiers: ['target', ...goal.scope],
        how: 'cell',
        confidence: round2(reading.confidence * SURENESS),
      };
      const header = row.headers[column] ?? '';
      const quote = `${row.labels.join(' ')} | ${header === '' ? '' : `${header}: `}${printed}`;
      const box: Box = row.boxes[column] ?? reading.box;
      const place = { reading, box, quote, cell: [row.index, column] as const };
      return [valueFinding(question, context, { value, relevance: RELEVANCE, place })];
    }),
  );
}

interface Goal {
  readonly number: NumberSpan;
  readonly period: Period;
  readonly scope: readonly string[];
}

function goalOf(row: GridRow, column: number, { title }: Grid): Goal | null {
  const header = row.headers[column] ?? '';
  const printed = row.cells[column] ?? '';
  const about = [...row.labels, row.group].join(' ');
  if (!GOAL_COLUMN.test(header) || OUTCOME.test(header) || NOT_A_CUT.test(about)) return null;
  if (!EMISSIONS.test(`${about} ${title}`)) return null;
  const percents = parseNumbers(printed).filter(
    ({ unit, amount }) => unit === '%' && Math.abs(amount) <= 100,
  );
  const period = [header, printed, title].map(dueIn).find(due => due !== null);
  const [number] = percents;
  return number && percents.length === 1 && period ? { number, period, scope: scopeOf(row) } : null;
}

/** The last year that is named: "Target 2030", "By 2030: –39%". */
function dueIn(text: string): Period | null {
  return (
    parsePeriods(text)
      .filter(({ period }) => period.kind === 'year')
      .at(-1)?.period ?? null
  );
}

/** The scopes that the row names, and the business that its emissions are from. */
function scopeOf({ labels, group }: GridRow): readonly string[] {
  const scope =
    [...labels]
      .reverse()
      .concat(group)
      .map(scopeIn)
      .find(name => name !== '') ?? '';
  const business = labels
    .map(label =>
      /\bfrom (?:the )?(?<what>[\p{L} &-]{3,40}?) (?:activities|business(?:es)?|operations)\b/iu.exec(label),
    )
    .find(match => match !== null)?.groups?.what;
  return [scope, business ?? ''].filter(word => word !== '');
}
