import { type Bounds, centreInside } from './bounds.ts';
import type { Ink } from './ink.ts';
import { applyX, applyY, IDENTITY, type Matrix } from './matrix.ts';
import { type Painted, transformed } from './painted.ts';
import type { Drawn, Shape } from './paths.ts';
import type { Run } from './pen.ts';
import type { Fill, Rule } from './tables/types.ts';
import { cutWords, type Word } from './words.ts';

/**
 * A page turned so that most of its text runs from left to right. All coordinates are points of the turned page;
 * `boxOnPage` brings them back to the page as displayed.
 */
export interface Sheet {
  readonly page: number;
  readonly label: string;
  /** Of the turned page. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turns of the text as displayed, undone here. */
  readonly turn: Turn;
  readonly words: readonly Word[];
  /** Words that run in any other direction, such as the title of a vertical axis. */
  readonly askew: readonly Word[];
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
  readonly shapes: readonly Shape[];
  readonly images: readonly Bounds[];
  /** Paths and pictures as they were painted, in drawing order: what the marks of figures are made from. */
  readonly painted: readonly Painted[];
  /** Drawn in white; only tables take notice of it. */
  readonly white: { readonly rules: readonly Rule[]; readonly fills: readonly Fill[] };
  /** How many drawing operators it took. */
  readonly operators: number;
}

export type Turn = 0 | 1 | 2 | 3;

/** A page with fewer words than this may be one drawing. */
const FEW_WORDS = 80;

/** Whether a page may be nothing but a drawing: large shapes are no background there. */
export function mayBeDrawing({ words }: Pick<Sheet, 'words'>): boolean {
  return words.length < FEW_WORDS;
}

export interface PageFrame {
  readonly page: number;
  readonly label: string;
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  readonly operators: number;
}

export function toSheet(ink: Ink, frame: PageFrame): Sheet {
  const turn = turnOf(ink.runs);
  const at = turner(turn, frame);
  const [width, height] = turn % 2 === 0 ? [frame.width, frame.height] : [frame.height, frame.width];
  const page = { x0: 0, y0: 0, x1: width, y1: height };
  const bounds = (b: Bounds) => turnBounds(b, at);
  const runs = turn === 0 ? ink.runs : ink.runs.map(run => turnRun(run, turn, at));
  const upright = runs.filter(isUpright).map(run => ({ ...run, dx: 1, dy: 0 }));
  const rest = runs.filter(run => !isUpright(run));
  return {
    page: frame.page,
    label: frame.label,
    width,
    height,
    turn,
    words: cutWords(upright).filter(word => centreInside(word, page)),
    askew: cutWords(rest).filter(word => centreInside(word, page)),
    ...turnDrawn(ink, turn, bounds),
    shapes: turn === 0 ? ink.shapes : ink.shapes.map(shape => ({ ...shape, ...bounds(shape) })),
    images: ink.images.map(bounds),
    painted: turn === 0 ? ink.painted : ink.painted.map(one => transformed(one, turnMatrix(turn, frame))),
    white: turnDrawn(ink.white, turn, bounds),
    operators: frame.operators,
  };
}

function turnOf(runs: readonly Run[]): Turn {
  const glyphs = [0, 0, 0, 0];
  for (const { dx, dy, glyphs: all } of runs) {
    const quarter = Math.round(Math.atan2(dy, dx) / (Math.PI / 2));
    glyphs[(quarter + 4) % 4]! += all.length;
  }
  return glyphs.indexOf(Math.max(...glyphs)) as Turn;
}

/** Writing is allowed to climb by this much (its sine) and still counts as level: scans are rarely straight. */
const LEVEL = 0.02;

function isUpright({ dx, dy }: Run): boolean {
  return dx > 0 && Math.abs(dy) < LEVEL;
}

type Turner = (x: number, y: number) => readonly [number, number];

function turner(turn: Turn, frame: PageFrame): Turner {
  const matrix = turnMatrix(turn, frame);
  return (x, y) => [applyX(matrix, x, y), applyY(matrix, x, y)];
}

/** Undoes `turn` clockwise quarter turns of a page as displayed. */
function turnMatrix(turn: Turn, { width, height }: PageFrame): Matrix {
  const matrices: readonly Matrix[] = [
    IDENTITY,
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ];
  return matrices[turn]!;
}

function turnBounds(b: Bounds, at: Turner): Bounds {
  const [ax, ay] = at(b.x0, b.y0);
  const [bx, by] = at(b.x1, b.y1);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

function turnRun(run: Run, turn: Turn, at: Turner): Run {
  const [x, y] = at(run.x, run.y);
  const { dx, dy } = run;
  const directions = [
    { dx, dy },
    { dx: dy, dy: -dx },
    { dx: -dx, dy: -dy },
    { dx: -dy, dy: dx },
  ];
  return { ...run, x, y, ...directions[turn]! };
}

function turnDrawn({ rules, fills }: Drawn, turn: Turn, bounds: (b: Bounds) => Bounds) {
  if (turn === 0) return { rules, fills };
  return {
    rules: rules.map(rule => turnRule(rule, bounds)),
    fills: fills.map(fill => turnFill(fill, bounds)),
  };
}

function turnRule(rule: Rule, bounds: (b: Bounds) => Bounds): Rule {
  const { x0, y0, x1, y1 } = bounds({ x0: rule.x1, y0: rule.y1, x1: rule.x2, y1: rule.y2 });
  return { x1: x0, y1: y0, x2: x1, y2: y1, thickness: rule.thickness };
}

function turnFill({ x, y, w, h, color }: Fill, bounds: (b: Bounds) => Bounds): Fill {
  const { x0, y0, x1, y1 } = bounds({ x0: x, y0: y, x1: x + w, y1: y + h });
  return { x: x0, y: y0, w: x1 - x0, h: y1 - y0, ...(color === undefined ? {} : { color }) };
}
