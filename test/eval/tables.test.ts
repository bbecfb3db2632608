import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backend } from '../../src/documents/pdf/index.ts';
import { type GridTable, scoreTables, sumScores, toGridTable } from '../../src/eval/tables.ts';

const table = (columns: string[], rows: string[][]) => toGridTable({ columns, rows });
const truth = table(
  ['', '2016', '2017'],
  [
    ['Sales', '10', '11'],
    ['Costs', '8', '9'],
  ],
);

describe('scoreTables', () => {
  it.each([
    ['the same table scores 1', [truth], [truth], 1, 1],
    ['nothing found where there is nothing scores 1', [], [], 1, 1],
    ['a table where there is none has no precision', [truth], [], 0, 0],
    ['a missed table has no recall', [], [truth], 0, 0],
    [
      'spaces, dashes and case make no difference',
      [
        table(
          ['', '2016', '2017'],
          [
            ['SALES', '1 0', '11'],
            ['Costs', '8', '9'],
          ],
        ),
      ],
      [truth],
      1,
      1,
    ],
    [
      'one wrong cell breaks the relations with its neighbours',
      [
        table(
          ['', '2016', '2017'],
          [
            ['Sales', '10', '11'],
            ['Costs', '8', '7'],
          ],
        ),
      ],
      [truth],
      0.8,
      0.8,
    ],
    ['half of the rows is found', [table(['', '2016', '2017'], [['Sales', '10', '11']])], [truth], 1, 0.5],
  ] as [string, GridTable[], GridTable[], number, number][])(
    '%s',
    (_, predicted, gold, precision, recall) => {
      const score = scoreTables(predicted, gold);
      expect(score.precision).toBeCloseTo(precision);
      expect(score.recall).toBeCloseTo(recall);
    },
  );

  it('counts a cell over two columns as the neighbour of both cells below it', () => {
    const spanning: GridTable = {
      cells: [
        { row: 0, rowEnd: 0, col: 0, colEnd: 1, text: 'Years' },
        { row: 1, rowEnd: 1, col: 0, colEnd: 0, text: '2016' },
        { row: 1, rowEnd: 1, col: 1, colEnd: 1, text: '2017' },
      ],
    };
    expect(scoreTables([spanning], [spanning]).gold).toBe(3);
  });

  it('adds up relations, so that big tables weigh more', () => {
    const small = scoreTables([], [table(['a', 'b'], [])]);
    const sum = sumScores([small, scoreTables([truth], [truth])]);
    expect(sum.recall).toBeCloseTo(10 / 11);
  });
});

interface GoldTable {
  readonly page: number;
  readonly cells: readonly { row: number; col: number; end_row: number; end_col: number; text: string }[];
}

const data = process.env.DOSSIER_DATA;
const names = ['eu-004', 'eu-005', 'eu-017', 'eu-018', 'eu-027', 'us-005'];
const files = names.map(name => ({
  pdf: join(data ?? '', 'pdf', 'tabula', `${name}.pdf`),
  gold: join(data ?? '', 'pdf_gold', 'tabula', `${name}.tables.json`),
}));
const present = data !== undefined && files.every(file => existsSync(file.pdf) && existsSync(file.gold));
if (!present)
  console.log('skipped: tables of published PDFs against their gold grids (DOSSIER_DATA is not set)');

describe.skipIf(!present)('published tables', () => {
  it('are read with an F1 of at least 0.93', async () => {
    const scores = await Promise.all(files.map(scoreFile));
    const { f1, precision, recall } = sumScores(scores.flat());
    expect({ f1: f1 >= 0.93, precision: precision >= 0.93, recall: recall >= 0.92 }).toEqual({
      f1: true,
      precision: true,
      recall: true,
    });
  });
});

async function scoreFile(file: { pdf: string; gold: string }) {
  const gold = JSON.parse(readFileSync(file.gold, 'utf8')) as GoldTable[];
  const opened = await backend.open(file.pdf, {});
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.document.pages.map(page =>
    scoreTables(
      page.regions.filter(region => region.kind === 'table').map(toGridTable),
      gold.filter(found => found.page === page.page).map(toGold),
    ),
  );
}

function toGold({ cells }: GoldTable): GridTable {
  return {
    cells: cells.map(cell => ({
      row: cell.row,
      rowEnd: cell.end_row,
      col: cell.col,
      colEnd: cell.end_col,
      text: cell.text,
    })),
  };
}
