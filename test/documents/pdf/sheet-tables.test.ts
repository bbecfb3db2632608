import { describe, expect, it } from 'vitest';
import { joinNotes } from '../../../src/documents/pdf/sheet-tables.ts';

const CASES: readonly [name: string, above: string, inside: string, note: string][] = [
  ['none of either is none', '', '', ''],
  ['the one above a table', '(in millions)', '', '(in millions)'],
  ['the one among its header lines', '', '(In thousands)', '(In thousands)'],
  [
    'both, where they say different things',
    '(Unaudited)',
    '(in thousands, except per share data)',
    '(Unaudited) (in thousands, except per share data)',
  ],
  ['the one above, where they say the same', '(In thousands)', '(in thousands):', '(In thousands)'],
  [
    'the one that says more',
    '(in thousands)',
    '(in thousands, except shares)',
    '(in thousands, except shares)',
  ],
];

describe('the note of a table is', () => {
  it.each(CASES)('%s', (_, above, inside, note) => {
    expect(joinNotes(above, inside)).toBe(note);
  });
});
