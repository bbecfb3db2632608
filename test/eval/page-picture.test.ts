import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isScan } from '../../src/eval/page-picture.ts';
import { ROOT } from '../helpers/dossier.ts';

const SOURCES = join(ROOT, 'fixtures/data/sources');
const POPPLER = 'pdfimages';
const hasPoppler = spawnSync(POPPLER, ['-v']).error === undefined;

describe.skipIf(!hasPoppler)('isScan', () => {
  test.each([
    { file: 'assurance-statement-scan.pdf', scan: true },
    { file: 'annual-report-2024.pdf', scan: false },
    { file: 'none.pdf', scan: false },
  ])('$file: $scan', async ({ file, scan }) => {
    expect(await isScan(join(SOURCES, file), { page: 1, width: 595, height: 842 })).toBe(scan);
  });
});
