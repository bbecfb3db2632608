import type { Context } from '../context.ts';
import { sentenceHtml } from '../sentence.ts';
import { tag } from '../tag.ts';
import type { BlockOf } from './index.ts';

export function paragraph({ sentences }: BlockOf<'paragraph'>, context: Context): string {
  return tag('p', {}, sentences.map(sentence => sentenceHtml(sentence, context)).join('\n'));
}
