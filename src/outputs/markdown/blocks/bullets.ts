import type { Context } from '../context.ts';
import { sentenceLine } from '../sentence.ts';
import type { BlockOf } from './index.ts';

export function bullets({ items }: BlockOf<'bullets'>, context: Context): string {
  return items.map(item => `- ${sentenceLine(item, context)}`).join('\n');
}
