import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { ChartReading, Reading, TableReading, TextReading } from '../domain/reading.ts';
import { withInputs } from '../lib/inputs.ts';
import { comparePeriods } from '../lib/quantity/index.ts';
import { mannerOf } from './about.ts';
import type { Context } from './draft.ts';
import { goalCells } from './goal-cells.ts';
import { gridFindings } from './grid-values.ts';
import { lookupFindings } from './lookup.ts';
import { opinionFindings } from './opinion-values.ts';
import { rankFindings } from './rank-lookup.ts';
import { rowFindings } from './row-lookup.ts';
import { statementFindings } from './statements.ts';
import { targetFindings } from './target-values.ts';
import { textFindings } from './text-values.ts';

/** What one page says about a question: values from tables, charts and sentences, and statements. Best first. */
export function extractFindings(question: Question, context: Context): Finding[] {
  const { readings } = context.page;
  const wider = withInputs(question);
  const plain = { ...wider, metrics: wider.metrics.filter(({ labels }) => !labels) };
  const found = [
    ...readings.filter(isGrid).flatMap(reading => gridFindings(plain, context, reading)),
    ...readings.filter(isGrid).flatMap(reading => lookupFindings(wider, context, reading)),
    ...readings.filter(isGrid).flatMap(reading => rankFindings(question, context, reading)),
    ...readings.filter(isTable).flatMap(reading => rowFindings(question, context, reading)),
    ...readings.filter(isText).flatMap(reading => sentenceValues(plain, context, reading)),
    ...readings.filter(isText).flatMap(reading => targetFindings(question, context, reading)),
    ...readings.filter(isTable).flatMap(reading => goalCells(question, context, reading)),
    ...statementFindings(question, context, readings.filter(isText)),
  ];
  return unique(found).sort(byBearing);
}

/** Shares of people who hold an opinion are bound by who holds it of whom, not by the nearest number. */
function sentenceValues(question: Question, context: Context, reading: TextReading): Finding[] {
  return mannerOf(question) === 'opinion'
    ? opinionFindings(question, context, reading)
    : textFindings(question, context, reading);
}

function isGrid(reading: Reading): reading is TableReading | ChartReading {
  return reading.kind === 'table' || reading.kind === 'chart';
}

function isTable(reading: Reading): reading is TableReading {
  return reading.kind === 'table';
}

function isText(reading: Reading): reading is TextReading {
  return reading.kind === 'text';
}

/** Of findings that claim the same on one page the most relevant is kept. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const known = seen.get(finding.id);
    if (!known || known.relevance < finding.relevance) seen.set(finding.id, finding);
  }
  return [...seen.values()];
}

function byBearing(a: Finding, b: Finding): number {
  return (
    b.relevance - a.relevance ||
    b.confidence - a.confidence ||
    comparePeriods(a.value?.period ?? null, b.value?.period ?? null) ||
    (a.id < b.id ? -1 : 1)
  );
}
