import type { Expected, GroundTruth } from '../../fixtures/make/ground-truth.ts';
import { isYear } from './check-answers.ts';
import { shows } from './check-wording.ts';
import { deckCharts } from './deck-charts.ts';
import { type Found, type FoundValue, type Outcome, sectionOf, worth } from './outcome.ts';

/** What a run gets wrong about sources that disagree, editions that were restated, and scopes that only look alike. */
export function wrongStatus(truth: GroundTruth, outcome: Outcome): string[] {
  const { contradiction, superseded, scopePair, forecasts } = truth;
  return [
    ...contested(contradiction.one, contradiction.other, outcome),
    ...superseded.flatMap(({ old, current }) => outdated(old, current, outcome)),
    ...[...scopePair, ...forecasts].flatMap(fact => undisputed(fact, outcome)),
  ];
}

/** What is wrong with how a report says what it doesn't know. */
export function wrongOpen({ unanswerable, questions }: GroundTruth, outcome: Outcome): string[] {
  const open = sectionOf(outcome.report, /could not be answered|open questions/i);
  const wrong: string[] = [];
  if (!open.toLowerCase().includes(unanswerable.topic)) {
    wrong.push(`the open questions don't name "${unanswerable.topic}": ${open || '(no such section)'}`);
  }
  const last = outcome.questions.find(question => question.text.trim() === questions.at(-1)?.text);
  if (last === undefined) wrong.push(`"${questions.at(-1)?.text}" is not among the questions`);
  for (const finding of outcome.findings) {
    if (finding.question === last?.id && finding.value !== null)
      wrong.push(`answers it with "${finding.claim}"`);
  }
  return wrong;
}

/** What is wrong with the deck's native charts: too few, or a point that no finding states. */
export function wrongCharts({ deck, findings }: Outcome, atLeast: number): string[] {
  const charts = deckCharts(deck);
  const amounts = findings.flatMap(({ value }) => (value === null ? [] : [value.amount, worth(value)]));
  const wrong = charts.length < atLeast ? [`${charts.length} native charts, ${atLeast} wanted`] : [];
  for (const { title, series } of charts) {
    for (const { name, values } of series) {
      for (const value of values) {
        if (
          value !== null &&
          !amounts.some(amount => [1, 1e3, 1e6, 1e9].some(scale => near(amount, value * scale)))
        ) {
          wrong.push(`"${title}", ${name}: ${value} is in no finding`);
        }
      }
    }
  }
  return wrong;
}

/** What is wrong with the report's key findings and footnotes. */
export function wrongFootnotes(truth: GroundTruth, { report }: Outcome, atLeast: number): string[] {
  const notes = new Map(
    [...report.matchAll(/^\[\^([^\]]+)\]: (.*)$/gm)].map(([, id, text]) => [id, text as string]),
  );
  const cited = report
    .split('\n')
    .filter(line => !line.startsWith('[^') && /\[\^[^\]]+\]/.test(line))
    .map(line => [...line.matchAll(/\[\^([^\]]+)\]/g)].map(match => match[1] as string));
  const files = truth.files.map(({ file }) => file);
  const wrong = cited.length < atLeast ? [`${cited.length} findings with a footnote, ${atLeast} wanted`] : [];
  for (const id of new Set(cited.flat())) {
    const note = notes.get(id) ?? '';
    const plain = note.replaceAll('\\', '');
    if (!files.some(file => plain.includes(file))) wrong.push(`[^${id}] names no file: ${note}`);
    if (!/\b(p\.|page|slide|sheet) ?\d+/.test(plain)) wrong.push(`[^${id}] names no page: ${note}`);
    if (!/[“"].{3,}[”"]/.test(plain)) wrong.push(`[^${id}] has no quote: ${note}`);
  }
  return wrong;
}

function contested(one: Expected, other: Expected, { findings, report }: Outcome): string[] {
  const [first, second] = [one, other].map(fact => statingIt(fact, findings));
  const name = `${one.metric} ${one.year}`;
  const wrong: string[] = [];
  for (const [fact, stated] of [
    [one, first],
    [other, second],
  ] as const) {
    if (!stated?.some(finding => finding.status === 'contested')) {
      const status = stated?.map(finding => finding.status).join(', ') || 'not found';
      wrong.push(`${name}: ${fact.exact} should be contested, is ${status}`);
    }
  }
  const section = sectionOf(report, /disagree|contradict/i);
  for (const fact of [one, other]) {
    if (!shows(section, fact)) {
      wrong.push(
        `the disagreements don't show ${fact.places[0]?.printed} for ${name}: ${section || '(no such section)'}`,
      );
    }
  }
  return wrong;
}

function outdated(old: Expected, current: Expected, { findings }: Outcome): string[] {
  const stated = statingIt(old, findings);
  const name = `${old.metric} ${old.year}`;
  const alive = stated.filter(finding => finding.status !== 'superseded' && finding.status !== 'retracted');
  const wrong = alive.map(finding => `${name}: "${finding.claim}" was restated and is ${finding.status}`);
  if (old.metric === 'revenue' && stated.length === 0)
    wrong.push(`${name}: the older edition's ${old.exact} was not found`);
  if (!statingIt(current, findings).some(finding => finding.status === 'supported')) {
    wrong.push(`${name}: the restated ${current.exact} is not supported`);
  }
  return wrong;
}

function undisputed(fact: Expected, { findings }: Outcome): string[] {
  return statingIt(fact, findings)
    .filter(finding => finding.status === 'contested')
    .map(finding => `"${finding.claim}" is contested, but only differs in scope or forecaster`);
}

function statingIt(fact: Expected, findings: readonly Found[]): Found[] {
  const places = fact.places.map(place => place.amount * place.scale);
  return findings.filter(
    ({ value }) =>
      value !== null &&
      isAbout(fact, value) &&
      places.some(amount => near(Math.abs(worth(value)), Math.abs(amount))),
  );
}

function isAbout(fact: Expected, value: FoundValue): boolean {
  return isYear(value.period, fact.year) && (value.unit === '%') === (fact.unit === '%');
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
