import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printedLines } from '../../src/eval/printed-lines.ts';
import { ROOT } from '../helpers/dossier.ts';

const REPORT = join(ROOT, 'fixtures/data/sources/annual-report-2024.pdf');
const POPPLER = 'pdftotext';
const hasPoppler = spawnSync(POPPLER, ['-v']).error === undefined;
const A4 = 595 / 842;

describe.skipIf(!hasPoppler)('printedLines', () => {
  test('gives the lines of a page with their boxes, as fractions', async () => {
    const lines = (await printedLines(REPORT, 2, A4)) ?? [];
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.map(({ text }) => text).join(' ')).toContain('Brenholt');
    for (const { box } of lines) {
      expect(Math.min(...box)).toBeGreaterThanOrEqual(0);
      expect(Math.max(box[0] + box[2], box[1] + box[3])).toBeLessThanOrEqual(1.001);
    }
  });

  test.each([
    { name: 'a file that is no PDF', path: join(ROOT, 'package.json'), aspect: A4 },
    { name: 'a page that is shown in another shape', path: REPORT, aspect: 1 / A4 },
  ])('gives none of $name', async ({ path, aspect }) => {
    expect(await printedLines(path, 1, aspect)).toBeNull();
  });
});
