import type { Slide } from '../../../domain/deck.ts';
import { BugError } from '../../../errors.ts';
import type { Canvas } from '../draw.ts';
import type { LayoutName } from '../layouts.ts';
import { chart } from './chart.ts';
import { sources } from './sources.ts';
import { summary } from './summary.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { title } from './title.ts';

/** The slide of one kind. */
export type SlideOf<K extends Slide['kind']> = Extract<Slide, { kind: K }>;

type Drawers = { readonly [K in Slide['kind']]: (slide: SlideOf<K>, canvas: Canvas) => void };

const drawers = { title, summary, chart, table, text, sources } satisfies Drawers;

export function drawSlide(slide: Slide, canvas: Canvas): void {
  const draw = drawers[slide.kind] as ((slide: Slide, canvas: Canvas) => void) | undefined;
  if (draw === undefined) throw new BugError(`No drawing for a slide of kind "${slide.kind}"`);
  draw(slide, canvas);
}

export function layoutOf(slide: Slide): LayoutName {
  return slide.kind === 'title' ? 'Cover' : 'Content';
}
