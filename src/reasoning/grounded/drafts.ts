import type { Formula } from '../../domain/formula.ts';
import type { Aspect, MetricRef, Question } from '../../domain/question.ts';
import type { Period } from '../../domain/value.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Ask } from './asks.ts';
import { dimensionsOf } from './aspects.ts';
import type { Clause } from './clauses.ts';
import { formulasOf } from './formulas.ts';
import { termsOf } from './terms.ts';
import { type Times, timesOf } from './times.ts';

/** One thing to find out, with what its clause and the ones around it say. */
export interface Draft extends Ask, Times {
  readonly text: string;
  readonly sentence: number;
  readonly entities: readonly string[];
  /** Names to search by, the entities among them. */
  readonly names: readonly string[];
  readonly aspects: readonly Aspect[];
  readonly by: readonly string[];
  /** Content words of sentences that only say more. */
  readonly around: readonly string[];
}

/** "And why did they change?" asks more about what its sentence asked for, or the one before. */
export function addAspects(
  drafts: Draft[],
  from: number,
  { clause, aspects, times }: { clause: Clause; aspects: readonly Aspect[]; times: Times },
): void {
  for (const i of nearest(drafts, from, clause.sentence)) {
    const draft = drafts[i]!;
    drafts[i] = {
      ...draft,
      ...times,
      aspects: unique([...draft.aspects, ...aspects]),
      periods: [...draft.periods, ...times.periods],
      ...lastYearsOf(draft, times),
    };
  }
}

/** "And what are the targets?" is a question of its own about what its sentence asked for. */
export function addGoals(
  drafts: Draft[],
  from: number,
  { goals, clause }: { goals: readonly Ask[]; clause: Clause },
): void {
  const first = drafts[nearest(drafts, from, clause.sentence)[0] ?? from]!;
  const by = unique([...first.by, ...dimensionsOf(clause.text)]);
  const { sentence, entities, names } = first;
  const times = timesOf(clause.text);
  for (const goal of goals) {
    drafts.push({
      ...goal,
      ...times,
      text: clause.text,
      sentence,
      entities,
      names,
      aspects: [],
      by,
      around: [],
    });
  }
}

/** The parts of a ratio, asked for beside it. */
export function addMetrics(
  drafts: Draft[],
  from: number,
  { metrics, periods }: { metrics: readonly MetricRef[]; periods: readonly Period[] },
): void {
  const last = drafts.length - 1;
  const draft = drafts[last];
  if (!draft || last < from) return;
  const fresh = metrics.filter((one, i) => metrics.findIndex(({ id }) => id === one.id) === i);
  const added = fresh.filter(one => draft.metrics.every(({ id }) => id !== one.id));
  drafts[last] = { ...draft, metrics: [...draft.metrics, ...added], periods: [...draft.periods, ...periods] };
}

/** Where the question says to look is searched for like what it asks for. */
export function addPlaces(drafts: Draft[], from: number, places: readonly string[]): void {
  for (let i = from; i < drafts.length; i += 1) {
    const draft = drafts[i]!;
    drafts[i] = { ...draft, terms: unique([...draft.terms, ...places]) };
  }
}

/** How a sentence of the question itself says that one of its measures is computed. */
export function addFormula(drafts: Draft[], from: number, formula: Formula): void {
  const at = drafts.findLastIndex((_, i) => i >= from);
  const draft = drafts[at];
  if (!draft) return;
  const metrics = draft.metrics.every(isOwn) ? [formula.metric] : draft.metrics;
  drafts[at] = { ...draft, metrics, formulas: [...(draft.formulas ?? []), formula] };
}

/** Words of a sentence that asks for nothing. */
export function addWords(drafts: Draft[], from: number, words: readonly string[]): void {
  for (let i = from; i < drafts.length; i += 1) {
    const draft = drafts[i]!;
    drafts[i] = { ...draft, around: unique([...draft.around, ...words]) };
  }
}

/** The same thing asked for twice is one question. */
export function merge(drafts: readonly Draft[]): readonly Draft[] {
  const merged = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = draft.topic.toLowerCase();
    const earlier = merged.get(key);
    merged.set(key, earlier ? mergeTwo(earlier, draft) : draft);
  }
  return [...merged.values()];
}

export function toQuestion(draft: Draft, index: number, vocabulary: Vocabulary): Question {
  const formulas = formulasOf(draft.metrics, draft.formulas ?? [], vocabulary);
  const aspects = unique([
    ...(draft.metrics.length > 0 ? (['level'] as const) : []),
    ...draft.asked,
    ...draft.aspects,
  ]);
  const opinion = draft.metrics.every(isOwn) && !aspects.includes('statement');
  return {
    id: `q${index + 1}`,
    text: draft.text,
    topic: draft.topic,
    metrics: draft.metrics,
    entities: draft.entities,
    names: draft.names,
    periods: distinct(draft.periods),
    ...(draft.lastYears === undefined ? {} : { lastYears: draft.lastYears }),
    aspects: opinion ? [...aspects, 'statement'] : aspects,
    terms: termsOf({ ...draft, extra: draft.terms }),
    by: unique([...draft.by, ...draft.along]),
    ...(formulas.length === 0 ? {} : { formulas }),
  };
}

function nearest(drafts: readonly Draft[], from: number, sentence: number): readonly number[] {
  const own = drafts.map((_, i) => i).filter(i => i >= from);
  const near = Math.max(...own.map(i => drafts[i]!.sentence).filter(one => one <= sentence));
  return own.filter(i => drafts[i]!.sentence === near);
}

function mergeTwo(earlier: Draft, draft: Draft): Draft {
  return {
    ...earlier,
    entities: unique([...earlier.entities, ...draft.entities]),
    names: unique([...earlier.names, ...draft.names]),
    periods: [...earlier.periods, ...draft.periods],
    ...lastYearsOf(earlier, draft),
    aspects: unique([...earlier.aspects, ...draft.aspects]),
    by: unique([...earlier.by, ...draft.by]),
    phrases: unique([...earlier.phrases, ...draft.phrases]),
    words: unique([...earlier.words, ...draft.words]),
    formulas: [...(earlier.formulas ?? []), ...(draft.formulas ?? [])],
  };
}

function lastYearsOf(a: Times, b: Times): Pick<Times, 'lastYears'> {
  const most = Math.max(a.lastYears ?? 0, b.lastYears ?? 0);
  return most > 0 ? { lastYears: most } : {};
}

function isOwn(metric: MetricRef): boolean {
  return metric.id.startsWith('own:');
}

function distinct(periods: readonly Period[]): readonly Period[] {
  return periods.filter((period, i) => periods.findIndex(other => other.label === period.label) === i);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
