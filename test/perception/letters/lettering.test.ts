import { describe, expect, test } from 'vitest';
import type { Marks, PathMark, TextMark } from '../../../src/domain/mark.ts';
import type { FigureRegion, Page } from '../../../src/domain/region.ts';
import type { LineText } from '../../../src/domain/vision.ts';
import { letteringOf, withLettering } from '../../../src/perception/letters/index.ts';
import { bar, figure, outlined, path } from './block-letters.ts';

const page = (...regions: FigureRegion[]): Page => ({ page: 1, width: 400, height: 400, regions });
const said = (text: string, confidence = 0.95): LineText => ({
  text,
  confidences: [...text].map(() => confidence),
  centres: [],
});
const typed = (text: string): TextMark => ({
  ...{ text, x0: 10, y0: 10, x1: 90, y1: 18, angle: 0, size: 8, bold: false },
  ...{ color: '#000000', confidence: 1 },
});
const marksOf = (region: unknown): Marks => (region as FigureRegion).marks!;
const many = outlined('THE TELL FEET', 20, 20);

describe('letteringOf', () => {
  const cases: readonly { name: string; paths: readonly PathMark[]; texts?: TextMark[]; lines: number }[] = [
    { name: 'words of one line are read together', paths: many, lines: 1 },
    { name: 'a line below is another', paths: [...many, ...outlined('FELT', 20, 32)], lines: 2 },
    { name: 'so are words far apart', paths: [...many, ...outlined('FELT', 120, 20)], lines: 2 },
    {
      name: 'and words of another color',
      paths: [...many, ...outlined('FELT', 20, 32, '#ff0000')],
      lines: 2,
    },
    { name: 'bars are no letters', paths: [...many, bar(60, 20, 90, 28, '#000000')], lines: 1 },
    {
      name: 'a drawing with texts enough is left as it is',
      paths: many,
      texts: [typed('Typed by hand')],
      lines: 0,
    },
    { name: 'so is one with a flourish or two', paths: outlined('LET', 20, 20), lines: 0 },
  ];
  test.each(cases)('$name', ({ paths, texts = [], lines }) => {
    expect(letteringOf(page(figure(paths, texts)))?.places.length ?? 0).toBe(lines);
  });

  test('a stem between letters closes the gap', () => {
    const lettering = letteringOf(page(figure(outlined('LIFT THE LEFT', 20, 20))));
    expect(lettering?.lines.map(line => line.pieces.length)).toEqual([11]);
  });

  test('a round mark by itself is no letter', () => {
    const turn = Array.from({ length: 24 }, (_, i) => (i / 12) * Math.PI);
    const disc = path(
      turn.flatMap(a => [300 + 4 * Math.cos(a), 300 + 4 * Math.sin(a)]),
      '#aa0000',
    );
    expect(letteringOf(page(figure([...many, disc])))?.places.length).toBe(1);
  });

  test('a line that two drawings share is read once', () => {
    const line = outlined('THE TELL FEET', 20, 20);
    const [left, right] = [
      figure([...outlined('FELT THE', 20, 60), ...line.slice(0, 4)]),
      figure([...outlined('HELLFELT', 20, 90), ...line]),
    ];
    const lettering = letteringOf(page(left, right));
    expect(lettering?.places.length).toBe(3);
    expect(lettering?.figures.map(({ lines }) => lines.length)).toEqual([2, 2]);
  });
});

describe('withLettering', () => {
  const read = (text: LineText) => {
    const one = page(figure([...many, bar(20, 40, 90, 50, '#0000ff')]));
    return marksOf(withLettering(one, letteringOf(one)!, [text]).regions[0]);
  };

  test('what was read stands as a text in place of its outlines', () => {
    const { texts, paths } = read(said('THE TELL FEET'));
    expect(paths.map(({ fill }) => fill)).toEqual(['#0000ff']);
    expect(texts).toMatchObject([{ text: 'THE TELL FEET', x0: 20, color: '#000000', angle: 0 }]);
    expect(texts[0]!.size).toBeCloseTo(7 / 0.72, 1);
    expect(texts[0]!.y1 - texts[0]!.y0).toBeCloseTo(texts[0]!.size, 5);
  });

  test('an O among figures is a nought', () => {
    expect(read(said('6O')).texts.map(({ text }) => text)).toEqual(['60']);
  });

  test.each([said('THE TELL FEET', 0.3), said('17', 0.7), said(' ')])(
    'what reads badly stays a drawing',
    text => {
      const { texts, paths } = read(text);
      expect(texts).toEqual([]);
      expect(paths).toHaveLength(many.length + 1);
    },
  );
});
