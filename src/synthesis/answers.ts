import type { Insight } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import type { Answered } from './allocate.ts';
import type { Weighed } from './insights.ts';
import { findingsOf } from './say.ts';
import { isCause, namedMetric } from './statements.ts';
import { withVerdict } from './verdict.ts';
import { isMoment } from './window.ts';

/** Entities that are told one by one; more are told as a ranking. */
const MOST_ENTITIES = 3;
const MOST_MEASURES = 4;
const MOST_GOALS = 2;
/** Sentences of a question that is answered in words, by how many questions there are. */
const IN_WORDS = [4, 4, 3, 2];
/** What is this much weaker than the strongest doesn't stand beside it. */
const NEAR = 0.6;
/** Where several measures were asked for, each is told, though another is printed more plainly. */
const NEAR_OF_SEVERAL = 0.35;

/** What answers a question: one sentence for each measure of each entity asked for, a reason where one was asked for. */
export function answersOf({ question, weighed }: Answered, questions: number): readonly Insight[] {
  const leads = weighed.filter(one => one.role !== 'detail');
  const values = leads.filter(one => one.role === 'lead');
  const goals = values.filter(({ insight }) => insight.kind === 'target');
  const most = IN_WORDS[questions] ?? 1;
  if (isAbout('target', question)) return withVerdict(question, goalsFirst(goals, leads, most));
  const measured = values.filter(({ insight }) => insight.kind !== 'target');
  const ranked = asksWhich(question) ? measured.find(({ insight }) => insight.kind === 'rank') : undefined;
  const answer =
    measured.length === 0 || (wantsOpinions(question) && !ranked)
      ? varied(question, leads).slice(0, most)
      : inNumbers({ question, weighed }, { ranked, measured, leads, questions });
  return withVerdict(
    question,
    answer.map(({ insight }) => (asksLeast(question) ? fromBelow(insight) : insight)),
  );
}

function inNumbers(
  { question, weighed }: Answered,
  {
    ranked,
    measured,
    leads,
    questions,
  }: {
    ranked: Weighed | undefined;
    measured: readonly Weighed[];
    leads: readonly Weighed[];
    questions: number;
  },
): readonly Weighed[] {
  const first = measured[0]?.insight.kind === 'rank' ? measured[0] : ranked;
  const told = first ? [first] : perMeasure(question, measured);
  return [...told, ...context(question, told, weighed), ...reason(question, leads, questions)];
}

/** "Which region sold least?": the ranking is told from its lower end. */
function asksLeast({ aspects, text }: Question): boolean {
  return (
    aspects.includes('rank') &&
    /\b(?:lowest|least|smallest|fewest|worst)\b/iu.test(text) &&
    !/\b(?:highest|most|largest|best)\b/iu.test(text)
  );
}

function fromBelow(insight: Insight): Insight {
  return insight.kind === 'rank'
    ? { ...insight, ordered: insight.ordered.toReversed(), lowest: true }
    : insight;
}

/** "Which segment had the highest sales?": one of several is the answer. */
function asksWhich({ aspects, text }: Question): boolean {
  return aspects.includes('rank') && /\b(?:which|who|what)\b/iu.test(text);
}

/** Asked for goals alone, or for values as well. */
function isAbout(aspect: 'target', { aspects, topic }: Question): boolean {
  return (
    aspects.includes(aspect) &&
    (/\b(?:targets?|goals?|aims?|pledges?)\b/iu.test(topic) || !aspects.includes('level'))
  );
}

function wantsOpinions({ aspects }: Question): boolean {
  return aspects.includes('statement') || aspects.includes('list');
}

/** Goals as numbers, of each entity the first; then sentences until there are enough. */
function goalsFirst(goals: readonly Weighed[], leads: readonly Weighed[], most: number): readonly Insight[] {
  const count = Math.max(MOST_GOALS, most);
  const spread = [...new Set([...distinct(named(goals), entityOf), ...named(goals)])].slice(0, count);
  const words = leads.filter(({ insight }) => insight.kind === 'statement');
  return [...spread, ...words]
    .slice(0, goals.length > 0 ? Math.max(spread.length, 1) : most)
    .map(one => one.insight);
}

/** Goals for a whole scope before those for what lies within it. */
function named(goals: readonly Weighed[]): readonly Weighed[] {
  const whole = ({ insight }: Weighed) =>
    insight.kind === 'target' && /\bscopes? \d/iu.test(insight.finding.claim);
  return goals.toSorted((a, b) => Number(whole(b)) - Number(whole(a)));
}

/** The strongest lead of each entity, of the first measure and of the others where they are asked for side by side. */
function perMeasure(question: Question, leads: readonly Weighed[]): readonly Weighed[] {
  const first = leads[0]!;
  const least = first.strength * (question.metrics.length > 1 ? NEAR_OF_SEVERAL : NEAR);
  const near = leads.filter(one => one.strength >= least && one.insight.kind !== 'rank');
  const owners = distinct(
    near.filter(one => measureOf(one) === measureOf(first)),
    entityOf,
  ).slice(0, MOST_ENTITIES);
  if (question.metrics.length < 2) return owners.length > 0 ? owners : [first];
  const order = (one: Weighed) => {
    const at = question.metrics.findIndex(metric => metric.name === measureOf(one));
    return at < 0 ? question.metrics.length : at;
  };
  const whole = near.some(one => order(one) < question.metrics.length)
    ? near.filter(one => order(one) < question.metrics.length)
    : near;
  const measures = distinct(plainFirst(whole), one => `${entityOf(one)}|${measureOf(one)}`);
  const entities = distinct(measures, entityOf).length;
  return measures
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, entities > 1 ? MOST_MEASURES + 2 : MOST_MEASURES);
}

/** Totals before their parts, the shorter label before the longer: "market-based" before "market-based, electricity". */
function plainFirst(leads: readonly Weighed[]): readonly Weighed[] {
  const narrow = ({ insight }: Weighed) => ('series' in insight ? insight.series.scope.length : 0);
  return leads.toSorted((a, b) => Number(narrow(a) > 0) - Number(narrow(b) > 0) || narrow(a) - narrow(b));
}

/** One moment was asked for: one sentence of how it came to be. */
function context(
  question: Question,
  told: readonly Weighed[],
  weighed: readonly Weighed[],
): readonly Weighed[] {
  const only = told.length === 1 ? told[0]!.insight : null;
  if (!isMoment(question) || only?.kind !== 'level') return [];
  const step = weighed.find(({ insight }) => insight.kind === 'change' && insight.to.id === only.finding.id);
  return step ? [step] : [];
}

function reason({ aspects }: Question, leads: readonly Weighed[], questions: number): readonly Weighed[] {
  if (!aspects.includes('cause') || questions > 2) return [];
  const cause = leads.find(({ insight }) => insight.kind === 'statement' && isCause(insight.finding));
  return cause ? [cause] : [];
}

/** The strongest statement about each measure, so that an answer in words doesn't dwell on one; then the others. */
function varied({ metrics }: Question, leads: readonly Weighed[]): readonly Weighed[] {
  const about = ({ insight }: Weighed) =>
    insight.kind === 'statement' ? String(namedMetric(metrics, insight.finding.claim)) : 'value';
  return [...new Set([...distinct(leads, about), ...leads])];
}

function distinct(leads: readonly Weighed[], key: (one: Weighed) => string): readonly Weighed[] {
  const seen = new Set<string>();
  return leads.filter(one => {
    const own = key(one);
    return seen.has(own) ? false : seen.add(own);
  });
}

function entityOf({ insight }: Weighed): string {
  return findingsOf(insight)[0]?.value?.entity ?? '';
}

function measureOf({ insight }: Weighed): string {
  return findingsOf(insight)[0]?.value?.metric ?? '';
}
