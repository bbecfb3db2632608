import type { Block } from '../../../domain/report.ts';
import { BugError } from '../../../errors.ts';
import type { Context } from '../context.ts';
import { bullets } from './bullets.ts';
import { chart } from './chart.ts';
import { paragraph } from './paragraph.ts';
import { quote } from './quote.ts';
import { table } from './table.ts';

/** The block of one kind. */
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

type Handlers = { readonly [K in Block['kind']]: (block: BlockOf<K>, context: Context) => string };

const handlers = { paragraph, bullets, table, chart, quote } satisfies Handlers;

export function blockToHtml(block: Block, context: Context): string {
  const handle = handlers[block.kind] as ((block: Block, context: Context) => string) | undefined;
  if (handle === undefined) throw new BugError(`No HTML for a block of kind "${block.kind}"`);
  return handle(block, context);
}
