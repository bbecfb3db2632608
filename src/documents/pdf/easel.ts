import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Bounds, intersect, isEmpty } from './bounds.ts';
import type { PdfGlyph } from './glyph-text.ts';
import type { Ink } from './ink.ts';
import { applyBounds, type Matrix, multiply } from './matrix.ts';
import { newDrawn, sortPath } from './paths.ts';
import { type FontFace, newPen, type Pen, show } from './pen.ts';

/** The graphics state of PDF, as far as it matters here. */
export interface State {
  ctm: Matrix;
  clip: Bounds;
  fill: string;
  stroke: string;
  lineWidth: number;
  pen: Pen;
}

/** Paper that remembers where ink went and nothing else. */
export class Easel {
  readonly ink: Ink = { ...newDrawn(), runs: [], images: [], white: newDrawn() };
  state: State;
  readonly saved: State[] = [];
  readonly marked: boolean[] = [];
  hidden = 0;
  willClip = false;
  /** A picture too big to decode leaves only its `cm` behind: a matrix that nothing was drawn with. */
  unusedMatrix = false;
  private readonly start: State;
  readonly font: (name: string) => FontFace | null;
  readonly visible: (group: unknown) => boolean;

  constructor(ctm: Matrix, clip: Bounds, font: Easel['font'], visible: Easel['visible']) {
    this.start = { ctm, clip, fill: '#000000', stroke: '#000000', lineWidth: 1, pen: newPen() };
    this.state = copy(this.start);
    this.font = font;
    this.visible = visible;
  }

  save(): void {
    this.unusedMatrix = false;
    this.saved.push(this.state);
    this.state = copy(this.state);
  }

  restore(): void {
    this.noteMissingImage();
    this.state = this.saved.pop() ?? this.state;
  }

  reset(): void {
    this.state = copy(this.start);
  }

  transform(matrix: ArrayLike<number> | null): void {
    if (matrix) this.state.ctm = multiply(this.state.ctm, matrix);
  }

  clipTo(box: ArrayLike<number> | null): void {
    if (box) this.state.clip = intersect(this.state.clip, applyBounds(this.state.ctm, box));
  }

  image(): void {
    this.unusedMatrix = false;
    if (this.hidden > 0) return;
    const box = intersect(applyBounds(this.state.ctm, UNIT_SQUARE), this.state.clip);
    if (!isEmpty(box)) this.ink.images.push(box);
  }

  noteMissingImage(): void {
    const { ctm } = this.state;
    const big = Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]) > SMALLEST_MISSING_IMAGE;
    if (this.unusedMatrix && big) this.image();
    this.unusedMatrix = false;
  }

  fillClip(color: string): void {
    this.unusedMatrix = false;
    const { clip } = this.state;
    if (this.hidden > 0 || isEmpty(clip)) return;
    this.ink.fills.push({ x: clip.x0, y: clip.y0, w: clip.x1 - clip.x0, h: clip.y1 - clip.y0, color });
  }

  path(op: number, data: ArrayLike<number> | null, box: ArrayLike<number> | null): void {
    if (this.willClip) this.clipTo(box);
    this.willClip = false;
    if (!data || op === OPS.endPath || this.hidden > 0) return;
    this.unusedMatrix = false;
    const { ctm, clip, fill, stroke, lineWidth } = this.state;
    if (!box || isEmpty(grown(intersect(clip, applyBounds(ctm, box))))) return;
    const scale = Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    const filled = FILLS.has(op) ? fill : '';
    const stroked = STROKES.has(op) ? stroke : '';
    for (const white of [false, true]) {
      const paint = {
        fill: (filled === WHITE) === white ? filled : '',
        stroke: (stroked === WHITE) === white ? stroked : '',
        lineWidth: lineWidth * scale,
      };
      const into = white ? this.ink.white : this.ink;
      if (paint.fill !== '' || paint.stroke !== '') sortPath(data, ctm, paint, into);
    }
  }

  show(glyphs: readonly (PdfGlyph | number)[]): void {
    this.unusedMatrix = false;
    const { pen, ctm, fill } = this.state;
    const run = show(pen, glyphs, ctm);
    if (run && this.hidden === 0) this.ink.runs.push({ ...run, id: this.ink.runs.length, color: fill });
  }

  beginMarked(visible: boolean): void {
    this.marked.push(visible);
    if (!visible) this.hidden++;
  }

  endMarked(): void {
    if (this.marked.pop() === false) this.hidden--;
  }
}

const WHITE = '#ffffff';
const UNIT_SQUARE = [0, 0, 1, 1];
/** Square points: below it an unused matrix more likely was just an unused matrix. */
const SMALLEST_MISSING_IMAGE = 200;
const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

function copy(state: State): State {
  return { ...state, pen: { ...state.pen } };
}

/** A rule has no width of its own, so an empty intersection with the clip says nothing before it is grown. */
function grown(b: Bounds): Bounds {
  return { x0: b.x0 - 0.5, y0: b.y0 - 0.5, x1: b.x1 + 0.5, y1: b.y1 + 0.5 };
}
