import type { Aspect, MetricRef } from '../../domain/question.ts';
import type { Vocabulary, VocabularyMetric, VocabularyTopic } from '../vocabulary.ts';
import type { Match, Matcher } from './match.ts';
import { namesIn } from './names.ts';
import { ownAsks } from './own-asks.ts';
import { contentWords } from './terms.ts';
import { wordsOf } from './words.ts';

/** One thing that a clause asks for. */
export interface Ask {
  readonly topic: string;
  readonly metrics: readonly MetricRef[];
  /** Aspects and dimensions that the thing itself brings along. */
  readonly asked: readonly Aspect[];
  readonly along: readonly string[];
  readonly terms: readonly string[];
  /** Content words of the clause that belong to no other ask. */
  readonly words: readonly string[];
}

const TARGET_WORDS = new Set(['target', 'goal', 'ambition', 'commitment']);

/** What a clause asks for, and the names it asks about. No asks: the clause only says more about an earlier one. */
export function askedIn(
  clause: string,
  vocabulary: Vocabulary,
  matcher: Matcher,
): { readonly asks: readonly Ask[]; readonly entities: readonly string[] } {
  const words = wordsOf(clause);
  const stems = words.map(word => word.stem);
  const matches = matcher(stems);
  const inside = (index: number) => matches.some(match => match.start <= index && index < match.end);
  const entities = namesIn(clause, inside);
  const own = ownAsks(clause, { entities, matcher, matches });
  if (own.instead) return { asks: own.asks, entities };
  const rest = contentWords(
    words
      .filter((word, i) => !inside(i) && !entities.some(name => name.split(' ').includes(word.raw)))
      .map(word => word.raw)
      .join(' '),
  );
  const goals = stems.some((stem, i) => TARGET_WORDS.has(stem) && !inside(i))
    ? goalsOf(matches, vocabulary)
    : [];
  const known = [...asksOf(matches, vocabulary), ...goals].map(ask => ({ ...ask, words: rest }));
  return { asks: [...byTopic(known), ...own.asks], entities };
}

function asksOf(matches: readonly Match[], vocabulary: Vocabulary): readonly Ask[] {
  const asks: Ask[] = [];
  const grouped = new Set<string>();
  for (const { metric, topic } of matches) {
    const shared = topic ?? (metric && sharedTopic(metric, matches, vocabulary));
    if (shared && grouped.has(shared.id)) continue;
    if (shared) {
      grouped.add(shared.id);
      asks.push(...topicAsks(shared, vocabulary));
    } else if (metric) asks.push(metricAsk(metric));
  }
  return asks;
}

function byTopic(asks: readonly Ask[]): readonly Ask[] {
  return asks.filter((ask, i) => asks.findIndex(other => other.topic === ask.topic) === i);
}

/** Scope 1 and scope 2 asked for side by side are one question about emissions by scope. */
function sharedTopic(
  metric: VocabularyMetric,
  matches: readonly Match[],
  vocabulary: Vocabulary,
): VocabularyTopic | null {
  for (const topic of vocabulary.topics.values()) {
    if (!topic.together || !topic.metrics.includes(metric.id)) continue;
    const asked = matches.filter(m => m.topic === topic || (m.metric && topic.metrics.includes(m.metric.id)));
    if (new Set(asked.map(m => m.metric?.id ?? m.topic?.id)).size > 1) return topic;
  }
  return null;
}

function goalsOf(matches: readonly Match[], vocabulary: Vocabulary): readonly Ask[] {
  for (const topic of vocabulary.topics.values()) {
    const asked = matches.some(m => m.topic === topic || (m.metric && topic.metrics.includes(m.metric.id)));
    const goals = asked && topic.goals ? vocabulary.topics.get(topic.goals) : undefined;
    if (goals) return topicAsks(goals, vocabulary);
  }
  return [];
}

function topicAsks(topic: VocabularyTopic, vocabulary: Vocabulary): readonly Ask[] {
  const metrics = topic.metrics.flatMap(id => vocabulary.metrics.get(id) ?? []);
  if (topic.apart) return metrics.map(metricAsk);
  const { name, aspects: asked, by: along, terms } = topic;
  return [{ topic: name, metrics: metrics.map(toRef), asked, along, terms, words: [] }];
}

function metricAsk(metric: VocabularyMetric): Ask {
  return {
    topic: metric.name,
    metrics: [toRef(metric)],
    asked: [],
    along: [],
    terms: metric.asks,
    words: [],
  };
}

function toRef({ id, name, phrases, not, dimensions }: VocabularyMetric): MetricRef {
  const all = [...new Set([name.toLowerCase(), ...phrases])];
  return { id, name, phrases: all, not, dimensions };
}
