import type { Sentence } from '../../domain/report.ts';
import { markSentence } from './claims.ts';
import type { Context } from './context.ts';
import { escapeLine } from './escape.ts';
import { references } from './footnotes.ts';

/** A sentence on a line of its own or after a list mark, its footnotes after the final stop. */
export function sentenceLine(sentence: Sentence, context: Context): string {
  const marked = markSentence(sentence, escapeLine(sentence.text), context.marked);
  return marked + references(sentence.citations, context);
}
