import { type Solved, type SolvedChart, solveFigure, type UnsolvedChart } from '../charts/index.ts';
import type { Marks } from '../domain/mark.ts';
import type { FigureRegion, Region } from '../domain/region.ts';
import { boxOnPage } from '../lib/box.ts';
import type { Seen } from './read-region.ts';

/**
 * The charts that the drawings of one page draw, each with its own box, or why none could be read. What a color stands
 * for in one chart holds for others on the page that don't say.
 */
export function readDrawings(regions: readonly Region[]): ReadonlyMap<Region, readonly Seen[]> {
  const drawn = regions.flatMap(region => {
    const marks = region.kind === 'figure' ? region.marks : undefined;
    return region.kind === 'figure' && marks ? [{ region, marks, solved: solveFigure(marks) }] : [];
  });
  const inks = drawn.flatMap(({ solved }) => solved.flatMap(one => (one.kind === 'chart' ? one.inks : [])));
  return new Map(
    drawn.map(({ region, marks, solved }) => {
      const charts = inks.length > 0 && solved.some(isUnnamed) ? solveFigure(marks, inks) : solved;
      return [region, charts.map(one => seen(one, region, marks))];
    }),
  );
}

/** Several series, not all of which are named. */
function isUnnamed(solved: Solved): boolean {
  const [, ...names] = solved.kind === 'chart' ? solved.table.columns : [];
  return names.length > 1 && names.includes('');
}

function seen(solved: Solved, region: FigureRegion, marks: Marks): Seen {
  return {
    box: boxOnPage(solved.bounds, marks),
    read: {
      ...(solved.kind === 'chart' ? chart(solved, region, marks) : unsolved(solved, region)),
      route: ROUTE[region.drawing],
    },
  };
}

/** A chart's marks are the file's own, or were seen in pixels. */
const ROUTE = { vector: 'vector', raster: 'lens' } as const;

/** Nothing vouches for what was seen: axis, names and the number at a mark are all read by the same eyes. */
function chart(solved: SolvedChart, { caption, drawing }: FigureRegion, marks: Marks) {
  const { kind, chart, xTitle, yTitle, unit, table, confidence } = solved;
  const points = solved.points.map(({ bounds, ...point }) => ({
    ...point,
    verified: point.verified && drawing === 'vector',
    box: boxOnPage(bounds, marks),
  }));
  const title = solved.title || caption;
  const sure = Math.round(100 * confidence * sureOfTexts(marks)) / 100;
  return { kind, chart, title, xTitle, yTitle, unit, table, points, confidence: sure };
}

/** Words that were outlines were read from pixels. */
function sureOfTexts({ texts }: Marks): number {
  return texts.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, texts.length);
}

function unsolved({ code, message, title }: UnsolvedChart, { caption }: FigureRegion) {
  const region = code === 'not_a_chart' ? ('picture' as const) : ('chart' as const);
  return {
    kind: 'failed' as const,
    region,
    code,
    message,
    caption: title || caption,
    confidence: 0,
  } as const;
}
