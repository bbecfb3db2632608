import type { Context } from '../context.ts';
import { sentenceLine } from '../sentence.ts';
import type { BlockOf } from './index.ts';

export function quote({ sentence }: BlockOf<'quote'>, context: Context): string {
  return `> ${sentenceLine(sentence, context)}`;
}
