import { acrossY, bottom, clusters, middleX, middleY, overlap, right } from './geometry.ts';
import type { Prose } from './prose.ts';
import type { Stroke } from './rulings.ts';
import type { Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/**
 * Tokens by the text column that they stand in, so that a table in one column is never joined with the other.
 * A gutter is where paragraphs stand side by side; it reaches up and down as far as nothing crosses it.
 */
export function toZones(tokens: readonly Token[], prose: Prose, flat: readonly Stroke[]): Token[][] {
  const bands = gutters(prose.blocks).flatMap(x => bandsAt(x, { tokens, prose, flat }));
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

function bandsAt(x: number, { tokens, prose, flat }: Place): Band[] {
  const crossing = [
    ...tokens.filter(token => token.x < x - 1 && right(token) > x + 1).map(middleY),
    ...prose.blocks.filter(b => b.x < x - 20 && right(b) > x + 20).flatMap(b => [b.y, bottom(b)]),
    ...flat.filter(stroke => stroke.from < x - 10 && stroke.to > x + 10).map(stroke => stroke.at),
  ].sort((a, b) => a - b);
  const stops = [Number.NEGATIVE_INFINITY, ...crossing, Number.POSITIVE_INFINITY];
  return stops.slice(1).flatMap((to, i) => {
    const band = { x, from: stops[i]!, to };
    const beside = prose.blocks.filter(
      block =>
        block.h > 24 &&
        Math.min(Math.abs(right(block) - x), Math.abs(block.x - x)) < 40 &&
        inBand(block, band),
    );
    return beside.length > 0 ? [band] : [];
  });
}

function inBand(block: PointBox, band: Band): boolean {
  return overlap(acrossY(block), band) > 0.5 * block.h;
}

function sideOf(token: Token, band: Band): string {
  const y = middleY(token);
  if (y < band.from || y > band.to) return '-';
  return middleX(token) < band.x ? 'l' : 'r';
}
