import type { Formula } from '../../domain/formula.ts';
import type { Aspect, MetricRef } from '../../domain/question.ts';
import type { Vocabulary, VocabularyMetric, VocabularyTopic } from '../vocabulary.ts';
import { areApart } from './apart.ts';
import { calculationIn } from './calculations.ts';
import { headline } from './headline.ts';
import type { Match, Matcher } from './match.ts';
import { type Names, namesIn } from './names.ts';
import { ownAsks, viewsIn } from './own-asks.ts';
import { metricRef } from './refs.ts';
import { afterLead } from './sentences.ts';
import { contentWords, phrasesIn } from './terms.ts';
import { withoutTimes } from './times.ts';
import { isStop, stemsOf, tidy, type Word, withoutCompany, wordsOf } from './words.ts';

/** One thing that a clause asks for. */
export interface Ask {
  readonly topic: string;
  readonly metrics: readonly MetricRef[];
  /** Aspects and dimensions that the thing itself brings along. */
  readonly asked: readonly Aspect[];
  readonly along: readonly string[];
  /** What the vocabulary says to search with. */
  readonly terms: readonly string[];
  /** Phrases and content words of the clause that belong to no other ask. */
  readonly phrases: readonly string[];
  readonly words: readonly string[];
  /** Whose it is where a sentence names several: "A's revenue and B's staff". */
  readonly owner?: string;
  /** What it asks to have computed. */
  readonly formulas?: readonly Formula[];
}

const TARGET_WORDS = new Set(['target', 'goal', 'ambition', 'commitment']);

/** What a clause asks for, and the names it asks about. No asks: the clause only says more about an earlier one. */
export function askedIn(
  clause: string,
  vocabulary: Vocabulary,
  matcher: Matcher,
): { readonly asks: readonly Ask[]; readonly names: Names } {
  const views = viewsIn(clause);
  if (views) {
    const { asks } = askedIn(views, vocabulary, matcher);
    return { asks, names: namesIn(clause, () => false) };
  }
  const words = wordsOf(clause);
  const matches = matchesOf(clause, words, matcher);
  const inside = (index: number) => matches.some(match => match.start <= index && index < match.end);
  const names = namesIn(clause, inside);
  const own = ownAsks(clause, { names: names.all, matcher, matches });
  if (own.instead) return { asks: own.asks, names };
  const rest = withoutCompany(withoutTimes(restOf(words, { inside, names: names.all })));
  const more = { phrases: phrasesIn(rest), words: contentWords(rest) };
  const calculation = calculationIn(clause, { matches, names: names.all, vocabulary });
  if (calculation) {
    const { formula, operands } = calculation;
    const metrics = [formula.metric, ...operands];
    const ask = { topic: formula.metric.name, metrics, formulas: [formula], asked: [], along: [], terms: [] };
    return { asks: [{ ...ask, ...more }], names };
  }
  const wanted = words.some((word, i) => TARGET_WORDS.has(word.stem) && !inside(i));
  const goals = wanted ? goalsOf(idsOf(matches), vocabulary) : [];
  const known = byTopic([...asksOf(matches, vocabulary), ...goals]).map(ask => ({ ...ask, ...more }));
  const one = known.length > 1 && goals.length === 0 && !areApart(clause, matches);
  if (one) return { asks: [joined(clause, known)], names };
  const owned =
    matches.length === known.length && goals.length === 0 ? ownedBy(known, matches, { words, names }) : known;
  return { asks: [...owned, ...own.asks], names };
}

/** Each measure with the name right before it, where all have one and the names differ. */
function ownedBy(
  asks: readonly Ask[],
  matches: readonly Match[],
  { words, names }: { words: readonly Word[]; names: Names },
): readonly Ask[] {
  const owners = matches.map(({ start }) => {
    const before = words[start - 1];
    return before?.possessive ? names.entities.find(name => name.endsWith(before.raw)) : undefined;
  });
  if (asks.length < 2 || new Set(owners).size < asks.length || owners.some(owner => owner === undefined))
    return asks;
  return asks.map((ask, i) => ({ ...ask, owner: owners[i]! }));
}

/** The topic that "and what are the targets?" means after questions about these metrics. */
export function goalsOf(ids: readonly string[], vocabulary: Vocabulary): readonly Ask[] {
  for (const topic of vocabulary.topics.values()) {
    const goals = topic.goals && ids.some(id => id === topic.id || topic.metrics.includes(id));
    const found = goals ? vocabulary.topics.get(topic.goals ?? '') : undefined;
    if (found) return topicAsks(found, vocabulary);
  }
  return [];
}

/** Metrics named in a text, such as the parts of a definition. */
export function metricsIn(text: string, vocabulary: Vocabulary, matcher: Matcher): readonly MetricRef[] {
  const named = matcher(wordsOf(text).map(word => word.stem)).filter(match => match.metric);
  return asksOf(named, vocabulary).flatMap(ask => ask.metrics);
}

/** What the vocabulary knows in the part that asks; in the words before it only where that part says nothing. */
function matchesOf(clause: string, words: readonly Word[], matcher: Matcher): readonly Match[] {
  const matches = matcher(words.map(word => word.stem));
  const main = afterLead(clause);
  const from = words.findIndex(word => word.start >= clause.length - main.length);
  const asked = matches.filter(match => match.start >= from);
  const kept = asked.length > 0 || contentWords(withoutTimes(main)).length > 0 ? asked : matches;
  const text = tidy(clause);
  return kept.map(match => ({
    ...match,
    written: text.slice(words[match.start]?.start, words[match.end - 1]?.end),
  }));
}

/** The clause without what is known in it. */
function restOf(
  words: readonly Word[],
  { inside, names }: { inside: (index: number) => boolean; names: readonly string[] },
): string {
  const named = new Set(names.flatMap(name => wordsOf(name).map(word => word.raw)));
  return words.map((word, i) => (inside(i) ? ',' : named.has(word.raw) ? ';' : word.raw)).join(' ');
}

function joined(clause: string, asks: readonly Ask[]): Ask {
  const [first] = asks;
  return {
    topic: headline(clause),
    metrics: asks.flatMap(ask => ask.metrics),
    asked: asks.flatMap(ask => ask.asked),
    along: asks.flatMap(ask => ask.along),
    terms: asks.flatMap(ask => ask.terms),
    phrases: first?.phrases ?? [],
    words: first?.words ?? [],
  };
}

function asksOf(matches: readonly Match[], vocabulary: Vocabulary): readonly Ask[] {
  const asks: Ask[] = [];
  const grouped = new Set<string>();
  for (const match of matches) {
    const { metric, topic } = match;
    const shared = topic ?? (metric && sharedTopic(metric, matches, vocabulary));
    if (shared && grouped.has(shared.id)) continue;
    if (shared) {
      grouped.add(shared.id);
      asks.push(...topicAsks(shared, vocabulary));
    } else if (metric && !asks.some(ask => ask.metrics.length === 1 && ask.metrics[0]?.id === metric.id)) {
      asks.push(metricAsk(metric, match));
    }
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

function idsOf(matches: readonly Match[]): readonly string[] {
  return matches.flatMap(({ metric, topic }) => metric?.id ?? topic?.id ?? []);
}

function topicAsks(topic: VocabularyTopic, vocabulary: Vocabulary): readonly Ask[] {
  const metrics = topic.metrics.flatMap(id => vocabulary.metrics.get(id) ?? []);
  if (topic.apart) return metrics.map(metric => metricAsk(metric));
  const { name, aspects: asked, by: along, terms } = topic;
  return [{ topic: name, metrics: metrics.map(metricRef), asked, along, terms, phrases: [], words: [] }];
}

function metricAsk(metric: VocabularyMetric, match?: Match): Ask {
  return {
    topic: metric.called[match?.said ?? ''] ?? (match && narrower(metric, match)) ?? metric.name,
    metrics: [metricRef(metric)],
    asked: [],
    along: [],
    terms: metric.asks,
    phrases: [],
    words: [],
  };
}

/** "Lost-time injury rate" for what is filed under "Injury rate": the question's words where they say more. */
function narrower({ name }: VocabularyMetric, { said, written }: Match): string | null {
  const stems = said.split(' ');
  const general = stemsOf(name);
  const more = stems.filter(stem => !general.includes(stem) && !GENERAL.has(stem) && !isStop(stem));
  if (more.length === 0 || /\p{Lu}{2}/u.test(name) || !general.every(stem => stems.includes(stem)))
    return null;
  return written ? written.charAt(0).toUpperCase() + written.slice(1) : null;
}

/** Words that narrow nothing: "total revenue" is revenue. */
const GENERAL = new Set(
  '% total net consolidated group company annual overall reported amount figure ratio rate level average size number loss'.split(
    ' ',
  ),
);
