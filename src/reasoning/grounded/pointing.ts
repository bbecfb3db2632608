import type { Clause } from './clauses.ts';
import type { Draft } from './drafts.ts';
import { asksOfMarket } from './markets.ts';
import { namesIn } from './names.ts';
import { contentWords, phrasesIn } from './terms.ts';
import { withoutTimes } from './times.ts';
import { stemsOf } from './words.ts';

const AUXILIARY = '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might|may)';
/** "it" after an auxiliary stands for whom the sentence before was about; "its" always does. */
const PRONOUN = new RegExp(`\\b(?:(?<=\\b${AUXILIARY}\\s)(?:it|they)|its|their)\\b`, 'iu');
const POINTER = /\b(?:it|its|this|that|these|those|they|them|their|such|one|ones)\b/iu;
const COMPANY = /\b(?:the|this) (?:company|group|firm|business|corporation|bank|organi[sz]ation)\b/iu;
const TARGETS = new Set(['target', 'goal', 'ambition', 'commitment']);
const EMPTY = new Set('group thing option answer kind ones company firm business'.split(' '));

/** Whether a clause has a pronoun for a subject named before it. */
export function pointsAtSubject(text: string): boolean {
  return PRONOUN.test(text);
}

/** Whether it speaks of "the company". */
export function namesSubject(text: string): boolean {
  return COMPANY.test(text);
}

/** The clause with its subject's name in place of the first pronoun. */
export function withSubject(text: string, subject: string): string {
  if (text.includes(subject)) return text;
  if (!PRONOUN.test(text)) return text;
  return text.replace(PRONOUN, pronoun => (/^(?:its|their)$/iu.test(pronoun) ? `${subject}'s` : subject));
}

/** Whether a clause without a subject of its own is about the market just spoken of. */
export function marketMeant({ text, sentence }: Clause, spokenIn: number): boolean {
  const subject = /\bhow\s+(?:large|big|fast)\b|\bits (?:size|growth)\b|\bmarket\b/iu.test(text);
  return (
    subject ||
    (sentence === spokenIn && asksOfMarket(text) && namesIn(text, () => false).entities.length === 0)
  );
}

/**
 * What a clause says where that is only about what was asked before: `targets`, or anything else (`more`);
 * `subject`: nothing but a name. Null where it asks for something itself.
 */
export function onlyPoints(text: string, earlier: readonly Draft[]): 'targets' | 'more' | 'subject' | null {
  const bare = withoutTimes(text);
  const words = contentWords(bare).filter(word => !EMPTY.has(word));
  const named = namesIn(text, () => false).all.length > 0;
  if (words.every(word => TARGETS.has(word)) && words.length > 0 && earlier.length > 0) return 'targets';
  if (words.length === 0 && phrasesIn(bare).length === 0) return named ? 'subject' : 'more';
  const known = new Set(earlier.flatMap(one => [...one.words, ...stemsOf(one.text)]));
  return POINTER.test(text) && earlier.length > 0 && words.every(word => known.has(word)) ? 'more' : null;
}
