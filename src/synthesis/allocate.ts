import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import { answersOf } from './answers.ts';
import { type Weighed, wantsWords } from './insights.ts';
import { findingsOf } from './say.ts';
import { digitsOf, isCause, tellsSame } from './statements.ts';

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
const MOST_ANSWER = 10;
const MOST_KEY = 12;
/** Key findings of one pattern: more of them read like a table. */
const MOST_OF: Partial<Record<Insight['kind'], number>> = {
  change: 4,
  share: 3,
  rank: 4,
  statement: 6,
  target: 3,
  trend: 3,
  level: 3,
};

/** Divides insights between the answer and the key findings, so that nothing is said twice within them. */
export function allocate(answered: readonly Answered[]): Allocation {
  const supported = answered.map(one => ({
    ...one,
    weighed: one.weighed.filter(w => w.strength >= SUPPORT),
  }));
  const open = supported.filter(one => one.weighed.length > 0).length;
  const answer = supported.flatMap(one => answersOf(one, open)).slice(0, MOST_ANSWER);
  const queues = supported.map(one => keyQueue(one, answer, open));
  return { answer, key: inTurn(queues, answer) };
}

/** What a question offers to the key findings, the most telling first, so few sentences that its section keeps some. */
function keyQueue(
  { question, weighed }: Answered,
  answer: readonly Insight[],
  questions: number,
): readonly Insight[] {
  const left = weighed.filter(w => !answer.includes(w.insight) && !FOR_SECTIONS.has(w.insight.kind));
  const words = wantsWords(question);
  const said = left.filter(w => w.insight.kind === 'statement');
  const most = words ? Math.max(3, Math.ceil(8 / questions)) : 1;
  const statements = (
    words ? said : said.filter(w => w.insight.kind === 'statement' && isCause(w.insight.finding))
  ).slice(0, Math.min(most, Math.max(1, Math.ceil(said.length / 2))));
  return left.filter(w => w.role !== 'statement' || statements.includes(w)).map(w => w.insight);
}

/** One of each question in turn, no more of one pattern than a reader bears, then in the order of the questions. */
function inTurn(queues: readonly (readonly Insight[])[], answer: readonly Insight[]): readonly Insight[] {
  const longest = Math.max(0, ...queues.map(queue => queue.length));
  const mixed = Array.from({ length: longest }, (_, i) => queues.flatMap(queue => queue.slice(i, i + 1)));
  const chosen: Insight[] = [];
  for (const insight of mixed.flat()) {
    const alike = chosen.filter(({ kind }) => kind === insight.kind).length;
    if (chosen.length === MOST_KEY || alike >= (MOST_OF[insight.kind] ?? MOST_KEY)) continue;
    if (!isTold(insight, [...answer, ...chosen])) chosen.push(insight);
  }
  return queues.flat().filter((insight, i, all) => chosen.includes(insight) && all.indexOf(insight) === i);
}

/** Whether what was said before leaves nothing new: a member of a ranking, a step of two values, a figure in a quote. */
export function isTold(insight: Insight, before: readonly Insight[]): boolean {
  const own = findingsOf(insight).map(({ id }) => id);
  return before.some(other => {
    if (other === insight) return true;
    if (insight.kind === 'statement') return restates(insight.finding, other);
    const told = new Set(findingsOf(other).map(({ id }) => id));
    const within = own.every(id => told.has(id));
    if (insight.kind === 'level') return within && other.kind !== 'statement';
    if (insight.kind === 'rank') return within && other.kind === 'rank';
    if (insight.kind === 'change' || insight.kind === 'trend')
      return (within && told.size === own.length) || quotes(other, insight);
    return insight.kind === other.kind && within && told.size === own.length;
  });
}

/** A sentence of the source that gives both figures of a change says it better. */
function quotes(other: Insight, insight: Insight): boolean {
  if (other.kind !== 'statement' || insight.kind !== 'change') return false;
  const figures = digitsOf(other.finding.claim);
  const given = ({ value }: Finding) =>
    [...digitsOf(value?.printed ?? '')].some(figure => figures.has(figure));
  return given(insight.to) && (given(insight.from) || /\d\s?(?:%|per cent)/u.test(other.finding.claim));
}

/** A sentence that says in more words what a goal said: the same per cent by the same year. */
function restates({ claim }: Finding, other: Insight): boolean {
  if (other.kind === 'statement') return other.finding.claim === claim;
  const value = other.kind === 'target' ? other.finding.value : null;
  if (!value?.period) return false;
  return digitsOf(claim).has(String(Math.abs(value.amount))) && claim.includes(String(value.period.year));
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
