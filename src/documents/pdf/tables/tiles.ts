import { bottom, right } from './geometry.ts';
import { mergeStrokes, type Rulings, type Stroke } from './rulings.ts';
import type { Fill } from './types.ts';

/** Tiles this low are bands behind single lines, which alignment reads better. */
const LOWEST = 24;
const TALLEST = 300;
/** Points: an unshaded row between two tiles; more parts two tables. */
const WIDEST_GAP = 100;
/** Tiles side by side that make a table of one row. */
const FULL_ROW = 4;

/**
 * Cells may be drawn as shaded tiles without strokes: their edges count as strokes then. Only tiles of several lines
 * of text count that have neighbours of their height beside them and tiles of their width below, with at most one
 * unshaded row between, and tiles of a long row; bars of charts and bands behind lines don't.
 */
export function withTiles({ horizontal, vertical }: Rulings, fills: readonly Fill[]): Rulings {
  const tiles = fills.filter(fill => fill.h >= LOWEST && fill.h < TALLEST && fill.w >= 30);
  const inRows = tiles.filter(a => tiles.some(b => isBeside(a, b) || isBeside(b, a)));
  const kept = inRows.filter(
    a => inRows.some(b => isUnder(a, b) || isUnder(b, a)) || besides(a, inRows).length >= FULL_ROW,
  );
  if (kept.length < 4) return { horizontal, vertical };
  const rows = kept.flatMap(tile => rowOf(tile, inRows));
  const columns = kept.flatMap(tile => columnOf(tile, kept));
  const spanning = tiles.filter(tile => spansRows(tile, kept)).flatMap(edgesAcross);
  return {
    horizontal: mergeStrokes([...horizontal, ...rows, ...spanning]),
    vertical: mergeStrokes([...vertical, ...columns]),
  };
}

function isBeside(a: Fill, b: Fill): boolean {
  return meets(right(a), b.x) && meets(a.y, b.y) && meets(a.h, b.h);
}

/** A label's tile beside several rows: it starts with the first of them and ends with the last. */
function spansRows(tile: Fill, kept: readonly Fill[]): boolean {
  const beside = kept.filter(other => other !== tile && meets(right(tile), other.x));
  return (
    beside.some(other => meets(other.y, tile.y)) && beside.some(other => meets(bottom(other), bottom(tile)))
  );
}

function edgesAcross(tile: Fill): Stroke[] {
  return [tile.y, bottom(tile)].map(at => ({ at, from: tile.x, to: right(tile) }));
}

function isUnder(a: Fill, b: Fill): boolean {
  const gap = b.y - bottom(a);
  return meets(a.x, b.x) && meets(a.w, b.w) && gap > -2 && gap < Math.min(2 * Math.max(a.h, b.h), WIDEST_GAP);
}

function besides(tile: Fill, tiles: readonly Fill[]): Fill[] {
  return tiles.filter(other => meets(other.y, tile.y) && meets(other.h, tile.h));
}

/** The edges above and below a tile. */
function rowOf(tile: Fill, tiles: readonly Fill[]): Stroke[] {
  const row = besides(tile, tiles);
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
