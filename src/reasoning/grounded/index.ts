import type { Reasoner } from '../reasoner.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { compileMatcher } from './match.ts';
import { understand } from './understand.ts';
import { wordInsight } from './word.ts';

/** The embedded reasoner: no model, no clock, no randomness; the same words in give the same plan and sentences out. */
export function grounded(vocabulary: Vocabulary): Reasoner {
  const matcher = compileMatcher(vocabulary);
  return {
    name: 'grounded',
    understand: asked => understand(asked, vocabulary, matcher),
    word: wordInsight,
    topic: question => understand([question], vocabulary, matcher).questions[0]?.topic ?? question.trim(),
  };
}
