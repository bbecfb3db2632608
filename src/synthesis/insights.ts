import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Aspect, Question } from '../domain/question.ts';
import type { State } from '../domain/state.ts';
import { groupBy } from '../lib/group.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { lossByAge } from './age.ts';
import { ofKind } from './answer-kind.ts';
import { isPart } from './chart-groups.ts';
import { goalsOf, outlooksOf } from './goals.ts';
import { rankings } from './rankings.ts';
import { seriesOf, type Valued, type WeighedSeries } from './series.ts';
import { shapeOf } from './shape.ts';
import { shares } from './shares.ts';
import { isCause, statementStrength, statementsOf } from './statements.ts';
import { hasWindow, isMoment, withinWindow } from './window.ts';

/** An insight with how much it says about its question, and whether it leads or only adds detail. */
export interface Weighed {
  readonly insight: Insight;
  readonly strength: number;
  readonly role: 'lead' | 'detail' | 'statement';
}

/** What the findings of a question show, strongest first. Pure: the same state gives the same insights. */
export function insights(state: State, question: Question): readonly Insight[] {
  return weighedInsights(state, question).map(({ insight }) => insight);
}

export function weighedInsights(state: State, question: Question): readonly Weighed[] {
  const findings = ofKind(question, withoutInputs(question, standing(state, question)));
  const all = seriesOf(question, findings);
  const asked = withinWindow(question, all);
  const series = asked.length > 0 ? asked : all;
  const crowded = crowdedMeasures(series);
  const inWords = all.length === 0 || wantsWords(question);
  const found: Weighed[] = [
    ...series.filter(one => !isPart(one) || !crowded.has(one.metric) || isAskedPart(one)).flatMap(leadOf),
    ...all.flatMap(one => detailsOf(one, question)),
    ...rankings(question, series, ownersOf(state)),
    ...shares(state, series),
    ...goalsOf(question, findings),
    ...outlooksOf(question, findings, all),
    ...statementsOf(question, findings)
      .filter(finding => (inWords && !isUncomputed(question, findings)) || isReason(question, finding))
      .map(finding => statement(question, finding, lossByAge(finding, { state, question, all }))),
  ];
  return found.sort((a, b) => b.strength - a.strength);
}

/** What a formula is computed from was not asked for itself, and doesn't stand in for what it lacks. */
function withoutInputs(
  { metrics, formulas = [] }: Question,
  findings: readonly Finding[],
): readonly Finding[] {
  const told = isUncomputed({ formulas }, findings) ? [] : metrics.filter(({ labels }) => !labels);
  const asked = new Set(told.map(({ name }) => name));
  const inputs = formulas.flatMap(({ metric, inputs: own }) => [metric, ...own]).map(({ name }) => name);
  const needed = new Set(inputs.filter(name => !asked.has(name)));
  return findings.filter(({ value }) => value === null || !needed.has(value.metric));
}

/** A calculation was asked for that lacks something: neither its inputs nor sentences about them stand in for it. */
function isUncomputed({ formulas = [] }: Pick<Question, 'formulas'>, findings: readonly Finding[]): boolean {
  const wanted = formulas.find(({ from }) => from === 'asked')?.metric.name;
  return wanted !== undefined && !findings.some(({ value }) => value?.metric === wanted);
}

/** Aspects that sentences answer, not numbers. */
const IN_WORDS = new Set<Aspect>(['statement', 'cause', 'target', 'list']);

/** Whom the sources are of: these stand side by side, their segments and regions do not stand beside them. */
function ownersOf(state: State): ReadonlySet<string> {
  return new Set(Object.values(state.sources).flatMap(source => source.profile?.entity || []));
}

export function wantsWords({ aspects }: Question): boolean {
  return aspects.some(aspect => IN_WORDS.has(aspect));
}

const MOVES =
  /\b(?:increase[ds]?|decrease[ds]?|growth|decline[ds]?|rose|fell|grew|higher|lower|reduction|improve(?:d|ment)|gains?)\b/u;
const VAGUE =
  /\b(?:could|may|might|depends?|believe|risks?|policy|recognized|recognised|we manage|efficiently)\b/u;

/** Where only values were asked for, the reasons that the sources give for them still belong beside them. */
function isReason({ metrics }: Question, finding: Finding): boolean {
  const words = finding.claim.toLowerCase();
  return (
    isCause(finding) &&
    MOVES.test(words) &&
    !VAGUE.test(words) &&
    metrics.some(({ phrases }) => phrases.some(phrase => words.includes(phrase)))
  );
}

/** Findings of a question that hold: what was restated or taken back is told elsewhere. */
export function standing(state: State, { id }: Pick<Question, 'id'>): readonly Finding[] {
  return Object.values(state.findings).filter(
    finding => finding.question === id && (finding.status === 'supported' || finding.status === 'contested'),
  );
}

/** Measures given by so many parts that each part by itself is a row of the table, not news. */
function crowdedMeasures(series: readonly WeighedSeries[]): ReadonlySet<string> {
  const parts = groupBy(series.filter(isPart), one => one.metric);
  return new Set([...parts].filter(([, group]) => group.length > MANY_PARTS).map(([metric]) => metric));
}

const MANY_PARTS = 4;
/** A part that bears so much on its question was asked about by its own name. */
const BEARS_ON_IT = 0.9;

function isAskedPart({ findings }: WeighedSeries): boolean {
  return findings.length > 1 && findings.every(({ relevance }) => relevance >= BEARS_ON_IT);
}

/** Beside the plain measure, these say nearly the same. */
const NET = /^(?:net|gross)\b/iu;

function leadOf(series: WeighedSeries): readonly Weighed[] {
  const { findings } = series;
  const net = NET.test(series.scope);
  const strength = series.strength - (net ? 0.5 : 0);
  const role = net ? 'detail' : 'lead';
  const [from, to] = [findings[0], findings.at(-1)];
  if (!from || !to) return [];
  if (findings.length === 1) return [{ insight: { kind: 'level', finding: from }, strength, role }];
  if (findings.length === 2) return [{ insight: { kind: 'change', series, from, to }, strength, role }];
  return [{ insight: { kind: 'trend', series, from, to, ...shapeOf(series) }, strength, role }];
}

/** Beside the whole span of a series: its average growth, its largest step, its last one. */
function detailsOf(series: WeighedSeries, question: Question): readonly Weighed[] {
  const { findings, strength, scope } = series;
  const windowed = hasWindow(question) ? withinWindow(question, [series])[0]?.findings : findings;
  const to = windowed?.at(-1);
  const at = to ? findings.indexOf(to) : -1;
  const [from, last] = [findings[0], findings[at - 1]];
  if (findings.length < (isMoment(question) ? 2 : 3) || !from || !last || !to || scope !== '') return [];
  const [step, end] = largestStep(findings);
  const details: Insight[] = [
    ...(findings.length > 2 && isGrowth(from, to) ? [{ kind: 'growth' as const, series, from, to }] : []),
    ...(end === to || end === findings[1] ? [] : [{ kind: 'leap' as const, series, from: step, to: end }]),
    { kind: 'change', series, from: last, to },
  ];
  return details.map((insight, i) => ({ insight, strength: strength - 0.2 - i * 0.05, role: 'detail' }));
}

/** Average growth is told for positive amounts over three years or more. */
function isGrowth({ value: from }: Valued, { value: to }: Valued): boolean {
  const years = (to.period?.year ?? 0) - (from.period?.year ?? 0);
  const yearly = from.period?.kind === 'year' && to.period?.kind === 'year' && years >= 3;
  return yearly && from.dimension !== 'percent' && valueInBase(from) > 0 && valueInBase(to) > 0;
}

function largestStep(findings: readonly Valued[]): readonly [from: Valued, to: Valued] {
  const steps = findings.slice(1).map((to, i) => [findings[i]!, to] as const);
  const size = ([a, b]: readonly [Valued, Valued]) => {
    const [from, to] = [valueInBase(a.value), valueInBase(b.value)];
    return a.value.dimension === 'percent' || from <= 0 ? Math.abs(to - from) : Math.abs(to / from - 1);
  };
  return steps.reduce((best, step) => (size(step) > size(best) ? step : best));
}

function statement(question: Question, finding: Finding, loss: number): Weighed {
  const { aspects } = question;
  const wanted = aspects.includes('statement') || aspects.includes('cause') ? 0.1 : -0.1;
  return {
    insight: { kind: 'statement', finding },
    strength: statementStrength(question, finding) + wanted - loss,
    role: 'statement',
  };
}
