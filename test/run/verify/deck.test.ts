import { describe, expect, test } from 'vitest';
import type { Document, Page, Region } from '../../../src/domain/region.ts';
import { verifyDeck } from '../../../src/run/verify/deck.ts';

const BOX = [0, 0, 1, 1] as const;

describe('an edited deck', () => {
  const rendered = deck(slide(1, 'Revenue rose 31% in 2017', chart(177.9)), slide(2, 'Sources'));

  test.each([
    ['untouched', rendered],
    ['with slides moved', deck(slide(1, 'Sources'), slide(2, 'Revenue rose 31% in 2017', chart(177.9)))],
    ['reworded around its numbers', deck(slide(1, 'Revenue grew by 31% in 2017', chart(177.9)))],
  ])('%s holds', (_, edited) => {
    expect(verifyDeck(edited, rendered, 'deck.pptx')).toEqual([]);
  });

  test.each([
    [
      'a number changed in words',
      deck(slide(1, 'Revenue rose 35% in 2017', chart(177.9))),
      /^35 is in no finding/,
    ],
    [
      'a point changed in a chart',
      deck(slide(1, 'Revenue rose 31% in 2017', chart(187.9))),
      /shows 187\.9 for Revenue at 2017/,
    ],
  ])('%s is named with its slide', (_, edited, message) => {
    const [problem] = verifyDeck(edited, rendered, 'deck.pptx');
    expect(problem).toMatchObject({ where: 'deck.pptx, slide 1', message: expect.stringMatching(message) });
  });
});

function deck(...pages: readonly Page[]): Document {
  return { kind: 'pptx', title: '', pageCount: pages.length, pages, warnings: [] };
}

function slide(page: number, title: string, ...more: readonly Region[]): Page {
  const text: Region = { kind: 'text', role: 'title', text: title, box: BOX, lines: [] };
  return { page, width: 960, height: 540, regions: [text, ...more] };
}

function chart(value: number): Region {
  const labels = { title: 'Revenue', xTitle: '', yTitle: '', unit: '' };
  return {
    kind: 'chart',
    box: BOX,
    chart: 'column',
    ...labels,
    categories: ['2017'],
    series: [{ name: 'Revenue', values: [value] }],
  };
}
