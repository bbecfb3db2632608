import { describe, expect, it } from 'vitest';
import { Furniture } from '../../../src/documents/pdf/furniture.ts';
import { toSegments } from '../../../src/documents/pdf/segments.ts';
import type { Word } from '../../../src/documents/pdf/words.ts';
import { line } from './typeset.ts';

/** What is found on the third of five pages, each made by `page`. */
function found(page: (number: number) => Word[]): string[] {
  const furniture = new Furniture();
  const pages = [1, 2, 3, 4, 5].map(number => toSegments(page(number)));
  for (const [i, segments] of pages.entries()) furniture.note(i + 1, segments, 800);
  const edges = furniture.find(3, pages[2]!, 800);
  return [...edges].map(([segment, edge]) => `${edge}: ${segment.words.map(word => word.text).join(' ')}`);
}

const text = (n: number) => line(`Text of page ${'abcde'[n - 1]} only`, 50, 400);

const CASES: readonly [name: string, page: (number: number) => Word[], found: readonly string[]][] = [
  [
    'a running header',
    n => [...line('Annual Report 2024', 50, 30), ...text(n)],
    ['header: Annual Report 2024'],
  ],
  ['a page number', n => [...text(n), ...line(`${n}`, 300, 780)], ['footer: 3']],
  ['a number with letters', n => [...text(n), ...line(`F-${n}`, 300, 780)], ['footer: F-3']],
  [
    'a footer with a page number in it',
    n => [...text(n), ...line(`Report 2024 | ${n}`, 300, 780)],
    ['footer: Report 2024 | 3'],
  ],
  [
    'a chapter between page numbers',
    n => [...text(n), ...line(`${n}`, 100, 780), ...line(`chapter${'abcde'[n - 1]}`, 300, 780)],
    ['footer: 3', 'footer: chapterc'],
  ],
  [
    'a footnote that comes again is none',
    n => [...text(n), ...line('2 Without the acquired business', 50, 780)],
    [],
  ],
  ['a unit note that comes again is none', n => [...line('(in millions)', 50, 60), ...text(n)], []],
  [
    'what comes again under a title of its own is none',
    n => [...line(`Title ${'abcde'[n - 1]}`, 50, 30), ...line('Fiscal years ended', 50, 60), ...text(n)],
    [],
  ],
  [
    'numbers in a row are the labels of an axis',
    n => [...text(n), ...['0', '10', '20', '30'].flatMap((label, i) => line(label, 60 + i * 110, 780))],
    [],
  ],
  [
    'names equally far apart are the labels of an axis',
    n => [...text(n), ...['Q1', 'Q2', 'Q3', 'Q4'].flatMap((label, i) => line(label, 60 + i * 110, 780))],
    [],
  ],
  ['what comes again in the middle is none', n => [...line('See the notes', 50, 300), ...text(n)], []],
];

describe('Furniture', () => {
  it.each(CASES)('%s', (_, page, edges) => {
    expect(found(page)).toEqual(edges);
  });
});
