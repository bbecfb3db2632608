import type { Context } from '../context.ts';
import { sentenceLine } from '../sentence.ts';
import type { BlockOf } from './index.ts';

/** One sentence a line, so that a changed sentence is one changed line. */
export function paragraph({ sentences }: BlockOf<'paragraph'>, context: Context): string {
  return sentences.map(sentence => sentenceLine(sentence, context)).join('\n');
}
