import { describe, expect, test } from 'vitest';
import { counted } from '../../src/lib/counted.ts';
import { plain, shorten } from '../../src/outputs/plain.ts';

describe('plain', () => {
  test.each([
    ['keeps ordinary text', 'Revenue grew by 14 %.', 'Revenue grew by 14 %.'],
    ['joins lines and runs of spaces', ' a\n\tb  c ', 'a b c'],
    ['drops controls', 'a\u0001b\u001b[31mc', 'ab[31mc'],
    ['drops bidirectional overrides', 'abc\u202egpj.exe\u202c', 'abcgpj.exe'],
    ['drops lone surrogates', `a${'\ud83d'}b`, 'ab'],
    ['keeps emoji', 'a😀b', 'a😀b'],
    ['drops glyphs of symbol fonts', '\uf0b7 First', 'First'],
    ['drops soft hyphens and byte order marks', 'sus\u00adtain\ufeff', 'sustain'],
    ['drops non-characters', 'a\ufdd0b\uffff', 'ab'],
    ['keeps CJK, Arabic and combining marks', '売上 إيرادات é', '売上 إيرادات é'],
  ])('%s', (_, text, expected) => expect(plain(text)).toBe(expected));
});

describe('shorten', () => {
  test.each([
    ['leaves what fits', 'one two', 10, 'one two'],
    ['cuts between words', 'one two three four', 14, 'one two […]'],
    ['cuts a single long word', 'abcdefghijklmnop', 10, 'abcdef […]'],
  ])('%s', (_, text, limit, expected) => expect(shorten(text, limit)).toBe(expected));
});

test('counted names one thing or many', () => {
  expect([counted(1, 'page'), counted(0, 'page'), counted(2, 'entry', 'entries')]).toEqual([
    '1 page',
    '0 pages',
    '2 entries',
  ]);
});
