import { alignedGrid, gridInBox } from './aligned.ts';
import { assemble } from './assemble.ts';
import { findBars } from './bars.ts';
import { withBreaks } from './breaks.ts';
import { joinContinued } from './continued.ts';
import { right, sharesPlace } from './geometry.ts';
import { PROSE_GAPS, toLines } from './lines.ts';
import { findProse } from './prose.ts';
import { findRegions } from './regions.ts';
import { isCoarse, ruledGrids } from './ruled.ts';
import { withHeaderAbove, withoutTitle } from './ruled-header.ts';
import { type Rulings, toRulings } from './rulings.ts';
import { LEAST_CONFIDENCE, scoreAligned, scoreRuled } from './score.ts';
import { withTiles } from './tiles.ts';
import { type Token, toToken } from './tokens.ts';
import type { FoundTable, TablePage } from './types.ts';
import { toZones } from './zones.ts';

export type { Fill, FoundTable, Rule, TablePage, TableWord } from './types.ts';

/** The tables of one page, from the top down. Pure; never throws on odd geometry. */
export function findTables(page: TablePage): FoundTable[] {
  const tokens = page.words.map(toToken);
  const rulings = toRulings(page.rules);
  const ruled = ruledTables(tokens, rulings, page);
  const taken = new Set(ruled.flatMap(table => table.consumed));
  const free = tokens.filter(token => !taken.has(token.words[0]!));
  const aligned = alignedTables(free, rulings, page);
  return [...ruled, ...aligned].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

function ruledTables(tokens: readonly Token[], rulings: Rulings, page: TablePage): FoundTable[] {
  const drawn = { flat: rulings.horizontal, fills: page.fills };
  const bars = findBars(page.fills);
  const all = toLines(tokens, dividers(rulings));
  const grids = ruledGrids(tokens, withBreaks(withTiles(rulings, page.fills), all))
    .flatMap(grid =>
      isCoarse(grid) ? (gridInBox(grid.box, { tokens, divides: dividers(rulings), drawn }) ?? []) : grid,
    )
    .map(grid => withHeaderAbove(withoutTitle(grid), { ...drawn, all }));
  return joinContinued(grids, all)
    .flatMap(grid => {
      const table = assemble(grid, 0);
      const confidence = scoreRuled(grid, table, bars);
      return confidence >= LEAST_CONFIDENCE ? [{ ...table, confidence }] : [];
    })
    .filter((table, i, all) => !all.slice(0, i).some(bigger => sharesPlace(bigger.box, table.box)));
}

function alignedTables(tokens: readonly Token[], rulings: Rulings, page: TablePage): FoundTable[] {
  const divides = dividers(rulings);
  const prose = findProse(toLines(tokens, divides, PROSE_GAPS));
  const plain = withoutProse(tokens, prose.tokens);
  const drawn = { flat: rulings.horizontal, fills: page.fills, bars: findBars(page.fills) };
  return toZones(plain, prose, rulings)
    .flatMap(zone => findRegions(toLines(zone, divides), prose))
    .flatMap(region => {
      const grid = alignedGrid(region, drawn);
      if (!grid) return [];
      const table = assemble(grid, 0);
      const confidence = scoreAligned(grid, table, drawn);
      return confidence >= LEAST_CONFIDENCE ? [{ ...table, confidence }] : [];
    });
}

/** Prose is told by joined tokens; the words that they were joined from are what is left out. */
function withoutProse(tokens: readonly Token[], prose: ReadonlySet<Token>): Token[] {
  const words = new Set([...prose].flatMap(token => token.words));
  return tokens.filter(token => !words.has(token.words[0]!));
}

function dividers({ vertical }: Rulings): (a: Token, b: Token) => boolean {
  return (a, b) =>
    vertical.some(stroke => {
      const y = a.baseline - 0.3 * a.fontSize;
      return stroke.at >= right(a) - 1 && stroke.at <= b.x + 1 && stroke.from < y && stroke.to > y;
    });
}
