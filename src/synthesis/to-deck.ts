import type { Deck, Slide } from '../domain/deck.ts';
import type { Report, Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { conclusionsOf } from './conclusion.ts';
import { type Desk, lineFor, notesOf, take } from './desk.ts';
import { headlineOf, numbersOf } from './headline.ts';
import { listOf, upperFirst } from './labels.ts';
import { briefly, spread } from './points.ts';
import { sectionSlides, textSlide } from './slides.ts';

const MOST_POINTS = 6;
/** The summary is the one slide that may be full. */
const MOST_SUMMARY_POINTS = 7;
const SUMMARY_WORDS = 130;
const GAP_WORDS = 88;
const MOST_GAPS = 3;
const LEAST_LEFT = 2;
const MOST_LEFT = 2;
const NUMBER_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The deck as plain data: title, summary, a message a slide, disagreements and gaps, sources. Pure. */
export function toDeck(report: Report, state: State): Deck {
  const desk: Desk = { report, state, titles: new Set(), left: [] };
  const gaps = gapsOf(desk);
  const summary = summarySlide(desk, gaps.length === 1 ? gaps : []);
  const sections = report.sections.flatMap(section => sectionSlides(section, desk));
  const slides: readonly Slide[] = [
    titleSlide(desk),
    ...summary,
    ...sections,
    ...leftSlide(desk),
    ...(gaps.length > 1 ? gapsSlide(desk, gaps) : []),
    sourcesSlide(desk),
  ];
  return { title: report.title, run: report.run, lang: report.lang, slides };
}

function titleSlide({ report, titles }: Desk): Slide {
  titles.add(report.title.toLowerCase());
  const read = report.sources.length;
  return {
    kind: 'title',
    title: report.title,
    subtitle: `What ${upTo(read)} source${read === 1 ? '' : 's'} say${read === 1 ? 's' : ''}, with evidence for every figure`,
    notes: [`Asked: ${report.asked.join(' ')}`],
    findings: [],
    sourceLine: '',
  };
}

/** The whole answer on one slide, under the sentence that says most; a single gap is told with it. */
function summarySlide(desk: Desk, gaps: readonly Sentence[]): readonly Slide[] {
  const answers = inTurn(desk).map(sentence => inShort(sentence, desk));
  const points = briefly(
    [...answers.slice(0, MOST_SUMMARY_POINTS - gaps.length), ...gaps],
    MOST_SUMMARY_POINTS,
    SUMMARY_WORDS,
  );
  if (points.length === 0) return [];
  const findings = [...new Set(points.flatMap(point => point.findings))];
  return [
    {
      kind: 'summary',
      title: take(
        desk,
        titlesOf(points, desk),
        points.some(one => one.findings.length > 0)
          ? 'The sources answer the question in the words below'
          : 'The sources leave the question without an answer',
      ),
      points,
      notes: notesOf(
        points.map(({ text }) => text),
        findings,
      ),
      findings,
      sourceLine: lineFor(findings, desk),
    },
  ];
}

/** What the figures come to, else the message of the first sentence that has one. */
function titlesOf(points: readonly Sentence[], { state }: Desk): readonly string[] {
  return [...conclusionsOf(points, state), ...points.flatMap(point => headlineOf(point) ?? [])];
}

/** The first sentence of each question, then the others, so that none is left out. */
function inTurn({ report, state }: Desk): readonly Sentence[] {
  const question = ({ findings }: Sentence) => state.findings[findings[0] ?? '']?.question ?? '';
  const { answer } = report;
  const firsts = answer.filter(
    (one, i) => answer.findIndex(other => question(other) === question(one)) === i,
  );
  const chosen = new Set(
    briefly(
      [...firsts, ...answer.filter(one => !firsts.includes(one))],
      MOST_SUMMARY_POINTS,
      Number.POSITIVE_INFINITY,
    ),
  );
  return answer.filter(one => chosen.has(one));
}

/** As its chart is titled, where that says it in fewer words. */
function inShort(sentence: Sentence, { report }: Desk): Sentence {
  const charts = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'chart' ? [block.chart] : [])),
  );
  const numbers = new Set(numbersOf(sentence.text));
  const own = charts.find(chart => {
    const drawn = new Set(chart.series.flatMap(({ findings }) => findings));
    return (
      sentence.findings.length > 1 &&
      sentence.findings.every(id => drawn.has(id)) &&
      numbersOf(chart.title).every(number => numbers.has(number)) &&
      chart.title.split(' ')[1] === sentence.text.split(' ')[1]
    );
  });
  return own && own.title.length < sentence.text.length ? { ...sentence, text: `${own.title}.` } : sentence;
}

/** Reasons of several questions, each too few for a slide of its own. */
function leftSlide(desk: Desk): readonly Slide[] {
  return spread(desk.left)
    .slice(0, MOST_LEFT)
    .flatMap(points => (points.length < LEAST_LEFT ? [] : textSlide(points, desk)));
}

function gapsOf({ report }: Desk): readonly Sentence[] {
  const { disagreements, open } = report;
  return briefly(
    [
      ...disagreements.slice(0, 1),
      ...open
        .slice(0, MOST_GAPS)
        .map(({ text, ...rest }) => ({ ...rest, text: text.replace(/; the closest pages .*$/u, '.') })),
      ...disagreements.slice(1),
      ...unreadOf(report),
    ],
    MOST_POINTS,
    GAP_WORDS,
  );
}

function gapsSlide(desk: Desk, points: readonly Sentence[]): readonly Slide[] {
  const { disagreements, open } = desk.report;
  const findings = [...new Set(points.flatMap(point => point.findings))];
  return [
    {
      kind: 'text',
      title: take(desk, [], gapsTitle(desk.report)),
      points,
      notes: notesOf(
        [...disagreements, ...open].map(({ text }) => text),
        findings,
      ),
      findings,
      sourceLine: lineFor(findings, desk),
    },
  ];
}

/** "The sources disagree on one value, restate three, and leave one question open". */
function gapsTitle(report: Report): string {
  const restated = report.disagreements.filter(({ text }) => / restated /u.test(text)).length;
  const disputed = report.disagreements.length - restated;
  const open = report.open.filter(({ findings }) => findings.length === 0).length;
  const parts = [
    ...(disputed > 0 ? [`disagree on ${upTo(disputed)} value${disputed === 1 ? '' : 's'}`] : []),
    ...(restated > 0 ? [`restate ${upTo(restated)} value${restated === 1 ? '' : 's'}`] : []),
    ...(open > 0 ? [`leave ${upTo(open)} gap${open === 1 ? '' : 's'} in the answer`] : []),
  ];
  return parts.length === 0
    ? 'Some sources were given but could not be read'
    : `The sources ${listOf(parts)}`;
}

function unreadOf({ coverage, rejected }: Report): readonly Sentence[] {
  const unread = coverage.filter(line => line.failure !== null).length + rejected.length;
  if (unread === 0) return [];
  const text = `${upperFirst(upTo(unread))} source${unread === 1 ? ' was' : 's were'} not read; the report's ledger says why.`;
  return [{ text, findings: [], citations: [] }];
}

function sourcesSlide(desk: Desk): Slide {
  const { sources, findingCount, coverage } = desk.report;
  const read = sources.filter(source =>
    coverage.some(line => line.source === source.id && line.failure === null),
  );
  return {
    kind: 'sources',
    title: take(
      desk,
      [],
      `The findings rest on ${upTo(read.length)} source${read.length === 1 ? '' : 's'} that can be opened and checked`,
    ),
    entries: read.map(({ title, path, pages, published }) => {
      const file = path.split('/').at(-1) ?? path;
      const name = title === '' ? file : `${title} (${file})`;
      return `${name}, ${pages} page${pages === 1 ? '' : 's'}${published === '' ? '' : `, ${published}`}`;
    }),
    notes: [`${findingCount} findings, each with its page and quote in the report.`],
    findings: [],
    sourceLine: '',
  };
}

/** Small numbers in words: a title's figures are those of its findings. */
function upTo(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}
