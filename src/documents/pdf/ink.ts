import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Bounds } from './bounds.ts';
import { withoutCovered } from './covered.ts';
import { Easel, type GroupOptions } from './easel.ts';
import type { PdfGlyph } from './glyph-text.ts';
import type { Matrix } from './matrix.ts';
import type { Painted } from './painted.ts';
import type { Drawn } from './paths.ts';
import { middleColor } from './pattern.ts';
import { type FontFace, moveText, type Run, setFont, setTextMatrix } from './pen.ts';

/** Everything a page draws, in points as displayed: text runs in drawing order, rules, filled rectangles, shapes, pictures. */
export interface Ink extends Drawn {
  readonly runs: Run[];
  readonly images: Bounds[];
  /** Drawn in white: nothing to see on paper, but often the borders and backs of a table's cells. */
  readonly white: Drawn;
  /** Every path and picture as it was painted, white ones too: what figures are made of. */
  readonly painted: Painted[];
}

/** What operators only name. */
export interface LookUp {
  readonly font: (name: string) => FontFace | null;
  /** Whether an optional content group is shown. */
  readonly visible: (group: unknown) => boolean;
  /** The gradient of that name, as pdf.js describes it. */
  readonly gradient: (name: string) => unknown;
}

export interface InkInput extends LookUp {
  readonly operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
  /** From the page's user space to points as displayed. */
  readonly viewport: Matrix;
  readonly page: Bounds;
}

/** Carries out a page's drawing operators on paper that only remembers where ink went. */
export function readInk({ operators, viewport, page, ...lookUp }: InkInput): Ink {
  const easel = new Easel(viewport, page, lookUp);
  const { fnArray, argsArray } = operators;
  for (let i = 0; i < fnArray.length; i++) {
    const handler = HANDLERS[fnArray[i]!];
    if (handler) handler(easel, (argsArray[i] ?? []) as never);
  }
  easel.noteMissingImage();
  return { ...easel.ink, runs: withoutCovered(easel.ink.runs, easel.covers) };
}

type Handler = (easel: Easel, args: never) => void;

const HANDLERS: Record<number, Handler> = {
  [OPS.save]: e => e.save(),
  [OPS.restore]: e => e.restore(),
  [OPS.transform]: (e, matrix: number[]) => {
    e.transform(matrix);
    e.unusedMatrix = true;
  },
  [OPS.setLineWidth]: (e, [width]: [number]) => {
    e.state.lineWidth = width;
  },
  [OPS.setGState]: (e, [entries]: [[string, unknown][]]) => {
    for (const [key, value] of entries) setGraphicsState(e, key, value);
  },
  [OPS.setFillRGBColor]: (e, [color]: [string]) => {
    e.state.fill = color;
  },
  [OPS.setStrokeRGBColor]: (e, [color]: [string]) => {
    e.state.stroke = color;
  },
  [OPS.setFillColorN]: (e, pattern: unknown[]) => {
    e.state.fill = middleColor(pattern, e.lookUp.gradient);
  },
  [OPS.setStrokeColorN]: (e, pattern: unknown[]) => {
    e.state.stroke = middleColor(pattern, e.lookUp.gradient);
  },
  [OPS.setDash]: (e, [lengths]: [ArrayLike<number>]) => {
    e.state.dashed = isDashed(lengths);
  },
  [OPS.clip]: e => {
    e.willClip = true;
  },
  [OPS.eoClip]: e => {
    e.willClip = true;
  },
  [OPS.constructPath]: (
    e,
    [op, [data], box]: [number, [ArrayLike<number> | null], ArrayLike<number> | null],
  ) => e.path(op, data, box),
  [OPS.shadingFill]: (e, [name]: [string]) => {
    e.unusedMatrix = false;
    e.fillClip(middleColor(['Shading', name], e.lookUp.gradient));
  },
  [OPS.paintFormXObjectBegin]: (e, [matrix, box]: [ArrayLike<number> | null, ArrayLike<number> | null]) => {
    e.unusedMatrix = false;
    e.save();
    e.transform(matrix);
    e.clipTo(box);
  },
  [OPS.paintFormXObjectEnd]: e => e.restore(),
  [OPS.beginGroup]: (e, [group]: [GroupOptions]) => e.beginGroup(group),
  [OPS.endGroup]: e => e.endGroup(),
  [OPS.beginAnnotation]: (e, [, , transform, matrix]: [string, unknown, number[], number[]]) => {
    e.noteMissingImage();
    e.save();
    e.reset();
    e.transform(transform);
    e.transform(matrix);
  },
  [OPS.endAnnotation]: e => e.restore(),
  [OPS.beginMarkedContent]: e => e.beginMarked(true),
  [OPS.beginMarkedContentProps]: (e, [tag, group]: [string, unknown]) =>
    e.beginMarked(tag !== 'OC' || e.lookUp.visible(group)),
  [OPS.endMarkedContent]: e => e.endMarked(),
  [OPS.beginText]: e => setTextMatrix(e.state.pen, [1, 0, 0, 1, 0, 0]),
  [OPS.setCharSpacing]: (e, [spacing]: [number]) => {
    e.state.pen.charSpacing = spacing;
  },
  [OPS.setWordSpacing]: (e, [spacing]: [number]) => {
    e.state.pen.wordSpacing = spacing;
  },
  [OPS.setHScale]: (e, [percent]: [number]) => {
    e.state.pen.stretch = percent / 100;
  },
  [OPS.setLeading]: (e, [leading]: [number]) => {
    e.state.pen.leading = -leading;
  },
  [OPS.setFont]: (e, [name, size]: [string, number]) => setFont(e.state.pen, e.lookUp.font(name), size),
  [OPS.setTextRenderingMode]: (e, [mode]: [number]) => {
    e.state.pen.mode = mode;
  },
  [OPS.setTextRise]: (e, [rise]: [number]) => {
    e.state.pen.rise = rise;
  },
  [OPS.moveText]: (e, [x, y]: [number, number]) => moveText(e.state.pen, x, y),
  [OPS.setLeadingMoveText]: (e, [x, y]: [number, number]) => {
    e.state.pen.leading = y;
    moveText(e.state.pen, x, y);
  },
  [OPS.setTextMatrix]: (e, [matrix]: [ArrayLike<number>]) => setTextMatrix(e.state.pen, matrix),
  [OPS.nextLine]: e => moveText(e.state.pen, 0, e.state.pen.leading),
  [OPS.showText]: (e, [glyphs]: [(PdfGlyph | number)[]]) => e.show(glyphs),
  ...Object.fromEntries(
    [
      OPS.paintImageXObject,
      OPS.paintImageMaskXObject,
      OPS.paintInlineImageXObject,
      OPS.paintSolidColorImageMask,
      OPS.paintImageXObjectRepeat,
      OPS.paintImageMaskXObjectRepeat,
      OPS.paintImageMaskXObjectGroup,
      OPS.paintInlineImageXObjectGroup,
    ].map((op): [number, Handler] => [op, e => e.image()]),
  ),
};

function setGraphicsState(e: Easel, key: string, value: unknown): void {
  if (key === 'LW') e.state.lineWidth = Number(value);
  if (key === 'D') e.state.dashed = isDashed((value as [ArrayLike<number>])[0]);
  if (key === 'ca') e.state.fillOpacity = Number(value);
  if (key === 'CA') e.state.strokeOpacity = Number(value);
  if (key === 'Font') {
    const [name, size] = value as [string, number];
    setFont(e.state.pen, e.lookUp.font(name), size);
  }
}

function isDashed(lengths: ArrayLike<number> | undefined): boolean {
  return Array.from(lengths ?? []).some(length => length > 0);
}
