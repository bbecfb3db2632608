import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backend } from '../../../src/documents/pdf/index.ts';

const DATA = process.env.DOSSIER_DATA ?? '';
const CASES: readonly [file: string, pages: readonly number[], said: readonly string[]][] = [
  [
    'pdf/uda/1912.01214.pdf',
    [1, 2],
    ['low-resource scenario. However, existing transfer methods involving a common target language'],
  ],
  ['pdf/olmocr/edgar-rotated90.pdf', [1], ['was King of the English from 959']],
  ['pdf/financebench/AMAZON_2017_10K.pdf', [38, 40], ['CONSOLIDATED BALANCE SHEETS', '131,310']],
  [
    'pdf/mmlongbench/PH_2016.06.08_Economy-Final.pdf',
    [4, 5],
    ['community economic indicators show limited progress since the Great Recession.'],
  ],
];

describe.skipIf(DATA === '')('real documents (DOSSIER_DATA)', () => {
  it.each(CASES.filter(([file]) => existsSync(join(DATA, file))))(
    '%s says what it says',
    async (file, pages, said) => {
      const opened = await backend.open(join(DATA, file), { pages });
      if (!opened.ok) throw new Error(opened.failure.message);
      const text = opened.document.pages
        .flatMap(page => page.regions)
        .map(region =>
          region.kind === 'text' ? region.text : region.kind === 'table' ? region.rows.flat().join(' ') : '',
        )
        .join('\n');
      for (const words of said) expect(text).toContain(words);
    },
  );
});

if (DATA === '') console.log('skipped: real PDFs, for want of DOSSIER_DATA');
