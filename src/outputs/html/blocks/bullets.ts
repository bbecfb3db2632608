import type { Context } from '../context.ts';
import { sentenceHtml } from '../sentence.ts';
import { tag } from '../tag.ts';
import type { BlockOf } from './index.ts';

export function bullets({ items }: BlockOf<'bullets'>, context: Context): string {
  return tag('ul', {}, ...items.map(item => tag('li', {}, sentenceHtml(item, context))));
}
