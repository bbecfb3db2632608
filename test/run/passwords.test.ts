import { expect, test } from 'vitest';
import { passwordsByFile } from '../../src/run/passwords.ts';

const passwords = passwordsByFile(
  [
    { file: null, password: 'for all' },
    { file: 'q4.pdf', password: 'by name' },
    { file: './filings/*.pdf', password: 'by pattern' },
    { file: '/elsewhere/**', password: 'by absolute pattern' },
    { file: '../up.pdf', password: 'from above' },
    { file: 'a [1].pdf', password: 'with brackets' },
    { file: 'Jahr Übersicht.pdf', password: 'decomposed' },
    { file: 'q4.pdf', password: 'for all' },
  ],
  '/work [x]/docs',
);

test.each([
  ['any file', '/work [x]/docs/other.pdf', ['for all']],
  ['one named, wherever it lies', '/anywhere/deep/q4.pdf', ['by name', 'for all']],
  [
    'one that a pattern from the working folder fits',
    '/work [x]/docs/filings/a.pdf',
    ['by pattern', 'for all'],
  ],
  ['one that is a folder too deep for it', '/work [x]/docs/filings/b/a.pdf', ['for all']],
  ['one under an absolute pattern', '/elsewhere/a/b.pdf', ['by absolute pattern', 'for all']],
  ['one above the working folder', '/work [x]/up.pdf', ['from above', 'for all']],
  ['one whose name looks like a pattern', '/x/a [1].pdf', ['with brackets', 'for all']],
  ['one spelled with combining marks', '/x/Jahr U\u0308bersicht.pdf', ['decomposed', 'for all']],
])('%s', (_, path, expected) => {
  expect(passwords(path)).toEqual(expected);
});
