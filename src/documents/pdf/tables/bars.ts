import { bottom, right } from './geometry.ts';
import type { Token } from './tokens.ts';
import type { Fill } from './types.ts';

/**
 * The shapes of a page that are bars of a chart: alike in height, flush at one end and of different lengths (or the
 * same upright), and the shapes that are stacked onto such bars. Cells of one column are alike in both directions.
 */
export function findBars(fills: readonly Fill[]): Fill[] {
  const coloured = fills.filter(fill => fill.color !== '#ffffff' && fill.w > 1 && fill.h > 1);
  const shapes = coloured.filter(fill => !goesOn(fill, coloured));
  if (shapes.length > MOST_SHAPES) return [];
  const lying = flush(shapes, { start: f => f.x, end: right, thick: f => f.h, long: f => f.w });
  const standing = flush(shapes, { start: f => f.y, end: bottom, thick: f => f.w, long: f => f.h });
  return [...new Set([...lying, ...standing, ...stackedOn(lying, shapes), ...stacks(shapes)])];
}

/** A page with more shapes than this is a drawing. */
const MOST_SHAPES = 600;

/** Shaded rows are drawn cell by cell: a shape of the same colour goes on right beside it. */
function goesOn(fill: Fill, others: readonly Fill[]): boolean {
  return others.some(
    other =>
      other !== fill &&
      other.color === fill.color &&
      level(other, fill) &&
      (Math.abs(other.x - right(fill)) < 7 || Math.abs(fill.x - right(other)) < 7),
  );
}

/** The bar under a number, or the one that ends right beside it. */
export function barAt(token: Token, bars: readonly Fill[]): Fill | undefined {
  const em = token.fontSize;
  const y = token.baseline - 0.35 * em;
  return bars.find(
    bar =>
      bar.y < y + 0.6 * em &&
      bottom(bar) > y - 0.6 * em &&
      bar.x < right(token) + 0.9 * em &&
      right(bar) > token.x - 0.9 * em,
  );
}

interface Direction {
  readonly start: (fill: Fill) => number;
  readonly end: (fill: Fill) => number;
  readonly thick: (fill: Fill) => number;
  readonly long: (fill: Fill) => number;
}

function flush(shapes: readonly Fill[], { start, end, thick, long }: Direction): Fill[] {
  return shapes.filter(shape => {
    const alike = shapes.filter(other => Math.abs(thick(other) - thick(shape)) < 0.12 * thick(shape));
    return [start, end].some(side => {
      const group = alike.filter(other => Math.abs(side(other) - side(shape)) < 0.8);
      return new Set(group.map(other => Math.round(long(other) / 1.5))).size >= 3;
    });
  });
}

/** Rows of shapes side by side whose borders are not below each other, as those of cells would be. */
function stacks(shapes: readonly Fill[]): Fill[] {
  const rows = shapes
    .map(first =>
      stackedOn(
        [first],
        shapes.filter(other => level(first, other)),
      ),
    )
    .filter(row => row.length > 1);
  return rows
    .filter(row => {
      const others = rows.filter(
        other => Math.abs(other[0]!.h - row[0]!.h) < 1.5 && !level(other[0]!, row[0]!),
      );
      return others.some(other => sharedBorders(row, other) < 0.6);
    })
    .flat();
}

function sharedBorders(a: readonly Fill[], b: readonly Fill[]): number {
  const lefts = (row: readonly Fill[]) =>
    row
      .map(fill => fill.x)
      .sort((x, y) => x - y)
      .slice(1);
  const other = lefts(b);
  const shared = lefts(a).filter(x => other.some(y => Math.abs(x - y) < 2)).length;
  return shared / Math.max(1, a.length - 1);
}

function level(a: Fill, b: Fill): boolean {
  return Math.abs(a.y - b.y) < 1.5 && Math.abs(a.h - b.h) < 1.5;
}

function stackedOn(bars: readonly Fill[], shapes: readonly Fill[]): Fill[] {
  const found = [...bars];
  for (const bar of found)
    for (const shape of shapes) {
      const beside = Math.abs(shape.x - right(bar)) < 1.5 || Math.abs(right(shape) - bar.x) < 1.5;
      if (beside && level(shape, bar) && !found.includes(shape)) found.push(shape);
    }
  return found;
}
