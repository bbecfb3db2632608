import { describe, expect, it } from 'vitest';
import { type NearText, nameFigure, nameTable, titleOn } from '../../../src/documents/pdf/naming.ts';
import { line, linesOf } from './typeset.ts';

const BOX = { x0: 50, y0: 200, x1: 500, y1: 400 };

/** Lines of 12 points that end above the box, nearest last. */
function above(...texts: readonly (string | readonly [text: string, heading: true])[]): NearText[] {
  return texts.map((entry, i) => {
    const [text, heading] = typeof entry === 'string' ? [entry, false] : entry;
    const y1 = 195 - (texts.length - 1 - i) * 14;
    return { x0: 50, x1: 300, y0: y1 - 10, y1, text, heading, bold: heading, size: 10 };
  });
}

const TABLES: readonly [name: string, texts: readonly NearText[], title: string, note: string][] = [
  [
    'a heading and a note',
    above(['BALANCE SHEETS', true], '(in millions)'),
    'BALANCE SHEETS',
    '(in millions)',
  ],
  [
    'the note inside the heading',
    above(['Cash flows (in thousands)', true]),
    'Cash flows (in thousands)',
    '(in thousands)',
  ],
  [
    'a caption below',
    [{ ...above('')[0]!, y0: 405, y1: 415, text: 'Table 2: Results' }],
    'Table 2: Results',
    '',
  ],
  ['the nearest line that leads to it', above('Sales were as follows:'), 'Sales were as follows:', ''],
  [
    'prose above is no title',
    above('Sales grew in all of the regions that we serve, as they did in the year before that.'),
    '',
    '',
  ],
  ['nothing', [], '', ''],
];

const FIGURES: readonly [name: string, texts: readonly NearText[], caption: string][] = [
  ['a caption', above('Figure 1: Sales'), 'Figure 1: Sales'],
  ['a heading and what is drawn', above(['Sales grew', true], '% of total'), 'Sales grew. % of total'],
  ['nothing', [], ''],
];

describe('nameTable', () => {
  it.each(TABLES)('%s', (_, texts, title, note) => {
    expect(nameTable(BOX, texts)).toMatchObject({ title, note });
  });
});

describe('nameFigure', () => {
  it.each(FIGURES)('%s', (_, texts, caption) => {
    expect(nameFigure(BOX, texts).title).toBe(caption);
  });
});

describe('titleOn', () => {
  const ticks = [300, 330, 360].flatMap(y => line('120', 60, y, { size: 8 }));
  const title = (size: number, bold: boolean, y = 215) => line('Sales by region', 100, y, { size, bold });

  it.each([
    ['larger words at the top', title(12, false), 'Sales by region'],
    ['bold words at the top', title(8, true), 'Sales by region'],
    ['a label like the others is none', title(8, false), ''],
    ['nor are large words further down', title(12, true, 380), ''],
  ] as const)('%s', (_, words, expected) => {
    expect(titleOn(BOX, linesOf([...ticks, ...words]))).toBe(expected);
  });
});
