import { describe, expect, it } from 'vitest';
import { toColumns } from '../../../src/documents/pdf/columns.ts';
import { isWordy, toSegments } from '../../../src/documents/pdf/segments.ts';
import type { Word } from '../../../src/documents/pdf/words.ts';
import { column, line } from './typeset.ts';

const LEFT = [
  'left one runs on and on here',
  'left two runs on and on here',
  'left three runs on and on he',
  'left four.',
];
const RIGHT = [
  'right one runs on and on her',
  'right two runs on and on her',
  'right three runs on and on h',
  'right four.',
];
const WIDE = 'a heading that runs across both of the columns of this page from side to side and more';

function read(words: readonly Word[]): string[] {
  const atoms = toSegments(words).map(s => ({ ...s, solid: false, wordy: isWordy(s) }));
  return toColumns(atoms).map(group => {
    const sorted = [...group].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
    return sorted.map(s => s.words[0]!.text + (s.words[1] ? ` ${s.words[1].text}` : '')).join(', ');
  });
}

const left = 'left one, left two, left three, left four.';
const right = 'right one, right two, right three, right four.';

const CASES: readonly [name: string, words: readonly Word[], groups: readonly string[]][] = [
  ['one column is one group', column(LEFT, 50, 100), [left]],
  [
    'two columns are read one after the other',
    [...column(LEFT, 50, 100), ...column(RIGHT, 250, 100)],
    [left, right],
  ],
  [
    'drawn line by line across, they still are',
    LEFT.flatMap((text, i) => [...line(text, 50, 100 + i * 12), ...line(RIGHT[i]!, 250, 100 + i * 12)]),
    [left, right],
  ],
  [
    'a heading across both comes first',
    [...line(WIDE, 50, 80), ...column(LEFT, 50, 100), ...column(RIGHT, 250, 100)],
    ['a heading', left, right],
  ],
  [
    'a line across both ends the columns above it',
    [
      ...column(LEFT, 50, 100),
      ...column(RIGHT, 250, 100),
      ...line(WIDE, 50, 180),
      ...column(RIGHT, 50, 200),
      ...column(LEFT, 250, 200),
    ],
    [left, right, 'a heading', right, left],
  ],
  [
    'three columns',
    [...column(LEFT, 50, 100), ...column(RIGHT, 250, 100), ...column(LEFT, 450, 100)],
    [left, right, left],
  ],
  [
    'short rows are read across',
    ['Name', 'Title', 'Since', 'Age'].flatMap((text, i) => [
      ...line(text, 50, 100 + i * 24),
      ...line(`${i}`, 250, 100 + i * 24),
    ]),
    ['Name, 0, Title, 1, Since, 2, Age, 3'],
  ],
  [
    'labels of two lines far apart are read one by one',
    [...column(['Digital', 'Industries'], 50, 100), ...column(['Smart', 'Infrastructure'], 250, 100)],
    ['Digital, Industries', 'Smart, Infrastructure'],
  ],
  [
    'a heading beside nothing is no column',
    [...line('Contents', 300, 60), ...column(LEFT, 50, 100)],
    ['Contents, left one, left two, left three, left four.'],
  ],
];

describe('toColumns', () => {
  it.each(CASES)('%s', (_, words, groups) => {
    expect(read(words)).toEqual(groups);
  });
});
