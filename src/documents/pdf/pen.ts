import type { PdfGlyph } from './glyph-text.ts';
import { glyphText } from './glyph-text.ts';
import { applyX, applyY, IDENTITY, type Matrix, multiply } from './matrix.ts';

export interface FontFace {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly type3: boolean;
  readonly vertical: boolean;
  readonly matrix: ArrayLike<number>;
  readonly defaultVMetrics?: readonly [number, number, number];
}

/** One glyph on its run's baseline; `start` and `end` are points from the run's origin along its direction. */
export interface PlacedGlyph {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What one text-showing operator drew. */
export interface Run {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Unit vector of the writing direction, y downwards. */
  readonly dx: number;
  readonly dy: number;
  /** Points, as displayed. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  /** White space that the text is set wider by after every glyph, in points. */
  readonly tracking: number;
  readonly glyphs: readonly PlacedGlyph[];
}

/** The text state of PDF: where the next glyph goes and how. Copied when the graphics state is saved. */
export interface Pen {
  font: FontFace | null;
  size: number;
  /** -1 after a negative font size: the text is set upside down and backwards. */
  sign: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function newPen(): Pen {
  return {
    font: null,
    size: 0,
    sign: 1,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    matrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

export function setFont(pen: Pen, font: FontFace | null, size: number): void {
  pen.font = font;
  pen.size = Math.abs(size);
  pen.sign = size < 0 ? -1 : 1;
}

export function setTextMatrix(pen: Pen, matrix: ArrayLike<number>): void {
  pen.matrix = [matrix[0]!, matrix[1]!, matrix[2]!, matrix[3]!, matrix[4]!, matrix[5]!];
  pen.x = pen.y = pen.lineX = pen.lineY = 0;
}

export function moveText(pen: Pen, x: number, y: number): void {
  pen.lineX += x;
  pen.lineY += y;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
}

/** Draws `glyphs` and moves on; null where nothing legible was drawn. */
export function show(
  pen: Pen,
  glyphs: readonly (PdfGlyph | number)[],
  ctm: Matrix,
): Omit<Run, 'id' | 'color'> | null {
  const { font } = pen;
  if (!font || pen.size === 0) return null;
  const full = multiply(ctm, pen.matrix);
  const [x, y] = [applyX(full, pen.x, pen.y + pen.rise), applyY(full, pen.x, pen.y + pen.rise)];
  const [alongX, alongY] = font.vertical ? [full[2], full[3]] : [full[0], full[1]];
  const unit = Math.hypot(alongX, alongY);
  const stretch = font.vertical ? -1 : pen.stretch * pen.sign;
  const placed = place(pen, font, glyphs, Math.abs(stretch) * unit);
  if (placed.length === 0 || unit === 0) return null;
  const forwards = Math.sign(stretch) / unit;
  return {
    x,
    y,
    dx: forwards * alongX,
    dy: forwards * alongY,
    size: pen.size * Math.hypot(full[2], full[3]) * emOf(font),
    bold: font.bold || pen.mode === FILL_AND_STROKE,
    italic: font.italic,
    tracking: Math.max(0, pen.charSpacing) * Math.abs(stretch) * unit,
    glyphs: placed,
  };
}

const FILL_AND_STROKE = 2;

/** Puts each glyph on the baseline and moves the pen behind the last; `points` is the length of a unit of text space. */
function place(
  pen: Pen,
  font: FontFace,
  glyphs: readonly (PdfGlyph | number)[],
  points: number,
): PlacedGlyph[] {
  const placed: PlacedGlyph[] = [];
  const backwards = font.vertical ? -1 : 1;
  let at = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      at -= ((glyph * pen.size) / 1000) * backwards;
      continue;
    }
    const width = advance(pen, font, glyph);
    const text = glyphText(glyph, font.name);
    if (text !== '') placed.push({ text, start: at * points, end: (at + width) * points });
    at += width + pen.charSpacing + (glyph.isSpace ? pen.wordSpacing : 0);
  }
  if (font.vertical) pen.y -= at;
  else pen.x += at * pen.stretch * pen.sign;
  return placed;
}

/** Type 3 fonts have a glyph space of their own: how much of the font size one em of it is, within reason. */
function emOf(font: FontFace): number {
  if (!font.type3) return 1;
  return Math.min(Math.max(Math.abs(font.matrix[3] ?? 0.001) * 1000, 0.5), 2);
}

function advance(pen: Pen, font: FontFace, glyph: PdfGlyph): number {
  if (font.vertical) {
    const vertical = glyph.vmetric ?? font.defaultVMetrics;
    return ((vertical ? -vertical[0] : glyph.width) * pen.size) / 1000;
  }
  return glyph.width * (font.matrix[0] ?? 0.001) * pen.size;
}
