import { assemble } from './assemble.ts';
import { ruledGrids } from './ruled.ts';
import { toRulings } from './rulings.ts';
import { toToken } from './tokens.ts';
import type { FoundTable, TablePage } from './types.ts';

export type { Fill, FoundTable, PointBox, RowKind, Rule, TablePage, TableWord } from './types.ts';

/** The tables of one page, from the top down. Pure; never throws on odd geometry. */
export function findTables(page: TablePage): FoundTable[] {
  const tokens = page.words.map(toToken);
  const rulings = toRulings(page.rules);
  const grids = ruledGrids(tokens, rulings);
  return grids.map(grid => assemble(grid, 0.9)).sort((a, b) => a.box.y - b.box.y);
}
