import { describe, expect, test } from 'vitest';
import { comparable, edits, editsWithin } from '../../src/eval/edits.ts';

describe('edits', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 3],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
    ['1,234', '1.234', 1],
  ])('%o to %o takes %d', (from, to, count) => {
    expect(edits([...from], [...to])).toBe(count);
  });
});

describe('editsWithin', () => {
  test.each([
    ['', 'abc', 0],
    ['sales', 'net sales rose', 0],
    ['sales', 'net soles rose', 1],
    ['sales', 'nothing', 5],
    ['sales', '', 5],
    ['rose by', 'it rosey by then', 1],
  ])('%o in %o takes %d', (wanted, text, count) => {
    expect(editsWithin([...wanted], [...text])).toBe(count);
  });
});

describe('comparable', () => {
  test.each([
    ['dashes', '1990–2000 −5', '1990-2000 -5'],
    ['quotes', '“It’s”', '"It\'s"'],
    ['dots', 'Total ......... 5 …', 'Total ... 5 ...'],
    ['white space', ' a \u00a0 b\n', 'a b'],
    ['ligatures', 'ﬁrst', 'first'],
  ])('%s are one', (_, text, plain) => {
    expect(comparable(text)).toBe(plain);
  });
});
