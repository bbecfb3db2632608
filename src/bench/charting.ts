import { resolve } from 'node:path';
import { solveFigure } from '../charts/index.ts';
import { marksOf } from '../documents/svg/marks.ts';
import { readSvg } from '../documents/svg/read.ts';
import type { Marks } from '../domain/mark.ts';
import type { Source } from '../domain/source.ts';
import type { Kit } from '../run/kit.ts';
import { median, quantile, round } from './median.ts';
import { timed } from './timed.ts';

/** Each figure is taken so often, and the fastest time counts: the first warms the compiler up. */
const TURNS = 3;

export interface Latency {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

export interface ChartSpeed {
  /** Drawings whose marks were looked at, and the charts that were read in them. */
  readonly figures: number;
  readonly charts: number;
  /** From the marks of a figure to its charts. */
  readonly solving: Latency;
  /** SVG files from their bytes over their marks to their charts. */
  readonly drawings: Latency & { readonly files: number };
}

/** How long a figure's charts take on one thread. */
export async function measureCharts(sources: readonly Source[], kit: Kit): Promise<ChartSpeed> {
  const figures: Marks[] = [];
  for (const source of sources) figures.push(...(await figuresOf(source, kit)));
  const solving: number[] = [];
  let charts = 0;
  for (const marks of figures) {
    solving.push(await fastest(async () => solveFigure(marks)));
    charts += solveFigure(marks).filter(solved => solved.kind === 'chart').length;
  }
  const drawings: number[] = [];
  for (const { kind, path } of sources) {
    if (kind === 'svg') drawings.push(await fastest(() => solveDrawing(resolve(kit.cwd, path))));
  }
  return {
    figures: figures.length,
    charts,
    solving: latency(solving),
    drawings: { files: drawings.length, ...latency(drawings) },
  };
}

async function figuresOf(source: Source, kit: Kit): Promise<readonly Marks[]> {
  const opened = await kit.pool.open({ path: resolve(kit.cwd, source.path), kind: source.kind });
  if (!opened.ok) return [];
  const regions = opened.document.pages.flatMap(page => page.regions);
  return regions.flatMap(region => (region.kind === 'figure' && region.marks ? [region.marks] : []));
}

/** A file that can't be read is timed until that is known. */
async function solveDrawing(path: string): Promise<void> {
  const drawing = await readSvg(path).catch(() => null);
  if (drawing) solveFigure(marksOf(drawing.root));
}

async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) times.push((await timed(work)).ms);
  return Math.min(...times);
}

function latency(times: readonly number[]): Latency {
  return { median: round(median(times)), p95: round(quantile(times, 0.95)) };
}
