import type { Deck, Slide } from '../domain/deck.ts';
import type { Report } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { listOf, upperFirst } from './labels.ts';
import { briefly, type Desk, lineFor, notesOf, sectionSlides, take } from './slides.ts';

const MOST_POINTS = 6;
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
  const desk: Desk = { report, state, titles: new Set() };
  const slides: readonly Slide[] = [
    titleSlide(desk),
    ...summarySlide(desk),
    ...report.sections.flatMap(section => sectionSlides(section, desk)),
    ...gapsSlide(desk),
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

function summarySlide(desk: Desk): readonly Slide[] {
  const points = briefly(desk.report.answer, MOST_POINTS);
  if (points.length === 0) return [];
  const findings = [...new Set(points.flatMap(point => point.findings))];
  const count = points.length === 1 ? 'one point' : `${upTo(points.length)} points`;
  return [
    {
      kind: 'summary',
      title: take(desk, [], `What the sources say comes down to ${count}`),
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

function gapsSlide(desk: Desk): readonly Slide[] {
  const { disagreements, open, coverage, rejected } = desk.report;
  const unread = coverage.filter(line => line.failure !== null).length + rejected.length;
  const notRead =
    unread === 0
      ? []
      : [
          {
            text: `${upperFirst(upTo(unread))} source${unread === 1 ? ' was' : 's were'} not read; the report's ledger says why.`,
            findings: [],
            citations: [],
          },
        ];
  const points = briefly([...disagreements.slice(0, 3), ...notRead, ...open.slice(0, 3)], MOST_POINTS);
  if (points.length === 0) return [];
  const findings = [...new Set(points.flatMap(point => point.findings))];
  const parts = [
    ...(disagreements.length > 0 ? ['disagree or were restated in places'] : []),
    ...(open.length + unread > 0 ? ['leave gaps'] : []),
  ];
  return [
    {
      kind: 'text',
      title: take(desk, [], `The sources ${listOf(parts)} that a reader should know of`),
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
      const name = title === '' ? path : `${title} (${path})`;
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
