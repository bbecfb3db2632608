/** A stretch of ink in one column: its extent and the middle of its ink, in pixels. */
export interface Run {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  /** Another ink touches it: part of it may be hidden. */
  readonly hidden: boolean;
}

/** Ink followed from left to right. */
export interface Track {
  readonly runs: readonly Run[];
  /** Pixels of its upright extent where it is level. */
  readonly thickness: number;
  /** Columns that show no ink between its ends. */
  readonly gaps: number;
}

/** Columns that a line may be hidden for, or a dash be off. */
const BLIND = 14;

/** A soft mask of one ink, 0 to 1 by pixel. */
export interface InkLayer {
  readonly mask: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Whether a pixel shows another ink. */
  readonly isOther: (index: number) => boolean;
}

/** Less of an ink than this is none. */
const FAINT = 0.12;

/** Runs of ink in each column. */
export function runsOf(layer: InkLayer): Run[][] {
  return Array.from({ length: layer.width }, (_, x) => runsIn(x, layer));
}

function runsIn(x: number, layer: InkLayer): Run[] {
  const { mask, width, height } = layer;
  const runs: Run[] = [];
  let start = -1;
  for (let y = 0; y <= height; y++) {
    const inked = y < height && mask[y * width + x]! > FAINT;
    if (inked && start === -1) start = y;
    if (inked || start === -1) continue;
    const run = runOf(x, { from: start, to: y }, layer);
    if (run) runs.push(run);
    start = -1;
  }
  return runs;
}

function runOf(
  x: number,
  { from, to }: { readonly from: number; readonly to: number },
  { mask, width, height, isOther }: InkLayer,
): Run | null {
  let [sum, moment] = [0, 0];
  for (let y = from; y < to; y++) {
    const value = mask[y * width + x]!;
    sum += value;
    moment += value * (y + 0.5);
  }
  if (sum <= 0.5) return null;
  const [first, last] = [mask[from * width + x]!, mask[(to - 1) * width + x]!];
  const hidden = (from > 0 && isOther((from - 1) * width + x)) || (to < height && isOther(to * width + x));
  return { x, top: from + 1 - first, bottom: to - 1 + last, middle: moment / sum, hidden };
}

/** Follows ink from column to column; where several lines of one ink meet, each goes on as it came. */
export function follow(columns: readonly (readonly Run[])[]): Track[] {
  const done: Run[][] = [];
  let open: Run[][] = [];
  for (const runs of columns) {
    const x = runs[0]?.x;
    if (x === undefined) continue;
    const isOver = (track: readonly Run[]) => x - track.at(-1)!.x > BLIND;
    done.push(...open.filter(isOver));
    open = open.filter(track => !isOver(track));
    const taken = assigned(open, runs);
    open.push(...runs.filter(run => !taken.has(run)).map(run => [run]));
  }
  return [...done, ...open].map(trackOf);
}

/** Gives each track the run that continues it best; the answer holds the runs that were given. */
function assigned(open: readonly Run[][], runs: readonly Run[]): ReadonlySet<Run> {
  const pairs = open
    .flatMap(track => runs.map(run => ({ track, run, cost: costOf(track, run) })))
    .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.cost - b.cost);
  const served = new Set<Run[]>();
  const owners = new Map<Run, number>();
  for (const { track, run } of pairs) {
    const count = owners.get(run) ?? 0;
    // Two lines of one ink that cross share a run; a track that only began has no claim to one.
    if (served.has(track) || count >= 2 || (count === 1 && track.length < 6)) continue;
    served.add(track);
    owners.set(run, count + 1);
    track.push(run);
  }
  return new Set(owners.keys());
}

function costOf(track: readonly Run[], run: Run): number {
  const last = track.at(-1)!;
  const gap = run.x - last.x;
  const before = track.at(-Math.min(track.length, 6))!;
  const slope = track.length > 2 ? (last.middle - before.middle) / (last.x - before.x) : 0;
  const expected = last.middle + slope * gap;
  const touching = gap === 1 && run.top < last.bottom + 1 && run.bottom > last.top - 1;
  const off = Math.abs(run.middle - expected);
  if (touching) return off * 0.2;
  const nearest = Math.min(Math.abs(run.top - expected), Math.abs(run.bottom - expected), off);
  return gap === 1
    ? nearest < 3
      ? 1 + nearest
      : Number.POSITIVE_INFINITY
    : nearest < 2.5 + 0.5 * gap * Math.min(2, Math.abs(slope))
      ? gap + nearest
      : Number.POSITIVE_INFINITY;
}

function trackOf(runs: readonly Run[]): Track {
  const heights = runs.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  const span = runs.at(-1)!.x - runs[0]!.x + 1;
  return { runs, thickness: heights[Math.floor(heights.length * 0.3)]!, gaps: span - runs.length };
}
