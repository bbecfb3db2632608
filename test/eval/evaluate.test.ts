import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate, FLOORS, type SuiteResult } from '../../src/eval/index.ts';
import { ROOT } from '../helpers/dossier.ts';
import { drawnPage } from '../lens/drawn-page.ts';

const FIXTURES = join(ROOT, 'fixtures/data');
const truth = JSON.parse(readFileSync(join(FIXTURES, 'ground-truth.json'), 'utf8'));
const machine = { cwd: ROOT, workers: 2, clock: Date.now, signal: new AbortController().signal };
let data: string;

/** Gold in the layout of the real one, made from the demo's ground truth. */
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'dossier-gold-'));
  put('pdf_gold/tabula/report.tables.json', tablesOf('annual-report-2024.pdf'));
  put('pdf_gold/financebench/report.qa.json', [
    {
      question: 'What was capital expenditure in FY2024 (in GBP millions)?',
      answer: '£205.00',
      evidence: [{ evidence_page_num: 1 }, { evidence_page_num: 4 }],
    },
  ]);
  put('pdf_gold/mmlongbench/report.qa.json', [
    {
      question: 'Who painted the ceiling?',
      answer: 'Not answerable',
      evidence_pages: '[]',
      evidence_sources: '[]',
    },
  ]);
  put('pdf_gold/olmocr/report.tests.json', [
    { id: 'a', page: 2, type: 'present', text: 'Capital expenditure' },
  ]);
  put('charts/made/columns.svg', columns({ North: 30, South: 45, East: 20 }));
  put('charts/made/columns.csv', 'region,sales\nNorth,30\nSouth,45\nEast,20\n');
  put('charts/made/columns.json', { chart_type: 'bar', format: 'wide', title: null, origin: 'made' });
  put('manifest.json', { files: [{ file: 'malformed/cut.pdf', kind: 'malformed_pdf' }] });
  put('malformed/cut.pdf', '%PDF-1.7 and no more');
  await slide('batteries', 'The battery plant in Turin opened in May', 'Where did the battery plant open?');
  await slide('staff', 'Most of the staff works in production and sales', 'What does most of the staff do?');
  for (const set of ['tabula', 'financebench', 'mmlongbench', 'olmocr']) {
    mkdirSync(join(data, 'pdf', set), { recursive: true });
    cpSync(join(FIXTURES, 'sources/annual-report-2024.pdf'), join(data, 'pdf', set, 'report.pdf'));
  }
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** A picture of a slide that says so, with the question that it answers. */
async function slide(name: string, text: string, question: string): Promise<void> {
  put(`slides/${name}.qa.json`, [{ question, answer: '' }]);
  const lines = [{ text, x: 60, y: 200, size: 40 }];
  writeFileSync(join(data, 'slides', `${name}.png`), await drawnPage({ lines, width: 1200, height: 500 }));
}

describe('evaluating', () => {
  test('without gold data only the demo is scored; the others are skipped with the reason', async () => {
    const told: string[] = [];
    const { suites } = await evaluate({ ...machine, onSuite: suite => told.push(suite.name) });
    expect(suites.map(suite => suite.name)).toEqual(told);
    expect(suites.filter(suite => suite.status === 'scored').map(suite => suite.name)).toEqual(['fixtures']);
    for (const suite of suites) {
      if (suite.status === 'skipped') expect(suite.why).toMatch(/DOSSIER_DATA/);
      else
        expect(Object.keys(suite.scores)).toEqual(
          expect.arrayContaining(Object.keys(FLOORS[suite.name] ?? {})),
        );
    }
  });

  test.each<[string, (scores: Record<string, number>) => void]>([
    ['tables', scores => expect(scores.f1).toBeGreaterThan(0.9)],
    [
      'charts',
      scores => expect(scores).toMatchObject({ within2: 1, rms: 1, type: 1, 'made svg, within2': 1 }),
    ],
    ['text', scores => expect(scores.checks).toBe(1)],
    ['malformed', scores => expect(scores).toMatchObject({ ended: 1, unstopped: 1 })],
    ['pages', scores => expect(scores).toMatchObject({ at3: 1, 'slides, at1': 1 })],
    ['answers', scores => expect(scores.stated).toBe(1)],
  ])('%s is scored on gold', async (suite, check) => {
    const { suites } = await evaluate({ ...machine, data, suite });
    const [only] = suites as [SuiteResult];
    expect([suites.length, only.status]).toEqual([1, 'scored']);
    if (only.status === 'scored') {
      check({ ...only.scores });
      expect(only.n).toBeGreaterThan(0);
      for (const score of Object.values(only.scores)) expect(score).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    ['a suite that is not known', { suite: 'tabels' }, /no suite "tabels"/],
    ['a data folder that is not there', { data: '/nowhere/at/all' }, /DOSSIER_DATA/],
  ])('%s is a slip', async (_, options, message) => {
    await expect(evaluate({ ...machine, ...options })).rejects.toThrow(message);
  });
});

function put(path: string, content: unknown): void {
  mkdirSync(join(data, path, '..'), { recursive: true });
  writeFileSync(join(data, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A chart of columns as a person would draw it: an axis from 0 to 50, a name under each. */
function columns(values: Readonly<Record<string, number>>): string {
  const bars = Object.entries(values).map(
    ([name, value], i) =>
      `<rect x="${60 + i * 60}" y="${220 - value * 4}" width="40" height="${value * 4}" fill="teal"/>` +
      `<text x="${80 + i * 60}" y="238" text-anchor="middle">${name}</text>`,
  );
  const ticks = [0, 10, 20, 30, 40, 50].map(
    tick =>
      `<path d="M45,${220 - tick * 4}H50" stroke="black"/>` +
      `<text x="40" y="${220 - tick * 4}" dy=".35em" text-anchor="end">${tick}</text>`,
  );
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="260" font-size="12" font-family="Arial">' +
    '<text transform="translate(14,120) rotate(-90)" text-anchor="middle">sales</text>' +
    `<path d="M50,20V220H240" fill="none" stroke="black"/>${ticks.join('')}${bars.join('')}</svg>`
  );
}

function tablesOf(file: string) {
  return truth.tables
    .filter((table: { file: string }) => table.file === file)
    .map(({ page, columns, rows }: { page: number; columns: string[]; rows: string[][] }) => ({
      page,
      cells: [columns, ...rows].flatMap((row, r) =>
        row.map((text, c) => ({ row: r, col: c, end_row: r, end_col: c, text })),
      ),
    }));
}
