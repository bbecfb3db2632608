import type { Bounds, Marks } from '../domain/mark.ts';
import { touches } from './bounds.ts';
import { findStands, type Stand } from './frames/index.ts';
import { solveLabelled } from './labelled/solve-labelled.ts';
import { solveLabelledLines } from './labelled/solve-lines.ts';
import { readShapes } from './shapes/index.ts';
import { solveFrame } from './solve-frame.ts';
import { solvePolar } from './solve-polar.ts';
import { readLabels } from './text/index.ts';
import { visibleTexts } from './text/visible.ts';
import type { Ink, Solved } from './types.ts';
import { unsolved } from './unsolved.ts';

/**
 * Every chart in a figure, read into a table from its marks alone; what can't be read is said, never guessed.
 * @param inks what colors stand for in other charts of the page
 */
export function solveFigure(
  { frame, paths, texts, blur = 0 }: Marks,
  inks: readonly Ink[] = [],
): readonly Solved[] {
  const shapes = readShapes(paths);
  const labels = readLabels(visibleTexts(texts, paths));
  const polar = solvePolar(shapes, labels);
  const rest = shapes.filter(shape => !polar.shapes.has(shape));
  const words = labels.filter(label => !polar.labels.has(label));
  const stands = findStands(words, rest).map(stand => blurred(stand, blur));
  const framed = stands.map(stand => solveFrame(stand, { stands, shapes: rest, labels: words }));
  const taken = framed.filter(({ kind }) => kind === 'chart').map(({ bounds }) => bounds);
  const isFree = (place: Bounds) => !taken.some(bounds => touches(bounds, place));
  const bars = solveLabelled(rest.filter(isFree), words.filter(isFree));
  const isLeft = (place: Bounds) => isFree(place) && !bars.some(chart => touches(chart.bounds, place));
  const labelled = [...bars, ...solveLabelledLines(rest.filter(isLeft), words.filter(isLeft), inks)];
  const left = framed.filter(
    one => one.kind === 'chart' || !labelled.some(chart => touches(chart.bounds, one.bounds)),
  );
  const solved = [...polar.charts, ...left, ...labelled];
  return solved.length > 0 ? solved : [unsolved(frame, shapes, labels)];
}

/** The same stand, measuring marks that may be off by so much. */
function blurred(stand: Stand, blur: number): Stand {
  const rulers = stand.rulers.map(({ ruler, side }) => ({
    ruler: { ...ruler, scale: { ...ruler.scale, blur } },
    side,
  }));
  return { ...stand, rulers };
}
