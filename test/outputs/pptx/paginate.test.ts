import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Slide } from '../../../src/domain/deck.ts';
import { plain, shorten } from '../../../src/outputs/plain.ts';
import { bulletsHeight, lineCount } from '../../../src/outputs/pptx/fit.ts';
import { BODY, TITLE } from '../../../src/outputs/pptx/page.ts';
import { paginate } from '../../../src/outputs/pptx/paginate.ts';
import { HEADING, tableLayout } from '../../../src/outputs/pptx/table-layout.ts';
import { deck, sentence } from '../sample.ts';

const common = { notes: [], findings: [], sourceLine: 'Source: A, p. 1.' };
const word = fc.string({ unit: fc.constantFrom(...'aeimnrst売上😀'), minLength: 1, maxLength: 12 });
const prose = fc.array(word, { minLength: 1, maxLength: 60 }).map(words => words.join(' '));

const squeezed = (texts: readonly string[]) => texts.map(text => text.replace(/[ …]/g, '')).join('');

describe('texts', () => {
  test('are never lost, never overflow, at most six and ninety words a slide', () => {
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 12 }), texts => {
        const slide: Slide = {
          ...common,
          kind: 'text',
          title: 'It says so',
          points: texts.map(text => sentence(text)),
        };
        const paged = paginate({ ...deck, slides: [slide] }).slides.filter(page => page.kind === 'text');
        const shown = paged.map(page => page.points.map(point => point.text));
        expect(squeezed(shown.flat())).toBe(squeezed(texts.map(plain)));
        for (const points of shown) {
          expect(points.length).toBeLessThanOrEqual(6);
          expect(bulletsHeight(points, BODY.w, 14)).toBeLessThanOrEqual(BODY.h);
          const words = points.join(' ').split(' ').length;
          expect(points.length === 1 || words <= 90).toBe(true);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('tables', () => {
  const table = fc.record({
    columns: fc.integer({ min: 1, max: 18 }),
    rows: fc.array(fc.array(fc.oneof(word, prose), { minLength: 18, maxLength: 18 }), {
      minLength: 1,
      maxLength: 30,
    }),
  });

  test('keep every cell, fit the slide, and have at most a dozen rows', () => {
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const slide: Slide = {
          ...common,
          kind: 'table',
          title: 'Cells',
          heading: 'Heading',
          columns: Array.from({ length: columns }, (_, index) => ({ label: `C${index}`, number: false })),
          rows: rows.map(row => row.slice(0, columns).map(text => ({ text, findings: [] }))),
        };
        const paged = paginate({ ...deck, slides: [slide] }).slides.filter(page => page.kind === 'table');
        const cells = new Set(paged.flatMap(page => page.rows.flat().map(cell => cell.text)));
        const kept = (text: string) => [240, 80].some(limit => cells.has(shorten(text, limit)));
        for (const row of slide.rows) for (const cell of row) expect(kept(cell.text)).toBe(true);
        for (const page of paged) {
          const { widths, heights } = tableLayout(page);
          const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
          expect(sum(widths)).toBeLessThanOrEqual(BODY.w + 1e-6);
          expect(sum(heights)).toBeLessThanOrEqual(BODY.h - HEADING + 1e-6);
          expect(page.rows.length).toBeLessThanOrEqual(12);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe('titles', () => {
  test.each([
    ['short ones are set large', 'Revenue grew', 24],
    [
      'longer ones make all a little smaller',
      'Revenue of the company grew in each of the five years that the annual reports of the whole group cover, and it grew most of all in the very last one',
      22,
    ],
  ])('%s', (_, title, size) => {
    const paged = paginate({
      ...deck,
      slides: [{ ...common, kind: 'text', title, points: [sentence('One.')] }],
    });
    expect(paged.titleSize).toBe(size);
    expect(lineCount(paged.slides[0]!.title, TITLE.w, { size, bold: true })).toBeLessThanOrEqual(2);
  });

  test('one that fits at no size is cut, and stands whole in the notes', () => {
    const title = 'Revenue grew in each of the years '.repeat(12).trim();
    const [slide] = paginate({
      ...deck,
      slides: [{ ...common, kind: 'text', title, points: [sentence('One.')] }],
    }).slides;
    expect(slide?.title).toMatch(/…$/);
    expect(slide?.notes[0]).toBe(title);
  });
});
