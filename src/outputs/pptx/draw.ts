import type { Slide } from '../../domain/deck.ts';
import type { ChartSpec } from '../../domain/report.ts';
import { fitLines } from '../font/measure.ts';
import { plain } from '../plain.ts';
import { BULLET, bulletSpace, lineCount } from './fit.ts';
import type { PptxSlide } from './library.ts';
import { type Frame, RESERVE, SIZES, SOURCE } from './page.ts';

/** A slide being drawn, and what the finishing pass has to know about it. */
export interface Canvas {
  readonly slide: PptxSlide;
  readonly charts: { readonly chart: ChartSpec; readonly frame: Frame; readonly name: string }[];
  /** Alternative text by the name of the shape. */
  readonly alts: Map<string, string>;
  /** Points; the size of content titles. */
  readonly titleSize: number;
}

/** The title goes into the layout's placeholder: its place is the layout's, the same on every slide. */
export function drawTitle({ slide, titleSize }: Canvas, title: string): void {
  slide.addText(title, { placeholder: 'title', fontSize: titleSize });
}

/** Bottom left, one line of 10 points or two of 9; the report has what is cut beyond that. */
export function drawSource({ slide }: Canvas, { sourceLine }: Slide): void {
  if (sourceLine === '') return;
  const [large, small] = SIZES.source;
  const fontSize = lineCount(sourceLine, SOURCE.w, { size: large }) === 1 ? large : small;
  const lines = fitLines(plain(sourceLine), SOURCE.w * 72 * RESERVE, { size: fontSize, count: 2 });
  const style = { fontSize, color: 'accent6', valign: 'bottom' } as const;
  slide.addText(lines.join(' '), { ...SOURCE, ...BOX, ...style, objectName: 'Source' });
}

/** What is measured, unit and period: one line, or two of a smaller size. */
export function drawHeading({ slide }: Canvas, text: string, frame: Frame): void {
  const [large, small] = SIZES.heading;
  const fits = lineCount(text, frame.w, { size: large, bold: true }) === 1;
  const lines = fitLines(text, frame.w * 72 * RESERVE, { size: small, bold: true, count: 2 });
  slide.addText(fits ? text : lines.join(' '), {
    ...frame,
    ...BOX,
    fontSize: fits ? large : small,
    bold: true,
    color: 'tx1',
    valign: 'top',
    objectName: 'Exhibit heading',
  });
}

export interface Bullets extends Frame {
  /** Points. */
  readonly size: number;
  readonly numbered?: boolean;
}

/** One text box; the space between bullets grows a little where there is room. */
export function drawBullets({ slide }: Canvas, texts: readonly string[], place: Bullets): void {
  const { size, numbered = false, ...frame } = place;
  const bullet = numbered ? { type: 'number' as const, indent: BULLET * 1.5 } : { indent: BULLET };
  const paraSpaceAfter = bulletSpace(texts, frame, size);
  const runs = texts.map(text => ({ text, options: { bullet, paraSpaceAfter, breakLine: true } }));
  const style = { fontSize: size, color: 'tx1', valign: 'top' } as const;
  slide.addText(runs, { ...frame, ...BOX, ...style, objectName: 'Points' });
}

/** Text boxes have no inner margin, so that everything lines up with the title. */
export const BOX = { margin: 0, isTextBox: true, fit: 'none', fontFace: '+mn-lt' } as const;
