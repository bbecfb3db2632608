import type { Bounds } from '../../domain/mark.ts';
import { colorAt, type Lanes, lanesOf, REACH, ridge } from './lanes.ts';
import { apart, type Raster, type Rgb } from './raster.ts';

/** A thin straight stroke along a side of the picture: an axis, a tick, a line of a grid. */
export interface Rule {
  readonly direction: 'x' | 'y';
  /** Across its direction, in pixels: its middle. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly color: Rgb;
}

interface Run {
  readonly lane: number;
  from: number;
  to: number;
  strength: number;
  color: Rgb;
}

const SHORTEST = 4;
const LONG = 14;

/** Level and upright strokes outside what is covered already (words, lines of data). */
export function findRules(
  raster: Raster,
  paper: Rgb,
  {
    isTaken,
    isTick,
  }: {
    readonly isTaken: (x: number, y: number) => boolean;
    readonly isTick: (x: number, y: number) => boolean;
  },
): Rule[] {
  const [rows, columns] = [lanesOf(raster, paper, 'x'), lanesOf(raster, paper, 'y')];
  const level = strokesIn(rows, (lane, along) => isTaken(along, lane));
  const upright = strokesIn(columns, (lane, along) => isTaken(lane, along));
  const rules = [
    ...joined(level, rows).map(stroke => ({ ...stroke, direction: 'x' as const })),
    ...joined(upright, columns).map(stroke => ({ ...stroke, direction: 'y' as const })),
  ];
  return rules.filter(
    rule => rule.to - rule.from >= LONG || (touchesLong(rule, rules) && isSeenTick(rule, isTick)),
  );
}

type Stroke = Omit<Rule, 'direction'>;

function strokesIn(lanes: Lanes, isTaken: (lane: number, along: number) => boolean): Stroke[] {
  const open: { runs: Run[]; last: number }[] = [];
  const done: Run[][] = [];
  for (let lane = 0; lane < lanes.count; lane++) {
    for (const run of runsIn(lane, lanes, isTaken)) {
      const home = open.find(
        ({ runs, last }) => last >= lane - 1 && last < lane && isAbove(runs.at(-1)!, run),
      );
      if (home) {
        home.runs.push(run);
        home.last = lane;
      } else open.push({ runs: [run], last: lane });
    }
    for (let i = open.length - 1; i >= 0; i--) {
      if (open[i]!.last < lane) done.push(open.splice(i, 1)[0]!.runs);
    }
  }
  done.push(...open.map(({ runs }) => runs));
  return done.filter(runs => runs.length <= REACH + 1).map(strokeOf);
}

function isAbove(a: Run, b: Run): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > 0.8 * Math.max(a.to - a.from, b.to - b.from);
}

function runsIn(lane: number, lanes: Lanes, isTaken: (lane: number, along: number) => boolean): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (let along = 0; along <= lanes.length; along++) {
    const strength = along < lanes.length && !isTaken(lane, along) ? ridge(lanes, lane, along) : 0;
    const color: Rgb = strength > 0 ? colorAt(lanes, lane, along) : NONE;
    if (run && strength > 0 && apart(run.color, color) <= 28) {
      run.to = along + 1;
      run.strength += strength;
      continue;
    }
    if (run && run.to - run.from >= SHORTEST) runs.push(run);
    run = strength > 0 ? { lane, from: along, to: along + 1, strength, color } : null;
  }
  return runs;
}

const NONE: Rgb = [0, 0, 0];

function strokeOf(runs: readonly Run[]): Stroke {
  const mean = ({ strength, from, to }: Run) => strength / (to - from);
  const weight = runs.reduce((sum, run) => sum + mean(run), 0);
  const strongest = runs.reduce((best, run) => (mean(run) > mean(best) ? run : best));
  return {
    at: runs.reduce((sum, run) => sum + mean(run) * (run.lane + 0.5), 0) / weight,
    from: Math.min(...runs.map(run => run.from)),
    to: Math.max(...runs.map(run => run.to)),
    thickness: Math.max(1, weight / mean(strongest)),
    color: strongest.color,
  };
}

/** Pieces on one line: dashes, or what bars and lines in front of it leave to be seen. */
function joined(strokes: readonly Stroke[], lanes: Lanes): Stroke[] {
  const out: Stroke[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.from - b.from)) {
    const home = out.findLast(other => isOneLine(other, stroke, lanes));
    if (!home) {
      out.push({ ...stroke });
      continue;
    }
    const longer = home.to - home.from >= stroke.to - stroke.from ? home : stroke;
    out[out.indexOf(home)] = { ...longer, from: home.from, to: Math.max(home.to, stroke.to) };
  }
  return out;
}

function isOneLine(a: Stroke, b: Stroke, lanes: Lanes): boolean {
  const gap = b.from - a.to;
  if (Math.abs(a.at - b.at) > 0.6 || apart(a.color, b.color) > 30 || gap < -1) return false;
  if (gap <= 8 && Math.min(a.to - a.from, b.to - b.from) < 40) return true;
  return isHidden(a, b, lanes);
}

/** Whether nowhere between two pieces their paper is to be seen. */
function isHidden(a: Stroke, b: Stroke, lanes: Lanes): boolean {
  const lane = Math.floor(a.at);
  const paper = colorAt(lanes, lane - REACH - 1, a.to - 1);
  let bare = 0;
  for (let along = a.to + 1; along < b.from - 1; along++)
    if (apart(colorAt(lanes, lane, along), paper) < 12) bare++;
  return bare <= 0.15 * (b.from - a.to) + 1;
}

function isSeenTick({ direction, at, from, to }: Rule, isTick: (x: number, y: number) => boolean): boolean {
  return [from, (from + to) / 2, to].some(along =>
    direction === 'x' ? isTick(along, at) : isTick(at, along),
  );
}

function touchesLong(tick: Rule, rules: readonly Rule[]): boolean {
  return rules.some(rule => {
    if (rule.direction === tick.direction || rule.to - rule.from < LONG) return false;
    const meets = Math.min(Math.abs(tick.from - rule.at), Math.abs(tick.to - rule.at)) <= 2.5;
    return meets && tick.at > rule.from - 3 && tick.at < rule.to + 3;
  });
}

export function boundsOf({ direction, at, from, to, thickness }: Rule): Bounds {
  const [low, high] = [at - thickness / 2, at + thickness / 2];
  return direction === 'x'
    ? { x0: from, x1: to, y0: low, y1: high }
    : { x0: low, x1: high, y0: from, y1: to };
}
