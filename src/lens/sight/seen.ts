import type { DrawnLine } from './lines.ts';
import { heatAt, type Maps } from './maps.ts';

/** Of what the network says along a line: less, and it is an edge or a letter. */
const SEEN = 0.3;

/** Whether the network sees a line, or a legend's sample of one, where pixels drew one. */
export function isSeenAsLine({ nodes }: DrawnLine, maps: Maps): boolean {
  let [sum, count] = [0, 0];
  for (let i = 1; i < nodes.length; i++) {
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const [a, b] = [nodes[i - 1]!, nodes[i]!];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const [x, y] = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
      sum += length * Math.max(heatAt(maps, 'line', x, y), nearHeat(maps, 'swatch', x, y));
      count += length;
    }
  }
  return sum > SEEN * count;
}

/** The strongest of the cells around a pixel. */
export function nearHeat(maps: Maps, name: string, x: number, y: number): number {
  const { cell } = maps;
  return Math.max(
    ...[-cell, 0, cell].flatMap(dx => [-cell, 0, cell].map(dy => heatAt(maps, name, x + dx, y + dy))),
  );
}
