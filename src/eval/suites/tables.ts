import { type GoldFile, goldOf } from '../gold.ts';
import { inLanes } from '../lanes.ts';
import type { EvalContext, Suite } from '../suite.ts';
import type { AdjacencyScore, GridTable } from '../tables.ts';
import { scoreTables, sumScores, toGridTable } from '../tables.ts';

/** Cell grids typed by people (ICDAR 2013), by neighbouring pairs of cells. */
export const tables: Suite = {
  name: 'tables',
  about: 'neighbouring cells of tables in PDFs, against human cell grids',
  needs: 'data',
  run: async context => {
    const gold = await goldOf(context.data, '.tables.json');
    const each = await inLanes(gold, 2, file => scoreFile(file, context));
    const total = sumScores(each.map(({ score }) => score));
    return {
      scores: { f1: total.f1, precision: total.precision, recall: total.recall },
      n: each.reduce((sum, { tables: count }) => sum + count, 0),
      each: each.map(({ name, score }) => ({
        name,
        f1: score.f1,
        recall: score.recall,
        precision: score.precision,
      })),
    };
  },
};

interface GoldTable {
  readonly page: number;
  readonly cells: readonly {
    readonly row: number;
    readonly col: number;
    readonly end_row: number;
    readonly end_col: number;
    readonly text: string;
  }[];
}

/** Only pages that have gold are scored: the gold doesn't say that others hold no table. */
async function scoreFile(
  { name, document, gold }: GoldFile,
  { read }: EvalContext,
): Promise<{ readonly name: string; readonly tables: number; readonly score: AdjacencyScore }> {
  const wanted = gold as readonly GoldTable[];
  const opened = await read(document);
  const pages = [...new Set(wanted.map(table => table.page))];
  const scores = pages.map(page => {
    const readings = opened.ok ? (opened.document.pages.find(one => one.page === page)?.readings ?? []) : [];
    const found = readings.flatMap(reading => (reading.kind === 'table' ? [toGridTable(reading)] : []));
    return scoreTables(found, wanted.filter(table => table.page === page).map(toGold));
  });
  return { name, tables: wanted.length, score: sumScores(scores) };
}

function toGold({ cells }: GoldTable): GridTable {
  return {
    cells: cells.map(({ row, col, end_row, end_col, text }) => ({
      row,
      col,
      rowEnd: end_row,
      colEnd: end_col,
      text,
    })),
  };
}
