import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Bounds, grow, intersect, isEmpty } from './bounds.ts';
import type { Cover } from './covered.ts';
import { type Dot, dotOf } from './dingbats.ts';
import type { PdfGlyph } from './glyph-text.ts';
import type { Ink, LookUp } from './ink.ts';
import { applyBounds, IDENTITY, type Matrix, multiply } from './matrix.ts';
import { type Clip, clipped, isRectangle, type PathData } from './painted.ts';
import { newDrawn, type Paint, sortPath } from './paths.ts';
import { newPen, type Pen, show } from './pen.ts';

/** The graphics state of PDF, as far as it matters here. */
export interface State {
  ctm: Matrix;
  clip: Clip;
  fill: string;
  stroke: string;
  lineWidth: number;
  dashed: boolean;
  /** 0 to 1, of fills and of strokes. */
  fillOpacity: number;
  strokeOpacity: number;
  pen: Pen;
}

/** A transparency group of pdf.js; one with `smask` draws a mask, which nobody sees. */
export interface GroupOptions {
  readonly matrix?: ArrayLike<number> | null;
  readonly bbox?: ArrayLike<number> | null;
  readonly smask?: unknown;
}

/** Paper that remembers where ink went and nothing else. */
export class Easel {
  readonly ink: Ink = { ...newDrawn(), runs: [], images: [], white: newDrawn(), painted: [] };
  state: State;
  readonly saved: State[] = [];
  readonly marked: boolean[] = [];
  hidden = 0;
  willClip = false;
  /** A picture too big to decode leaves only its `cm` behind: a matrix that nothing was drawn with. */
  unusedMatrix = false;
  /** White rectangles, for what they hide. */
  readonly covers: Cover[] = [];
  private readonly start: State;
  readonly lookUp: LookUp;

  constructor(ctm: Matrix, clip: Bounds, lookUp: LookUp) {
    this.start = {
      ctm,
      clip: { box: clip, path: null },
      fill: '#000000',
      stroke: '#000000',
      lineWidth: 1,
      dashed: false,
      fillOpacity: 1,
      strokeOpacity: 1,
      pen: newPen(),
    };
    this.state = copy(this.start);
    this.lookUp = lookUp;
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

  /** To a box, or to a path with this box. */
  clipTo(box: ArrayLike<number> | null, data: PathData | null = null): void {
    if (box) this.state.clip = clipped(this.state.clip, data, this.state.ctm, box);
  }

  image(): void {
    this.unusedMatrix = false;
    if (this.hidden > 0) return;
    const box = intersect(applyBounds(this.state.ctm, UNIT_SQUARE), this.state.clip.box);
    if (isEmpty(box)) return;
    this.ink.images.push(box);
    this.ink.painted.push({ kind: 'image', box });
  }

  noteMissingImage(): void {
    const { ctm } = this.state;
    const big = Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]) > SMALLEST_MISSING_IMAGE;
    if (this.unusedMatrix && big) this.image();
    this.unusedMatrix = false;
  }

  /** What a gradient or a large box fills through a clip has the clip's form. */
  fillClip(color: string): void {
    this.unusedMatrix = false;
    const { box, path } = this.state.clip;
    if (this.hidden > 0 || isEmpty(box)) return;
    const paint = { fill: color, stroke: '', lineWidth: 0 };
    this.keep(null, box, paint);
    const into = color === WHITE ? this.ink.white : this.ink;
    if (path) sortPath(path.data, path.ctm, paint, into);
    else into.fills.push({ x: box.x0, y: box.y0, w: box.x1 - box.x0, h: box.y1 - box.y0, color });
  }

  path(op: number, data: PathData | null, edges: ArrayLike<number> | null): void {
    if (this.willClip) this.clipTo(edges, data);
    this.willClip = false;
    if (!data || op === OPS.endPath || this.hidden > 0) return;
    this.unusedMatrix = false;
    const { ctm, clip, fill, stroke, lineWidth } = this.state;
    const box = edges && intersect(clip.box, applyBounds(ctm, edges));
    // A rule has no width of its own, so an empty intersection says nothing before it is grown.
    if (!box || isEmpty(grow(box, 0.5))) return;
    const scale = Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    const filled = FILLS.has(op) ? fill : '';
    const stroked = STROKES.has(op) ? stroke : '';
    this.keep(data, box, { fill: filled, stroke: stroked, lineWidth: lineWidth * scale });
    this.cover(filled, data, box);
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

  /** A rectangle hides what lies under it. */
  private cover(fill: string, data: PathData, box: Bounds): void {
    const { fillOpacity, clip, ctm } = this.state;
    const after = this.ink.runs.length;
    const isOpaque = fill === WHITE && fillOpacity === 1 && clip.path === null && isRectangle(data, ctm);
    if (isOpaque && after > 0) this.covers.push({ box, after });
  }

  show(glyphs: readonly (PdfGlyph | number)[]): void {
    this.unusedMatrix = false;
    const { pen, ctm, fill } = this.state;
    const run = show(pen, glyphs, ctm);
    if (!run || this.hidden > 0) return;
    this.ink.runs.push({ ...run, id: this.ink.runs.length, color: fill });
    const dot = dotOf(run, pen.font?.name ?? '');
    if (dot) this.dot(dot);
  }

  /** The group's form moves the paper itself; only its box is ours to mind. */
  beginGroup({ matrix, bbox, smask }: GroupOptions): void {
    this.save();
    const { ctm } = this.state;
    if (bbox) this.state.clip = clipped(this.state.clip, null, matrix ? multiply(ctm, matrix) : ctm, bbox);
    this.beginMarked(!smask);
  }

  endGroup(): void {
    this.endMarked();
    this.restore();
  }

  beginMarked(visible: boolean): void {
    this.marked.push(visible);
    if (!visible) this.hidden++;
  }

  endMarked(): void {
    if (this.marked.pop() === false) this.hidden--;
  }

  /** Drawn with a glyph, and yet a marker. */
  private dot({ data, box }: Dot): void {
    const { pen, fill, stroke, clip, lineWidth, ctm } = this.state;
    const paint = { fill: pen.mode === 1 ? '' : fill, stroke: pen.mode === 0 ? '' : stroke, lineWidth };
    const opacity = paint.fill === '' ? this.state.strokeOpacity : this.state.fillOpacity;
    const scale = Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    const width = { lineWidth: lineWidth * scale };
    this.ink.painted.push({
      kind: 'path',
      data,
      ctm: IDENTITY,
      clip,
      box,
      ...paint,
      ...width,
      dashed: false,
      opacity,
    });
    this.ink.shapes.push({ ...box, color: paint.fill || paint.stroke });
  }

  private keep(data: PathData | null, box: Bounds, paint: Paint): void {
    const { ctm, clip, dashed, fillOpacity, strokeOpacity } = this.state;
    const opacity = paint.fill === '' ? strokeOpacity : fillOpacity;
    this.ink.painted.push({ kind: 'path', data, ctm, clip, box, ...paint, dashed, opacity });
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
