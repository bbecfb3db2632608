import type { TextMark } from '../../domain/mark.ts';
import type { Matrix } from '../pdf/matrix.ts';
import { raise } from '../superscript.ts';
import { type Character, charactersOf } from './characters.ts';
import type { SvgNode } from './parse.ts';
import { placeText } from './place-text.ts';
import type { Style } from './style.ts';
import { advanceOf } from './text-width.ts';

export interface TextContext {
  readonly matrix: Matrix;
  readonly viewport: { readonly width: number; readonly height: number };
  /** The style of an element inside, given its parent's. */
  readonly styleOf: (element: SvgNode, parent: Style) => Style;
  /** Whether white space counts as it is written. */
  readonly keepsSpace: boolean;
  /** What letters are painted with; '' where they aren't. */
  readonly colorOf: (style: Style) => string;
}

/** The lines of a `text` element: its characters where `x`, `y`, `dx`, `dy` and anchors put them, joined where they touch. */
export function textMarksOf(element: SvgNode, style: Style, context: TextContext): readonly TextMark[] {
  const characters = charactersOf(element, style, context);
  const runs = chunksOf(characters).flatMap(layOut);
  return joinRuns(runs).flatMap(run => {
    const color = context.colorOf(run.style);
    const text = run.text.replace(/\s+/g, ' ').trim();
    if (text === '' || color === '') return [];
    const { from, to, baseline, size } = run;
    return [placeText({ text, from, to, baseline, size, bold: isBold(run.style), color }, context.matrix)];
  });
}

/** Characters on one baseline in the units of their element. */
interface Run {
  text: string;
  readonly from: number;
  to: number;
  readonly baseline: number;
  readonly size: number;
  readonly style: Style;
}

/** An absolute place begins a chunk; an anchor holds a chunk as a whole. */
function chunksOf(characters: readonly Character[]): readonly (readonly Character[])[] {
  const chunks: Character[][] = [];
  for (const character of characters) {
    const begins = character.x !== undefined || character.y !== undefined || chunks.length === 0;
    if (begins) chunks.push([character]);
    else chunks.at(-1)!.push(character);
  }
  return chunks.map((chunk, i) => placed(chunk, chunks[i - 1]));
}

/** A chunk that gives one coordinate keeps the other of where the last one ended. */
function placed(chunk: Character[], before: Character[] | undefined): readonly Character[] {
  const first = chunk[0]!;
  const x = first.x ?? (before ? (before[0]?.x ?? 0) + widthOf(before) : 0);
  const y = first.y ?? before?.reduce((sum, { dy }) => sum + dy, before[0]?.y ?? 0) ?? 0;
  chunk[0] = { ...first, x, y };
  return chunk;
}

function layOut(chunk: readonly Character[]): readonly Run[] {
  const first = chunk[0]!;
  const anchor = first.style['text-anchor'];
  const share = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0;
  let x = (first.x ?? 0) - share * widthOf(chunk);
  let y = first.y ?? 0;
  const runs: Run[] = [];
  for (const { text, style, dx, dy, stretch } of chunk) {
    const size = sizeOf(style);
    const width = advanceOf(text, faceOf(style)) * size * stretch;
    x += dx;
    y += dy;
    const last = runs.at(-1);
    const baseline = y + shiftOf(style) * size;
    if (last && last.style === style && dx === 0 && dy === 0) {
      last.text += text;
      last.to = x + width;
    } else runs.push({ text, from: x, to: x + width, baseline, size, style });
    x += width;
  }
  return runs;
}

function widthOf(chunk: readonly Character[]): number {
  return chunk.reduce(
    (sum, { text, style, dx, stretch }, i) =>
      sum + (i === 0 ? 0 : dx) + advanceOf(text, faceOf(style)) * sizeOf(style) * stretch,
    0,
  );
}

/** In em: gaps that part words and texts, an overlap that still touches, and how far a raised or lowered sign may lie off. */
const SPACE = 0.18;
const APART = 0.75;
const OVERLAP = -0.4;
const LEVEL = 0.12;
const RAISED = 0.8;
const SMALL = 0.86;

/** Runs that go on where the last one ended are one text; a small one above the line is its exponent. */
function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const step = last ? stepTo(last, run) : 'apart';
    if (!last || step === 'apart') {
      joined.push({ ...run });
      continue;
    }
    const spaced = run.from - last.to > SPACE * last.size && !last.text.endsWith(' ');
    last.text = step === 'raised' ? raise(last.text, run.text) : last.text + (spaced ? ' ' : '') + run.text;
    last.to = Math.max(last.to, run.to);
  }
  return joined;
}

function stepTo(last: Run, next: Run): 'apart' | 'level' | 'raised' {
  const gap = next.from - last.to;
  const up = last.baseline - next.baseline;
  if (gap > APART * last.size || gap < OVERLAP * last.size) return 'apart';
  if (Math.abs(up) <= LEVEL * last.size) return 'level';
  if (next.size >= SMALL * last.size || Math.abs(up) > RAISED * last.size) return 'apart';
  return up > 0 ? 'raised' : 'level';
}

/** In em, downwards: where a line's baseline lies under the point that is given for it. */
const BASELINES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    middle: 0.26,
    central: 0.32,
    hanging: 0.73,
    mathematical: 0.5,
    'text-before-edge': 0.87,
    'before-edge': 0.87,
    'text-top': 0.87,
    'text-after-edge': -0.21,
    'after-edge': -0.21,
    'text-bottom': -0.21,
    ideographic: -0.21,
  }),
);

function shiftOf(style: Style): number {
  const named = style['alignment-baseline'] ?? 'auto';
  const shift = BASELINES.get(named) ?? BASELINES.get(style['dominant-baseline'] ?? 'auto') ?? 0;
  const raised = style['baseline-shift'];
  return shift + (raised === 'super' ? -0.4 : raised === 'sub' ? 0.2 : 0);
}

function sizeOf(style: Style): number {
  return Number(style['font-size'] ?? 16);
}

function faceOf(style: Style) {
  return { family: style['font-family'] ?? '', bold: isBold(style) };
}

function isBold(style: Style): boolean {
  return /bold|[6-9]00/.test(style['font-weight'] ?? '');
}
