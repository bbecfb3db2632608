import type { Insight } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import { type Weighed, wantsWords } from './insights.ts';
import { findingsOf } from './say.ts';
import { isCause, namedMetric, tellsSame } from './statements.ts';

/** A question with what was found for it, and which of that goes where. */
export interface Answered {
  readonly question: Question;
  readonly weighed: readonly Weighed[];
}

export interface Allocation {
  readonly answer: readonly Insight[];
  readonly key: readonly Insight[];
}

/** Below this an insight doesn't answer, it only comes near. */
export const SUPPORT = 0.3;
/** Detail that opens a question's section. */
const FOR_SECTIONS = new Set<Insight['kind']>(['growth', 'leap']);
const MOST_ANSWER = 6;
const MOST_KEY = 14;
const LEAST_KEY = 8;
const LEAST_STATEMENTS = 3;

/** Divides insights between the answer and the key findings, so that nothing is said twice within them. */
export function allocate(answered: readonly Answered[]): Allocation {
  const supported = answered.map(one => ({
    ...one,
    weighed: one.weighed.filter(w => w.strength >= SUPPORT),
  }));
  const perQuestion = [4, 4, 2, 1][supported.length] ?? 0;
  const answer = supported
    .flatMap(one => answersOf(one, perQuestion))
    .slice(0, Math.max(MOST_ANSWER, supported.length + 2));
  const queues = supported.map(one => keyQueue(one, answer, supported.length));
  const key = roundRobin(queues, MOST_KEY);
  if (key.length >= LEAST_KEY) return { answer, key };
  return { answer, key: [...answer.slice(0, LEAST_KEY - key.length), ...key] };
}

/** Asked how much, the number comes first and the reason after it. */
function wantsNumbers({ aspects }: Question): boolean {
  return !aspects.includes('statement') && !aspects.includes('target') && !aspects.includes('list');
}

/** What a question offers to the key findings: not what the answer said, and so few sentences that its section keeps some. */
function keyQueue(
  { question, weighed }: Answered,
  answer: readonly Insight[],
  questions: number,
): readonly Insight[] {
  const most = Math.max(LEAST_STATEMENTS, Math.ceil(LEAST_KEY / questions));
  const left = weighed.filter(
    w => !answer.includes(w.insight) && !FOR_SECTIONS.has(w.insight.kind) && isKey(question, w),
  );
  const statements = left.filter(w => w.role === 'statement').slice(0, most);
  return left.filter(w => w.role !== 'statement' || statements.includes(w)).map(w => w.insight);
}

/** Where values were asked for and found, sentences only support them. */
function isKey(question: Question, { role }: Weighed): boolean {
  return role !== 'statement' || wantsWords(question);
}

/** The strongest of each entity first, then a reason where one was asked for, then what else is strong. */
function answersOf({ question, weighed }: Answered, count: number): readonly Insight[] {
  const leads = weighed.filter(one => one.role !== 'detail');
  const first = (wantsNumbers(question) && leads.find(one => one.role === 'lead')) || leads[0];
  if (!first) return [];
  const entities = distinctEntities(
    leads.filter(one => one.role === 'lead' && one.strength >= first.strength * 0.7),
  );
  const cause = question.aspects.includes('cause')
    ? leads.find(one => one.insight.kind === 'statement' && isCause(one.insight.finding))
    : undefined;
  const byMeasure = question.by.includes('scope');
  const measures = byMeasure ? distinctMeasures(question, leads) : [];
  const chosen = [
    first,
    ...measures.slice(0, 3),
    ...entities.slice(0, 2),
    ...(cause ? [cause] : []),
    ...varied(question, leads),
    ...leads,
  ];
  if (count === 0) return (measures.length > 1 ? measures.slice(0, 3) : [first]).map(one => one.insight);
  const wanted =
    Math.max(count, Math.min(2, entities.length), byMeasure ? Math.min(3, measures.length) : 0) +
    (cause && count < 3 ? 1 : 0);
  return [...new Set(chosen)].slice(0, wanted).map(one => one.insight);
}

/** The strongest statement about each measure, so that an answer in words doesn't dwell on one. */
function varied({ metrics }: Question, leads: readonly Weighed[]): readonly Weighed[] {
  const seen = new Set<number>();
  return leads.filter(({ insight }) => {
    if (insight.kind !== 'statement') return false;
    const named = namedMetric(metrics, insight.finding.claim);
    if (seen.has(named)) return false;
    seen.add(named);
    return true;
  });
}

/** The strongest lead of each entity. */
function distinctEntities(leads: readonly Weighed[]): readonly Weighed[] {
  return leads.filter(
    (one, i) => leads.findIndex(other => entityOf(other.insight) === entityOf(one.insight)) === i,
  );
}

/** Of the strongest entity, the lead of each measure: "by scope" is answered scope by scope. */
function distinctMeasures({ metrics }: Question, leads: readonly Weighed[]): readonly Weighed[] {
  const valued = leads.filter(
    one => one.role === 'lead' && entityOf(one.insight) === entityOf(leads[0]!.insight),
  );
  const measure = ({ insight }: Weighed) => findingsOf(insight)[0]?.value?.metric ?? '';
  const first = valued.filter((one, i) => valued.findIndex(other => measure(other) === measure(one)) === i);
  const order = (one: Weighed) => metrics.findIndex(metric => metric.name === measure(one));
  return first.toSorted((a, b) => order(a) - order(b));
}

/** A statement found for two questions is told under the one that it says more about. */
export function assignOnce(answered: readonly Answered[]): readonly Answered[] {
  const statements = answered.flatMap(({ question, weighed }) =>
    weighed.flatMap(({ insight, strength }) =>
      insight.kind === 'statement' ? [{ id: question.id, finding: insight.finding, strength }] : [],
    ),
  );
  const yields = (id: string, { insight, strength }: Weighed) =>
    insight.kind === 'statement' &&
    statements.some(
      other =>
        other.id !== id &&
        (other.strength > strength || (other.strength === strength && other.id < id)) &&
        tellsSame(other.finding, insight.finding),
    );
  return answered.map(one => ({ ...one, weighed: one.weighed.filter(w => !yields(one.question.id, w)) }));
}

export function entityOf(insight: Insight): string {
  if (
    insight.kind === 'trend' ||
    insight.kind === 'change' ||
    insight.kind === 'growth' ||
    insight.kind === 'leap'
  )
    return insight.series.entity;
  if (insight.kind === 'level' || insight.kind === 'target') return insight.finding.value?.entity ?? '';
  return '';
}

/** One of each in turn until there are enough. */
function roundRobin<T>(queues: readonly (readonly T[])[], most: number): readonly T[] {
  const longest = Math.max(0, ...queues.map(queue => queue.length));
  const mixed = Array.from({ length: longest }, (_, i) =>
    queues.flatMap(queue => queue.slice(i, i + 1)),
  ).flat();
  const chosen = new Set(mixed.slice(0, most));
  return queues.flat().filter(item => chosen.has(item));
}
