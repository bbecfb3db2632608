import type { Label } from '../types.ts';

export type Direction = 'x' | 'y';

/** Labels on one line that may measure an axis, in order of their places along it. */
export interface Row {
  readonly direction: Direction;
  readonly labels: readonly Label[];
}

/** Where a label points to along an axis: its middle, or for a slanted one the end that its axis holds. */
export function placeOf(label: Label, direction: Direction): number {
  if (direction === 'y') return (label.y0 + label.y1) / 2;
  const slant = Math.abs(label.angle) % 90;
  if (slant < 3 || slant > 87) return (label.x0 + label.x1) / 2;
  const half = (label.size / 2) * Math.sin((slant * Math.PI) / 180);
  return label.angle < 0 ? label.x1 - half : label.x0 + half;
}

/** Rows and columns of labels that share an edge or a middle; a label may be in several. */
export function alignedRows(labels: readonly Label[]): Row[] {
  const level = labels.filter(({ angle }) => Math.abs(angle) < 3);
  const turned = labels.filter(({ angle }) => Math.abs(angle) >= 3);
  const columns = [right, left, centre].flatMap(key => clusters(level, key).map(c => rowOf(c, 'y')));
  const upright = turned.filter(({ angle }) => Math.abs(Math.abs(angle) - 90) < 3);
  const standing = clusters(upright, centre).map(c => rowOf(c, 'y'));
  const rows = clusters(level, middle).map(c => rowOf(c, 'x'));
  const hanging = [top, bottom].flatMap(key => clusters(turned, key).map(c => rowOf(c, 'x')));
  return [...columns, ...standing, ...rows, ...hanging];
}

const right = ({ x1 }: Label) => x1;
const left = ({ x0 }: Label) => x0;
const centre = ({ x0, x1 }: Label) => (x0 + x1) / 2;
const middle = ({ y0, y1 }: Label) => (y0 + y1) / 2;
const top = ({ y0 }: Label) => y0;
const bottom = ({ y1 }: Label) => y1;

function clusters(labels: readonly Label[], key: (label: Label) => number): Label[][] {
  const sorted = [...labels].sort((a, b) => key(a) - key(b));
  const groups: Label[][] = [];
  for (const label of sorted) {
    const group = groups.at(-1);
    const near = group && key(label) - key(group[0]!) <= SLACK * group[0]!.size + 0.5;
    if (near) group.push(label);
    else groups.push([label]);
  }
  return groups.filter(group => group.length >= 2);
}

/** In ems. */
const SLACK = 0.3;

function rowOf(labels: readonly Label[], direction: Direction): Row {
  return {
    direction,
    labels: [...labels].sort((a, b) => placeOf(a, direction) - placeOf(b, direction)),
  };
}
