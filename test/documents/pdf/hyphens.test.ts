import { describe, expect, it } from 'vitest';
import { Hyphens } from '../../../src/documents/pdf/hyphens.ts';
import { toSegments } from '../../../src/documents/pdf/segments.ts';
import { column } from './typeset.ts';

const BOOK = [
  'we report long-term debt and our sustain-',
  'ability in this report, all of it sustainability',
  'and the number of hours it took in the',
];

const CASES: readonly [name: string, above: string, below: string, joined: string][] = [
  [
    'a word that the document writes in one piece',
    'our sustain-',
    'ability goals',
    'our sustainability goals',
  ],
  ['a compound that the document writes with a hyphen', 'our long-', 'term debt', 'our long-term debt'],
  ['an unknown word in a document that breaks words', 'the envi-', 'ronment', 'the environment'],
  ['a number before the hyphen', 'an 18-', 'month plan', 'an 18-month plan'],
  ['a compound of three', 'about eight-in-', 'ten adults', 'about eight-in-ten adults'],
  ['a hanging hyphen', 'short-', 'and long-term', 'short- and long-term'],
  ['a soft hyphen always goes', 'sus\u00ad', 'tain', 'sustain'],
  ['a name keeps its hyphen', 'Coca-', 'Cola', 'Coca-Cola'],
  ['no hyphen, a space', 'net', 'sales', 'net sales'],
  ['a mark that the line end cut off', 'and $156 million', ', and more', 'and $156 million, and more'],
  ['an address broken at a slash', 'www.example.com/', 'reports', 'www.example.com/reports'],
];

describe('Hyphens', () => {
  const hyphens = new Hyphens();
  hyphens.note(toSegments(column(BOOK, 50, 100)));

  it.each(CASES)('%s', (_, above, below, joined) => {
    expect(hyphens.join(above, below)).toBe(joined);
  });

  it('keeps the hyphens of a document that breaks no words', () => {
    const plain = new Hyphens();
    plain.note(toSegments(column(['none of these lines ends with a broken word here'], 50, 100)));
    expect(plain.join('a value-', 'added tax')).toBe('a value-added tax');
  });
});
