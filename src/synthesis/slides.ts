import type { Slide } from '../domain/deck.ts';
import type { Block, ChartSpec, Report, Section, Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { fits, headlineOf, isShown } from './headline.ts';
import { lowerFirst } from './labels.ts';
import { sourceLine } from './places.ts';

/** What slides are made from, and the titles that are taken. */
export interface Desk {
  readonly report: Report;
  readonly state: State;
  readonly titles: Set<string>;
}

const MOST_POINTS = 3;
const MOST_STATEMENTS = 5;
const MOST_WORDS = 88;

/** A question's slides: each chart, the table where it shows more than the charts, what the sources say. */
export function sectionSlides(section: Section, desk: Desk): readonly Slide[] {
  const charts = section.blocks.filter(block => block.kind === 'chart').map(block => block.chart);
  const table = section.blocks.find(block => block.kind === 'table');
  const shown = new Set(charts.flatMap(chart => chart.series.flatMap(({ findings }) => findings)));
  const more = table?.rows.flat().some(cell => cell.findings.some(id => !shown.has(id))) ?? false;
  return [
    ...charts.map(chart => chartSlide(chart, section, desk)),
    ...(table && (more || charts.length === 0) ? [tableSlide(table, section, desk)] : []),
    ...textSlides(section, desk, charts.length > 0 || table !== undefined),
  ];
}

function chartSlide(chart: ChartSpec, section: Section, desk: Desk): Slide {
  const drawn = new Set(chart.series.flatMap(({ findings }) => findings).filter(id => id !== ''));
  const about = sentencesFor(section, desk.report).filter(({ findings }) => isAbout(findings, drawn));
  const leading = about.filter(({ text }) => isShown(chart.title, [text]));
  const points = [...new Set([...leading, ...about])].slice(0, MOST_POINTS);
  const onSlide = [
    ...points.map(({ text }) => text),
    chart.subtitle,
    ...chart.categories,
    ...chart.series.flatMap(({ name, values }) => [name, ...values.map(String)]),
  ];
  const wanted = [chart.title, ...points.flatMap(point => headlineOf(point) ?? [])];
  const shown = wanted.filter(text => isShown(text, onSlide));
  const findings = [...new Set([...drawn, ...points.flatMap(point => point.findings)])];
  return {
    kind: 'chart',
    title: take(desk, shown, `The chart shows ${chart.subtitle}`),
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

/** A sentence belongs beside a chart that shows its values; the total that a share is of need not be drawn. */
function isAbout(findings: readonly string[], drawn: ReadonlySet<string>): boolean {
  const shown = findings.filter(id => drawn.has(id)).length;
  return shown > 0 && shown >= findings.length - 1 && (shown > 1 || findings.length === 1);
}

function tableSlide(table: Extract<Block, { kind: 'table' }>, section: Section, desk: Desk): Slide {
  const ids = [...new Set(table.rows.flat().flatMap(cell => cell.findings))];
  const own = sentencesFor(section, desk.report).filter(
    ({ findings }) => findings.length > 0 && findings.every(id => ids.includes(id)),
  );
  const onSlide = [...table.columns.map(({ label }) => label), ...table.rows.flat().map(({ text }) => text)];
  const wanted = own.flatMap(sentence => headlineOf(sentence) ?? []).filter(text => isShown(text, onSlide));
  return {
    kind: 'table',
    title: take(desk, wanted, `The sources give these values for ${lowerFirst(section.title)}`),
    heading: table.title,
    columns: table.columns,
    rows: table.rows,
    notes: notesOf(
      own.map(({ text }) => text),
      ids,
    ),
    findings: ids,
    sourceLine: lineFor(ids, desk),
  };
}

/** Statements; and the numbers in words where they are too few for a chart or a table. */
function textSlides(section: Section, desk: Desk, drawn: boolean): readonly Slide[] {
  const said = section.blocks.flatMap(block =>
    block.kind === 'bullets' ? block.items : block.kind === 'paragraph' && !drawn ? block.sentences : [],
  );
  const points = briefly(said, MOST_STATEMENTS);
  if (points.length === 0) return [];
  const ids = [...new Set(points.flatMap(({ findings }) => findings))];
  const wanted = points.flatMap(point => headlineOf(point) ?? []);
  return [
    {
      kind: 'text',
      title: take(desk, wanted, `The sources say this about ${lowerFirst(section.title)}`),
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

/** As many sentences as a slide holds; long ones yield to those after them. The report has them all. */
export function briefly(sentences: readonly Sentence[], most: number): readonly Sentence[] {
  const chosen: Sentence[] = [];
  let words = 0;
  for (const sentence of sentences) {
    const count = sentence.text.split(/\s+/u).length;
    if (chosen.length === most || (chosen.length > 0 && words + count > MOST_WORDS)) continue;
    chosen.push(sentence);
    words += count;
  }
  return chosen;
}

/** Every sentence of the report that is about this question: its own section first. */
function sentencesFor(section: Section, { answer, keyFindings }: Report): readonly Sentence[] {
  const own = section.blocks.flatMap(block => (block.kind === 'paragraph' ? block.sentences : []));
  const all = [...answer, ...keyFindings, ...own];
  return all.filter((sentence, i) => all.findIndex(other => other.text === sentence.text) === i);
}

/** The first title wanted that fits and isn't taken; else the last resort, made unique by what it is about. */
export function take({ titles }: Desk, wanted: readonly string[], otherwise: string): string {
  const free = wanted.find(title => fits(title) && !titles.has(title.toLowerCase()));
  const plain = otherwise.length > 96 ? `${otherwise.slice(0, 95).replace(/\s+\S*$/u, '')}…` : otherwise;
  let title = free ?? plain;
  for (let i = 2; titles.has(title.toLowerCase()); i += 1) title = `${plain}, part ${i}`;
  titles.add(title.toLowerCase());
  return title;
}

/** The talk track, then the ids that a reader can look up. */
export function notesOf(track: readonly string[], findings: readonly string[]): readonly string[] {
  const ids = findings.length > 0 ? [`Findings: ${findings.join(', ')}.`] : [];
  return [...track, ...ids];
}

export function lineFor(ids: readonly string[], { state }: Desk): string {
  return sourceLine(
    state,
    ids.flatMap(id => state.findings[id] ?? []),
  );
}
