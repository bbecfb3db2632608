import type { Context } from '../context.ts';
import { sentenceHtml } from '../sentence.ts';
import { tag } from '../tag.ts';
import type { BlockOf } from './index.ts';

export function quote({ sentence }: BlockOf<'quote'>, context: Context): string {
  return tag('blockquote', {}, tag('p', {}, sentenceHtml(sentence, context)));
}
