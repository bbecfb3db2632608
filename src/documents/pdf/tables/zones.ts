import { acrossY, bottom, clusters, middleX, middleY, overlap, right } from './geometry.ts';
import type { Prose } from './prose.ts';
import type { Rulings, Stroke } from './rulings.ts';
import type { Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/**
 * Tokens by the text column that they stand in, so that a table in one column is never joined with the other.
 * A gutter is where paragraphs stand side by side; it reaches up and down as far as nothing crosses it.
 */
export function toZones(tokens: readonly Token[], prose: Prose, rulings: Rulings): Token[][] {
  const place = { tokens, prose, flat: rulings.horizontal };
  const bands = [...gutters(prose.blocks).flatMap(x => bandsAt(x, place)), ...walls(rulings.vertical, place)];
  if (bands.length === 0) return [[...tokens]];
  const zones = new Map<string, Token[]>();
  for (const token of tokens) {
    const key = bands.map(band => sideOf(token, band)).join('');
    const zone = zones.get(key);
    if (zone) zone.push(token);
    else zones.set(key, [token]);
  }
  return [...zones.values()];
}

interface Band {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

function gutters(blocks: readonly PointBox[]): number[] {
  const tall = blocks.filter(block => block.h > 24);
  const middles = tall.flatMap(a =>
    tall.filter(b => b.x - right(a) > 4 && b.x - right(a) < 70).map(b => (right(a) + b.x) / 2),
  );
  return clusters(middles, 12);
}

interface Place {
  readonly tokens: readonly Token[];
  readonly prose: Prose;
  readonly flat: readonly Stroke[];
}

function bandsAt(x: number, place: Place): Band[] {
  const stops = [Number.NEGATIVE_INFINITY, ...crossingsAt(x, place), Number.POSITIVE_INFINITY];
  return stops.slice(1).flatMap((to, i) => {
    const band = { x, from: stops[i]!, to };
    const beside = place.prose.blocks.filter(
      block =>
        block.h > 24 &&
        Math.min(Math.abs(right(block) - x), Math.abs(block.x - x)) < 40 &&
        inBand(block, band),
    );
    return beside.length > 0 ? [band] : [];
  });
}

/** Heights at which words, paragraphs or strokes lie across `x`, from the top down. */
function crossingsAt(x: number, { tokens, prose, flat }: Place): number[] {
  return [
    ...tokens.filter(token => token.x < x - 1 && right(token) > x + 1).map(middleY),
    ...prose.blocks.filter(b => b.x < x - 20 && right(b) > x + 20).flatMap(b => [b.y, bottom(b)]),
    ...flat.filter(stroke => stroke.from < x - 10 && stroke.to > x + 10).map(stroke => stroke.at),
  ].sort((a, b) => a - b);
}

function inBand(block: PointBox, band: Band): boolean {
  return overlap(acrossY(block), band) > 0.5 * block.h;
}

function sideOf(token: Token, band: Band): string {
  const y = middleY(token);
  const beside = y > band.from && y < band.to;
  return beside && middleX(token) > band.x ? 'r' : 'l';
}

/** A tall stroke parts a page where the lines at its two sides don't go on with each other. */
function walls(vertical: readonly Stroke[], place: Place): Band[] {
  const found: Band[] = [];
  for (const stroke of vertical) {
    const known = found.some(
      b => Math.abs(b.x - stroke.at) < 12 && b.from <= stroke.from && b.to >= stroke.to,
    );
    if (known || stroke.to - stroke.from < 90) continue;
    const crossings = crossingsAt(stroke.at, place);
    const band = {
      x: stroke.at,
      from: crossings.findLast(y => y <= stroke.from + 3) ?? Number.NEGATIVE_INFINITY,
      to: crossings.find(y => y >= stroke.to - 3) ?? Number.POSITIVE_INFINITY,
    };
    if (isWall(band, place.tokens)) found.push(band);
  }
  return found;
}

function isWall(band: Band, tokens: readonly Token[]): boolean {
  const inside = tokens.filter(token => middleY(token) > band.from && middleY(token) < band.to);
  const left = heights(inside.filter(token => sideOf(token, band) === 'l'));
  const right = heights(inside.filter(token => sideOf(token, band) === 'r'));
  const [fewer, more] = left.length < right.length ? [left, right] : [right, left];
  const shared = fewer.filter(y => more.some(other => Math.abs(other - y) < 1.2)).length;
  return fewer.length >= 3 && shared < 0.6 * fewer.length;
}

function heights(tokens: readonly Token[]): number[] {
  return clusters(
    tokens.map(token => token.baseline),
    1.5,
  );
}
