import type { Aspect, MetricRef, Plan, Question } from '../../domain/question.ts';
import type { Period } from '../../domain/value.ts';
import { parsePeriods } from '../../lib/quantity/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Ask, askedIn } from './asks.ts';
import { aspectsOf, dimensionsOf } from './aspects.ts';
import { clausesOf } from './clauses.ts';
import { foreignLanguage } from './language.ts';
import type { Matcher } from './match.ts';
import { termsOf } from './terms.ts';

/** A clause with what carries over from the ones before it. */
interface Draft extends Ask {
  readonly text: string;
  readonly entities: readonly string[];
  readonly periods: readonly Period[];
  readonly aspects: readonly Aspect[];
  readonly by: readonly string[];
}

/** Breaks what was asked into one question per distinct thing to find out, in the order asked. */
export function understand(asked: readonly string[], vocabulary: Vocabulary, matcher: Matcher): Plan {
  const drafts: Draft[] = [];
  const notes: string[] = [];
  for (const text of asked) {
    const language = foreignLanguage(text);
    if (language) {
      notes.push(
        `Questions are understood in English only; this one seems to be in ${language}: "${trim(text)}"`,
      );
      continue;
    }
    readAsked(text, { drafts, notes, vocabulary, matcher });
  }
  return { questions: merge(drafts).map(toQuestion), notes };
}

interface Reading {
  readonly drafts: Draft[];
  readonly notes: string[];
  readonly vocabulary: Vocabulary;
  readonly matcher: Matcher;
}

function readAsked(text: string, reading: Reading): void {
  const clauses = clausesOf(text);
  const before = reading.drafts.length;
  let carried: readonly string[] = [];
  for (const clause of clauses) {
    const { asks, entities } = askedIn(clause, reading.vocabulary, reading.matcher);
    const aspects = aspectsOf(clause);
    const periods = parsePeriods(clause).map(span => span.period);
    if (asks.length === 0) {
      if (!addToEarlier(reading.drafts, before, { aspects, entities, periods })) {
        reading.notes.push(`Nothing to look for was understood in: "${trim(clause)}"`);
      }
      continue;
    }
    if (entities.length > 0) carried = entities;
    const by = dimensionsOf(clause);
    const targets = asks.some(ask => ask.asked.includes('target'));
    for (const ask of asks) {
      const own = aspects.filter(aspect => aspect !== 'target' || !targets || ask.asked.includes('target'));
      reading.drafts.push({ ...ask, text: clause, entities: carried, periods, aspects: own, by });
    }
  }
  if (clauses.length === 0) reading.notes.push(`There are no words in: "${trim(text)}"`);
}

/** "What drove it?" and "Who leads?" ask more about what was asked before. */
function addToEarlier(
  drafts: Draft[],
  from: number,
  more: Pick<Draft, 'aspects' | 'entities' | 'periods'>,
): boolean {
  if (more.aspects.length === 0 || drafts.length === from) return false;
  for (let i = from; i < drafts.length; i += 1) {
    const draft = drafts[i]!;
    drafts[i] = {
      ...draft,
      aspects: unique([...draft.aspects, ...more.aspects]),
      entities: unique([...draft.entities, ...more.entities]),
      periods: [...draft.periods, ...more.periods],
    };
  }
  return true;
}

/** The same thing asked for twice is one question. */
function merge(drafts: readonly Draft[]): readonly Draft[] {
  const merged = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = draft.topic.toLowerCase();
    const earlier = merged.get(key);
    merged.set(
      key,
      earlier
        ? {
            ...earlier,
            entities: unique([...earlier.entities, ...draft.entities]),
            periods: [...earlier.periods, ...draft.periods],
            aspects: unique([...earlier.aspects, ...draft.aspects]),
            by: unique([...earlier.by, ...draft.by]),
          }
        : draft,
    );
  }
  return [...merged.values()];
}

function toQuestion(draft: Draft, index: number): Question {
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
    periods: distinct(draft.periods),
    aspects: opinion ? [...aspects, 'statement'] : aspects,
    terms: termsOf({
      words: draft.words,
      metrics: draft.metrics,
      entities: draft.entities,
      extra: draft.terms,
    }),
    by: unique([...draft.by, ...draft.along]),
  };
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

function trim(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain;
}
