import { expect, test } from 'vitest';
import { printable } from '../../src/cli/terminal.ts';

test.each([
  ['plain text, with its lines and tabs', 'a\tb\nGrüße – 5 :: 6', 'a\tb\nGrüße – 5 :: 6'],
  ['what colours or moves the cursor', '\u001b[31mred\u001b]8;;x\u0007\u009b2J', '·[31mred·]8;;x··2J'],
  ['what turns the writing about', 'abc\u202edcb\u2066', 'abc·dcb·'],
  [
    'what a CI service would obey',
    '::error::x\n  ::add-mask::y\n##[error]z\n##vso[task.x]',
    '· ::error::x\n  · ::add-mask::y\n· ##[error]z\n· ##vso[task.x]',
  ],
])('%s', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});
