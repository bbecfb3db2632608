import type { Slide } from '../domain/deck.ts';
import type { Block, ChartSpec, Section, Sentence } from '../domain/report.ts';
import { directionsOf } from './conclusion.ts';
import { type Desk, lineFor, notesOf, take } from './desk.ts';
import { headlineOf, isShown } from './headline.ts';
import { briefly, spread } from './points.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const MOST_BESIDE = 3;
/** A slide of sentences needs so many to be worth turning to, beside charts more than where it stands alone. */
const LEAST_POINTS = 2;
const LEAST_BESIDE_CHARTS = 4;
/** Words that fit beside a chart. */
const BESIDE_WORDS = 80;
const MOST_TEXTS = 2;
/** A table that repeats what charts have shown is left to the report. */
const LEAST_NEW = 0.4;
const MOST_ROWS = 12;

/** A question's slides: each chart, the table where it shows much more than the charts, what the sources say. */
export function sectionSlides(section: Section, desk: Desk): readonly Slide[] {
  const charts = section.blocks.filter(block => block.kind === 'chart').map(block => block.chart);
  const table = section.blocks.find(block => block.kind === 'table');
  const causes = desk.report.keyFindings.filter(one => isStated(one, section, desk));
  const sentences = sentencesFor(section, desk);
  const used = new Set<string>();
  return [
    ...charts.map(chart => chartSlide(chart, { sentences, causes, used, desk })),
    ...(table && isNews(table, charts) ? [tableSlide(table, sentences, desk)] : []),
    ...textSlides(section, { used, desk, drawn: charts.length > 0 || table !== undefined }),
  ];
}

interface ChartDesk {
  readonly sentences: readonly Sentence[];
  /** What the sources give as reasons. */
  readonly causes: readonly Sentence[];
  /** Sentences that stand beside a chart of the section already. */
  readonly used: Set<string>;
  readonly desk: Desk;
}

function chartSlide(chart: ChartSpec, { sentences, causes, used, desk }: ChartDesk): Slide {
  const drawn = new Set(chart.series.flatMap(({ findings }) => findings).filter(id => id !== ''));
  const about = sentences.filter(({ text, findings }) => !used.has(text) && isAbout(findings, drawn));
  const leading = about.filter(({ text }) => isShown(chart.title, [text]));
  const numbers = [...new Set([...leading, ...about])];
  const ordered = [
    ...numbers.slice(0, 1),
    ...causes.filter(one => isOwn(one, drawn, desk)),
    ...numbers.slice(1),
  ].filter(({ text }) => !used.has(text));
  const points = briefly(ordered, MOST_BESIDE, BESIDE_WORDS);
  for (const { text } of points) used.add(text);
  const onSlide = [
    ...points.map(({ text }) => text),
    chart.subtitle,
    ...chart.categories,
    ...chart.series.flatMap(({ name, values }) => [name, ...values.map(String)]),
  ];
  const wanted = [
    headlineOf({ text: chart.title }) ?? '',
    ...points.flatMap(point => headlineOf(point) ?? []),
  ];
  const findings = [...new Set([...drawn, ...points.flatMap(point => point.findings)])];
  return {
    kind: 'chart',
    title: take(
      desk,
      wanted.filter(text => isShown(text, onSlide)),
      `The chart shows how ${startOf(chart)} compares`,
    ),
    chart,
    points,
    notes: notesOf(
      points.map(({ text }) => text),
      findings,
    ),
    findings,
    sourceLine: findings.length === drawn.size ? chart.sourceLine : lineFor(findings, desk),
  };
}

/** Whether a reason comes from those whose values the chart shows. */
function isOwn({ findings }: Sentence, drawn: ReadonlySet<string>, { state }: Desk): boolean {
  const shown = new Set([...drawn].map(id => state.findings[id]?.value?.entity ?? ''));
  const whose = state.sources[state.findings[findings[0] ?? '']?.evidence[0]?.source ?? '']?.profile?.entity;
  return !whose || shown.has(whose) || shown.has('');
}

/** What a chart measures, without unit and time. */
function startOf({ subtitle }: ChartSpec): string {
  return subtitle.split(', ')[0] ?? subtitle;
}

/** A sentence belongs beside a chart that shows its values; the total that a share is of need not be drawn. */
function isAbout(findings: readonly string[], drawn: ReadonlySet<string>): boolean {
  const shown = findings.filter(id => drawn.has(id)).length;
  return drawn.has(findings[0] ?? '') && shown >= findings.length - 1 && (shown > 1 || findings.length <= 2);
}

function isNews(table: TableBlock, charts: readonly ChartSpec[]): boolean {
  const drawn = new Set(charts.flatMap(chart => chart.series.flatMap(({ findings }) => findings)));
  const cells = table.rows.flat().filter(cell => cell.findings.length > 0);
  const fresh = cells.filter(cell => cell.findings.some(id => !drawn.has(id)));
  return cells.length > 0 && (charts.length === 0 || fresh.length / cells.length >= LEAST_NEW);
}

function tableSlide(table: TableBlock, sentences: readonly Sentence[], desk: Desk): Slide {
  const rows = table.rows.slice(0, MOST_ROWS);
  const ids = [...new Set(rows.flat().flatMap(cell => cell.findings))];
  const own = sentences.filter(
    ({ findings }) => findings.length > 0 && findings.every(id => ids.includes(id)),
  );
  const onSlide = [...table.columns.map(({ label }) => label), ...rows.flat().map(({ text }) => text)];
  const wanted = own.flatMap(sentence => headlineOf(sentence) ?? []).filter(text => isShown(text, onSlide));
  const about = table.title.split(', ')[0] ?? table.title;
  return {
    kind: 'table',
    title: take(desk, wanted, directionsOf(own, desk.state) ?? reports(about)),
    heading: table.title,
    columns: table.columns,
    rows,
    notes: notesOf(
      own.map(({ text }) => text),
      ids,
    ),
    findings: ids,
    sourceLine: lineFor(ids, desk),
  };
}

interface TextDesk {
  readonly used: Set<string>;
  readonly desk: Desk;
  /** Whether the section has a chart or a table. */
  readonly drawn: boolean;
}

/** Statements; and the numbers in words where nothing shows them. What is too little for a slide is left to the last. */
function textSlides(section: Section, { used, desk, drawn }: TextDesk): readonly Slide[] {
  const told = drawn ? [] : sentencesFor(section, desk);
  const bullets = section.blocks.flatMap(block => (block.kind === 'bullets' ? block.items : []));
  const causes = drawn ? desk.report.keyFindings.filter(one => isStated(one, section, desk)) : [];
  const least = drawn ? LEAST_BESIDE_CHARTS : LEAST_POINTS;
  const shown = new Set(desk.report.answer.map(({ text }) => text));
  const points = distinct([...causes, ...told, ...bullets]).filter(
    ({ text }) => !used.has(text) && !shown.has(text),
  );
  if (points.length < least) {
    desk.left.push(...points);
    return [];
  }
  return spread(points)
    .slice(0, MOST_TEXTS)
    .flatMap(group =>
      textSlide(group, desk, `The sources explain ${startLower(section.title)} in their own words`),
    );
}

/** Bullets under the message of the first one that makes a title. */
export function textSlide(
  points: readonly Sentence[],
  desk: Desk,
  otherwise = 'The sources give reasons for what the figures show',
): readonly Slide[] {
  const ids = [...new Set(points.flatMap(({ findings }) => findings))];
  const wanted = points.flatMap(point => headlineOf(point) ?? []);
  if (points.length === 0) return [];
  return [
    {
      kind: 'text',
      title: take(desk, wanted, otherwise),
      points,
      notes: notesOf(
        points.map(({ text }) => text),
        ids,
      ),
      findings: ids,
      sourceLine: lineFor(ids, desk),
    },
  ];
}

/** A sentence of the sources that was found for this question. */
function isStated({ findings }: Sentence, { id }: Section, { state }: Desk): boolean {
  return findings.every(
    one => state.findings[one]?.kind === 'statement' && state.findings[one]?.question === id,
  );
}

/** Every sentence of the report that is about this question: answer and key findings first, then its own section. */
function sentencesFor(section: Section, { report, state }: Desk): readonly Sentence[] {
  const own = section.blocks.flatMap(block => (block.kind === 'paragraph' ? block.sentences : []));
  const theirs = [...report.answer, ...report.keyFindings].filter(({ findings }) =>
    findings.some(id => state.findings[id]?.question === section.id),
  );
  return distinct([...theirs, ...own]);
}

function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.filter((one, i) => sentences.findIndex(other => other.text === one.text) === i);
}

/** "Siemens breaks down its greenhouse-gas emissions". */
function reports(title: string): string {
  const [who, what] = title.includes(': ') ? title.split(': ') : ['', title];
  const topic = startLower(what ?? title);
  return who ? `${who} breaks its ${topic} down by part` : `The sources put figures on ${topic}`;
}

function startLower(text: string): string {
  return /^\p{Lu}[\p{Ll}-]/u.test(text) && !/^(?:Scope|Tier)\b|:/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
