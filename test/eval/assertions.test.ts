import { expect, test } from 'vitest';
import type { Reading, TextRole } from '../../src/domain/reading.ts';
import { type Assertion, holds, isAssertion } from '../../src/eval/assertions.ts';

const PLACE = {
  id: 'r-0',
  page: 1,
  box: [0, 0, 1, 1],
  order: 0,
  route: 'text-layer',
  confidence: 1,
  section: [],
} as const;

const page = {
  page: 1,
  label: '',
  width: 612,
  height: 792,
  readings: [
    text('header', 'ACME CORP'),
    text('paragraph', 'First we say “this”.'),
    text('paragraph', 'Then that, at last.'),
    table(
      ['Year', '2023', '2024'],
      [
        ['Revenue', '1,150', '1,250'],
        ['Research and development', '90', '110'],
      ],
    ),
    text('footer', '7'),
  ],
};

test.each<[string, Partial<Assertion>, boolean]>([
  ['what is said is present', { type: 'present', text: 'say "this"' }, true],
  ['what is not said is not', { type: 'present', text: 'say nothing' }, false],
  ['case counts', { type: 'present', text: 'FIRST' }, false],
  ['unless it need not', { type: 'present', text: 'FIRST', case_sensitive: false }, true],
  ['a running header may be read as one', { type: 'absent', text: 'ACME CORP' }, true],
  ['a page number too', { type: 'absent', text: '7' }, true],
  ['the body is not absent', { type: 'absent', text: 'Then that' }, false],
  ['part of a number is no number', { type: 'absent', text: '15' }, true],
  ['only the end is looked at', { type: 'absent', text: 'First', last_n: 20 }, true],
  ['in order', { type: 'order', before: 'First', after: 'Then' }, true],
  ['out of order', { type: 'order', before: 'Then', after: 'First' }, false],
  ['a cell below another', { type: 'table', cell: '110', up: '1,250' }, true],
  ['a cell beside another', { type: 'table', cell: '1,150', left: 'Revenue', right: '1,250' }, true],
  [
    'a cell under a heading',
    { type: 'table', cell: '90', top_heading: '2023', left_heading: 'Research' },
    true,
  ],
  ['a cell elsewhere', { type: 'table', cell: '90', top_heading: '2024' }, false],
])('%s', (_, assertion, held) => {
  expect(holds({ id: '', page: 1, type: 'present', ...assertion }, page)).toBe(held);
});

test('formulas are left to others', () => {
  expect([isAssertion({ type: 'math' }), isAssertion({ type: 'order' })]).toEqual([false, true]);
});

function text(role: TextRole, words: string): Reading {
  return { kind: 'text', role, text: words, lines: [], ...PLACE };
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): Reading {
  return { kind: 'table', title: '', note: '', columns, rows, boxes: [], ...PLACE };
}
