/** A table as its cells; spans count from 0 and include their ends. */
export interface GridTable {
  readonly cells: readonly GridTableCell[];
}

export interface GridTableCell {
  readonly row: number;
  readonly col: number;
  readonly rowEnd: number;
  readonly colEnd: number;
  readonly text: string;
}

export interface AdjacencyScore {
  readonly correct: number;
  readonly predicted: number;
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Columns and rows of a table reading as a grid whose first row is the header, where there is one. */
export function toGridTable(table: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): GridTable {
  const header = table.columns.some(column => column !== '') ? [table.columns] : [];
  const cells = [...header, ...table.rows].flatMap((row, r) =>
    row.map((text, c) => ({ row: r, rowEnd: r, col: c, colEnd: c, text })),
  );
  return { cells: cells.filter(cell => cell.text !== '') };
}

/**
 * Adjacency relations of the ICDAR 2013 table competition (Göbel et al.): every pair of neighbouring cells, empty
 * ones skipped, is one relation of two normalised texts and a direction. Texts are compared without white space.
 * A page's tables are matched one to one by the relations that they share.
 */
export function scoreTables(predicted: readonly GridTable[], gold: readonly GridTable[]): AdjacencyScore {
  const said = predicted.map(relations);
  const truth = gold.map(relations);
  const pairs = said
    .flatMap((a, i) => truth.map((b, j) => ({ i, j, shared: inCommon(a, b) })))
    .sort((a, b) => b.shared - a.shared);
  const usedSaid = new Set<number>();
  const usedTruth = new Set<number>();
  let correct = 0;
  for (const { i, j, shared } of pairs) {
    if (shared === 0 || usedSaid.has(i) || usedTruth.has(j)) continue;
    usedSaid.add(i);
    usedTruth.add(j);
    correct += shared;
  }
  return toScore({ correct, predicted: count(said), gold: count(truth) });
}

/** One score over many pages or documents: relations are added up, so that a big table weighs more. */
export function sumScores(scores: readonly AdjacencyScore[]): AdjacencyScore {
  const sum = (pick: (score: AdjacencyScore) => number) =>
    scores.reduce((total, score) => total + pick(score), 0);
  return toScore({ correct: sum(s => s.correct), predicted: sum(s => s.predicted), gold: sum(s => s.gold) });
}

function toScore(counts: { correct: number; predicted: number; gold: number }): AdjacencyScore {
  const precision = counts.predicted === 0 ? (counts.gold === 0 ? 1 : 0) : counts.correct / counts.predicted;
  const recall = counts.gold === 0 ? (counts.predicted === 0 ? 1 : 0) : counts.correct / counts.gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { ...counts, precision, recall, f1 };
}

type Bag = Map<string, number>;

function relations(table: GridTable): Bag {
  const place = new Map<string, GridTableCell>();
  const filled = table.cells.filter(cell => normal(cell.text) !== '');
  for (const cell of filled)
    for (let row = cell.row; row <= cell.rowEnd; row++)
      for (let col = cell.col; col <= cell.colEnd; col++) place.set(`${row}:${col}`, cell);
  const bag: Bag = new Map();
  const lastRow = Math.max(-1, ...filled.map(cell => cell.rowEnd));
  const lastCol = Math.max(-1, ...filled.map(cell => cell.colEnd));
  for (const cell of filled) {
    for (const next of neighbours(cell, { place, last: lastCol, down: false }))
      add(bag, `${pair(cell, next)}>`);
    for (const next of neighbours(cell, { place, last: lastRow, down: true }))
      add(bag, `${pair(cell, next)}v`);
  }
  return bag;
}

interface Search {
  readonly place: ReadonlyMap<string, GridTableCell>;
  readonly last: number;
  readonly down: boolean;
}

/** The first filled cell to the right of each row that the cell covers (or below each column), once each. */
function neighbours(cell: GridTableCell, { place, last, down }: Search): Set<GridTableCell> {
  const found = new Set<GridTableCell>();
  const [from, to] = down ? [cell.col, cell.colEnd] : [cell.row, cell.rowEnd];
  for (let track = from; track <= to; track++) {
    for (let at = (down ? cell.rowEnd : cell.colEnd) + 1; at <= last; at++) {
      const next = place.get(down ? `${at}:${track}` : `${track}:${at}`);
      if (!next) continue;
      found.add(next);
      break;
    }
  }
  return found;
}

function pair(a: GridTableCell, b: GridTableCell): string {
  return `${normal(a.text)}|${normal(b.text)}|`;
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[–—−]/g, '-')
    .replace(/[’‘]/g, "'")
    .toLowerCase();
}

function add(bag: Bag, key: string): void {
  bag.set(key, (bag.get(key) ?? 0) + 1);
}

function count(bags: readonly Bag[]): number {
  return bags.reduce((sum, bag) => sum + [...bag.values()].reduce((a, b) => a + b, 0), 0);
}

function inCommon(a: Bag, b: Bag): number {
  let shared = 0;
  for (const [key, times] of a) shared += Math.min(times, b.get(key) ?? 0);
  return shared;
}
