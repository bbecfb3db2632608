import type { Vocabulary, VocabularyMetric, VocabularyTopic } from '../vocabulary.ts';
import { isAsking, isStop, stemsOf } from './words.ts';

/** A stretch of a question's words that the vocabulary knows. */
export interface Match {
  /** Index of the first word, and of the one past the last. */
  readonly start: number;
  readonly end: number;
  readonly metric: VocabularyMetric | null;
  readonly topic: VocabularyTopic | null;
  /** Its words, stemmed. */
  readonly said: string;
  /** Its words as written, where the text is known. */
  readonly written?: string;
}

export type Matcher = (stems: readonly string[]) => readonly Match[];

interface Pattern {
  readonly stems: readonly string[];
  readonly metric: VocabularyMetric | null;
  readonly topic: VocabularyTopic | null;
  /** Is something else, and only blocks what lies inside it. */
  readonly blocks: VocabularyMetric | null;
}

/** Words that reports print as labels and people also use for something else: they count only where nothing else does. */
const WEAK = new Set(
  (
    'support trust women confident approve agree staff people member patient case admission install favor oppose satisfied order debt ' +
    'loan deposit employment job hire share map user apps diluted importance parameter precision marketing consumption investment ' +
    'energy water waste technology trade safety workforce diversity online internet training packaging import export concern worry confidence satisfaction view staff customer student'
  ).split(' '),
);

/** Compiles the vocabulary once; the longest match wins, a topic before a metric of the same words. */
export function compileMatcher(vocabulary: Vocabulary): Matcher {
  const byFirst = new Map<string, Pattern[]>();
  for (const pattern of patternsOf(vocabulary)) {
    const first = pattern.stems[0];
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list) list.push(pattern);
    else byFirst.set(first, [pattern]);
  }
  for (const list of byFirst.values())
    list.sort((a, b) => b.stems.length - a.stems.length || rank(a) - rank(b));
  return stems => dropWeak(findAll(stems, byFirst), stems);
}

function patternsOf({ metrics, topics }: Vocabulary): readonly Pattern[] {
  const none = { metric: null, topic: null, blocks: null };
  return [
    ...[...topics.values()].flatMap(topic =>
      topic.asks.map(ask => ({ ...none, stems: stemsOf(ask), topic })),
    ),
    ...[...metrics.values()].flatMap(metric => [
      ...[metric.name, ...metric.phrases, ...metric.asks].map(p => ({ ...none, stems: stemsOf(p), metric })),
      ...metric.not.map(p => ({ ...none, stems: stemsOf(p), blocks: metric })),
    ]),
  ];
}

/** Among patterns of one length: topics, then metrics, then what only blocks. */
function rank(pattern: Pattern): number {
  return pattern.topic ? 0 : pattern.metric ? 1 : 2;
}

function findAll(
  stems: readonly string[],
  byFirst: ReadonlyMap<string, readonly Pattern[]>,
): readonly Match[] {
  const matches: Match[] = [];
  let at = 0;
  while (at < stems.length) {
    const found = (byFirst.get(stems[at] ?? '') ?? []).find(p =>
      p.stems.every((s, i) => stems[at + i] === s),
    );
    if (found && !found.blocks) {
      const { metric, topic } = found;
      matches.push({ start: at, end: at + found.stems.length, metric, topic, said: found.stems.join(' ') });
    }
    at += found ? found.stems.length : 1;
  }
  return matches;
}

/** A weak word counts where the question says little else, and not as the first part of "packaging machinery". */
function dropWeak(matches: readonly Match[], stems: readonly string[]): readonly Match[] {
  const weak = (m: Match) => m.end - m.start === 1 && WEAK.has(stems[m.start] ?? '');
  const strong = matches.filter(match => !weak(match));
  if (strong.length > 0) return strong;
  const content = (stem: string | undefined) =>
    stem !== undefined && !isStop(stem) && !isAsking(stem) && !/^\d|^fy\d|^[qh]\d/.test(stem);
  const others = stems.filter((stem, i) => content(stem) && !matches.some(m => m.start === i)).length;
  return others > MOST_OTHERS ? [] : matches.filter(match => !content(stems[match.end]));
}

/** Content words beside a weak one that are still few. */
const MOST_OTHERS = 3;
