import type { MetricRef, Question } from '../domain/question.ts';
import type { ChartReading, Reading, TableReading, TextReading } from '../domain/reading.ts';

/** How much a reading promises for a question beyond its words: labels, numbers, periods, headings. About 0 to 6. */
export function scoreReading(question: Question, reading: Reading): number {
  const words = wordsOf(reading);
  const known = reading.kind === 'failed' ? 0 : SCORES[reading.kind](question, reading as never);
  return known + scoreContext(question, reading, words) - scoreNoise(reading, words);
}

const SCORES = {
  table: scoreTable,
  chart: scoreChart,
  text: scoreText,
} satisfies Record<string, (question: Question, reading: never) => number>;

const MONEY_SECTIONS =
  /consolidated (?:statements?|balance sheets?)|statements? of (?:income|operations|earnings|cash flows?|financial position)|income statement|balance sheet|selected (?:consolidated )?financial data|results of operations|five[- ]year|financial highlights/iu;
const FIGURE_SECTIONS =
  /key (?:figures|indicators|performance)|performance (?:data|indicators)|highlights|at a glance|fact ?sheet|overview|summary|esg data|indicators|topline|statistics/iu;
const CAUSE =
  /\b(?:due to|driven by|because|as a result of|resulted from|primarily|mainly|attributable to|reflect(?:s|ed|ing)|owing to|offset by|thanks to|led to|contributed)\b/iu;
const TARGET =
  /\b(?:targets?|goals?|net[- ]zero|commit(?:ment|ted)|ambition|by 20[2-9]\d|carbon neutral|science[- ]based|sbti)\b/iu;

/** A row whose label names the metric and whose cells are numbers is the best there is. */
function scoreTable(question: Question, { title, columns, rows }: TableReading): number {
  let found = 0;
  let score = 0;
  for (const row of rows) {
    if (!question.metrics.some(metric => names(metric, row[0] ?? ''))) continue;
    const numbers = row.slice(1).filter(cell => /\d/.test(cell)).length;
    if (numbers === 0) continue;
    found += 1;
    score += found === 1 ? 2 + Math.min(numbers, 5) * 0.15 : 0.25;
  }
  if (columns.some(column => question.metrics.some(metric => names(metric, column)))) score += 1;
  if (question.metrics.some(metric => names(metric, title))) score += 1;
  return Math.min(score, 4);
}

function scoreChart(question: Question, { title, xTitle, yTitle, points, table }: ChartReading): number {
  const labels = [title, xTitle, yTitle, ...table.columns, ...table.rows.map(row => row[0] ?? '')];
  const named = labels.some(label => question.metrics.some(metric => names(metric, label)));
  return named && points.length > 0 ? 2.2 : 0;
}

function scoreText(question: Question, { text, role }: TextReading): number {
  const named = question.metrics.filter(metric => names(metric, text)).length;
  if (named === 0) return 0;
  if (role === 'heading' || role === 'title') return 0.8;
  const number = /\d+(?:[.,]\d+)?\s?(?:%|percent|million|billion)|[$€£]\s?\d|\d{1,3}(?:,\d{3})+/u.test(text)
    ? 0.6
    : 0;
  return 0.3 + number + Math.min(named - 1, 3) * 0.1;
}

/** What stands around the numbers: the section they are in, the periods and names asked for, causes and targets. */
function scoreContext(
  { metrics, periods, entities, aspects, terms }: Question,
  reading: Reading,
  words: string,
): number {
  const where = [...reading.section, reading.kind === 'table' ? reading.title : ''].join(' ');
  const money = metrics.some(metric => metric.dimensions.includes('money'));
  let score = 0;
  const inWords = aspects.includes('cause') || aspects.includes('statement');
  if (money && !inWords && isStatement(reading)) score += STATEMENT + (isNamed(reading, terms) ? NAMED : 0);
  else if (money && MONEY_SECTIONS.test(where)) score += 0.6;
  else if (FIGURE_SECTIONS.test(where)) score += 0.4;
  if (periods.some(period => words.includes(String(period.year)))) score += 0.5;
  if (entities.some(entity => words.includes(entity.toLowerCase()))) score += 0.4;
  if (aspects.includes('cause') && CAUSE.test(words)) score += 0.7;
  if (aspects.includes('target') && TARGET.test(words)) score += 0.7;
  if (aspects.includes('statement') && reading.kind === 'text' && /\d\s?%|percent/u.test(words)) score += 0.4;
  return score;
}

/** The statements themselves, before the tables of the discussion that repeat a part of them. */
function isStatement(reading: Reading): boolean {
  if (reading.kind !== 'table' || reading.rows.length < LEAST_ROWS) return false;
  return STATEMENTS.test([reading.title, reading.section.at(-1) ?? ''].join(' '));
}

/** The statement that the question says to look at. */
function isNamed(reading: Reading, terms: Question['terms']): boolean {
  const title = reading.kind === 'table' ? reading.title : '';
  const where = [title, reading.section.at(-1) ?? ''].join(' ').toLowerCase();
  return terms.some(({ term }) => STATEMENTS.test(term) && where.includes(term));
}

const STATEMENTS =
  /\b(?:statements? of (?:(?:consolidated|comprehensive) )?(?:income|operations|earnings|cash flows?|financial (?:position|condition)|profit (?:or|and) loss)|income statements?|balance sheets?|profit and loss accounts?|cash flow statements?)\b/iu;
const LEAST_ROWS = 8;
const STATEMENT = 1.8;
const NAMED = 1;

/** Contents, indexes and reference lists name everything and say nothing. */
function scoreNoise(reading: Reading, words: string): number {
  const where = [...reading.section, reading.kind === 'table' ? reading.title : ''].join(' ').toLowerCase();
  const leaders = words.match(/\.{4,}|(?:\. ){4,}/gu)?.length ?? 0;
  if (
    /\b(?:table of contents|contents|gri (?:content )?index|sasb index|content index|references|bibliography|glossary|about this report)\b/u.test(
      where,
    )
  )
    return 1.2;
  return leaders >= 3 ? 1.2 : 0;
}

/** What a reading says, lower case; of a table its title and labels. */
export function wordsOf(reading: Reading): string {
  if (reading.kind === 'text') return reading.text.toLowerCase();
  if (reading.kind === 'failed') return reading.caption.toLowerCase();
  const { columns, rows } = reading.kind === 'table' ? reading : reading.table;
  return [reading.title, ...columns, ...rows.map(row => row[0] ?? '')].join(' ').toLowerCase();
}

/** Whether a text has one of the metric's phrases as words, outside every phrase that only looks like it. */
function names({ phrases, not }: MetricRef, text: string): boolean {
  if (text === '') return false;
  const plain = ` ${normalise(text)} `;
  const bare = not.reduce((rest, phrase) => rest.split(` ${normalise(phrase)} `).join(' | '), plain);
  return phrases.some(
    phrase => bare.includes(` ${normalise(phrase)} `) || bare.includes(` ${normalise(phrase)}s `),
  );
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}%&'+]+/gu, ' ')
    .trim();
}
