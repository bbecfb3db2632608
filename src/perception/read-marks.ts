import { type Solved, type SolvedChart, solveFigure, type UnsolvedChart } from '../charts/index.ts';
import type { Marks } from '../domain/mark.ts';
import type { FigureRegion } from '../domain/region.ts';
import { boxOnPage } from '../lib/box.ts';
import type { Seen } from './read-region.ts';

/** The charts that a figure's marks draw, each with its own box, or why none could be read. */
export function readMarks(region: FigureRegion, marks: Marks): readonly Seen[] {
  return solveFigure(marks).map((solved: Solved) => ({
    box: boxOnPage(solved.bounds, marks),
    read: solved.kind === 'chart' ? chart(solved, region, marks) : unsolved(solved, region),
  }));
}

function chart(solved: SolvedChart, { caption }: FigureRegion, marks: Marks): Seen['read'] {
  const { kind, chart, xTitle, yTitle, unit, table, confidence } = solved;
  const points = solved.points.map(({ bounds, ...point }) => ({ ...point, box: boxOnPage(bounds, marks) }));
  const title = solved.title || caption;
  const sure = Math.round(100 * confidence * sureOfTexts(marks)) / 100;
  return { kind, chart, title, xTitle, yTitle, unit, table, points, route: 'vector', confidence: sure };
}

/** Words that were outlines were read from pixels. */
function sureOfTexts({ texts }: Marks): number {
  return texts.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, texts.length);
}

function unsolved({ code, message, title }: UnsolvedChart, { caption }: FigureRegion): Seen['read'] {
  const region = code === 'not_a_chart' ? 'picture' : 'chart';
  return { kind: 'failed', region, code, message, caption: title || caption, route: 'vector', confidence: 0 };
}
