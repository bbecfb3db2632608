import { bottom, right } from './geometry.ts';
import { mergeStrokes, type Rulings, type Stroke } from './rulings.ts';
import type { Fill } from './types.ts';

/** Tiles this low are bands behind single lines, which alignment reads better. */
const LOWEST = 24;
const TALLEST = 300;

/**
 * Cells may be drawn as shaded tiles without strokes: their edges count as strokes then. Only tiles of several lines
 * of text count that have neighbours of their height beside them and tiles of their width below, with at most one
 * unshaded row between; bars of charts and bands behind lines don't.
 */
export function withTiles({ horizontal, vertical }: Rulings, fills: readonly Fill[]): Rulings {
  const tiles = fills.filter(fill => fill.h >= LOWEST && fill.h < TALLEST && fill.w >= 30);
  const inRows = tiles.filter(a => tiles.some(b => isBeside(a, b) || isBeside(b, a)));
  const kept = inRows.filter(a => inRows.some(b => isUnder(a, b) || isUnder(b, a)));
  if (kept.length < 4) return { horizontal, vertical };
  const rows = kept.flatMap(tile => rowOf(tile, inRows));
  const columns = kept.flatMap(tile => columnOf(tile, kept));
  return {
    horizontal: mergeStrokes([...horizontal, ...rows]),
    vertical: mergeStrokes([...vertical, ...columns]),
  };
}

function isBeside(a: Fill, b: Fill): boolean {
  return meets(right(a), b.x) && meets(a.y, b.y) && meets(a.h, b.h);
}

function isUnder(a: Fill, b: Fill): boolean {
  const gap = b.y - bottom(a);
  return meets(a.x, b.x) && meets(a.w, b.w) && gap > -2 && gap < 2 * Math.max(a.h, b.h);
}

/** The edges above and below a tile. */
function rowOf(tile: Fill, tiles: readonly Fill[]): Stroke[] {
  const row = tiles.filter(other => meets(other.y, tile.y) && meets(other.h, tile.h));
  const from = Math.min(...row.map(other => other.x));
  const to = Math.max(...row.map(right));
  return [tile.y, bottom(tile)].map(at => ({ at, from, to }));
}

/** The edges beside a tile, down to the next one below it. */
function columnOf(tile: Fill, tiles: readonly Fill[]): Stroke[] {
  const next = tiles.filter(other => other !== tile && isUnder(tile, other)).sort((a, b) => a.y - b.y)[0];
  const to = next ? next.y : bottom(tile);
  return [tile.x, right(tile)].map(at => ({ at, from: tile.y, to }));
}

function meets(a: number, b: number): boolean {
  return Math.abs(a - b) < 2;
}
