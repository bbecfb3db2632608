import type { Marks, PathMark } from '../../../src/domain/mark.ts';
import type { FigureRegion } from '../../../src/domain/region.ts';

/** Letters of straight strokes on a grid of 5 by 7, as outlines. */
const FORMS: Readonly<Record<string, readonly number[]>> = {
  L: [0, 0, 1, 0, 1, 6, 4, 6, 4, 7, 0, 7],
  T: [0, 0, 5, 0, 5, 1, 3, 1, 3, 7, 2, 7, 2, 1, 0, 1],
  E: [0, 0, 4, 0, 4, 1, 1, 1, 1, 3, 3.5, 3, 3.5, 4, 1, 4, 1, 6, 4, 6, 4, 7, 0, 7],
  F: [0, 0, 4, 0, 4, 1, 1, 1, 1, 3, 3.5, 3, 3.5, 4, 1, 4, 1, 7, 0, 7],
  H: [0, 0, 1, 0, 1, 3, 4, 3, 4, 0, 5, 0, 5, 7, 4, 7, 4, 4, 1, 4, 1, 7, 0, 7],
  I: [0, 0, 1, 0, 1, 7, 0, 7],
};

let groups = 0;

/** A word drawn letter by letter, its top left corner at x, y; letters are 7 units high. */
export function outlined(word: string, x: number, y: number, fill = '#000000'): PathMark[] {
  const paths: PathMark[] = [];
  let at = x;
  for (const char of word) {
    const form = FORMS[char];
    if (form)
      paths.push(
        path(
          form.map((value, i) => value + (i % 2 === 0 ? at : y)),
          fill,
        ),
      );
    at += form ? Math.max(...form.filter((_, i) => i % 2 === 0)) + 1.2 : 2.5;
  }
  return paths;
}

export function path(nodes: readonly number[], fill: string): PathMark {
  const [xs, ys] = [0, 1].map(odd => nodes.filter((_, i) => i % 2 === odd)) as [number[], number[]];
  const edges = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  const look = { stroke: '', strokeWidth: 0, dashed: false, opacity: 1, closed: true, curved: false };
  return { ...edges, ...look, nodes, outline: nodes, fill, order: 0, group: groups++, confidence: 1 };
}

export function bar(x0: number, y0: number, x1: number, y1: number, fill: string): PathMark {
  return path([x0, y0, x1, y0, x1, y1, x0, y1], fill);
}

/** A drawing of a page of 400 by 400 units. */
export function figure(paths: readonly PathMark[], texts: Marks['texts'] = []): FigureRegion {
  const frame = { x0: 0, y0: 0, x1: 400, y1: 400 };
  const marks: Marks = { width: 400, height: 400, turn: 0, frame, texts, paths, images: [] };
  return { kind: 'figure', drawing: 'vector', caption: '', box: [0, 0, 1, 1], marks };
}
