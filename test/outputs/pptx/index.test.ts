import { execFile } from 'node:child_process';
import validate from '@ooxml-tools/validate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Deck, Slide } from '../../../src/domain/deck.ts';
import { sha256 } from '../../../src/lib/hash.ts';
import { renderPptx } from '../../../src/outputs/pptx/index.ts';
import { lintPackage } from '../../../src/outputs/pptx/lint/index.ts';
import { unzip } from '../../../src/outputs/zip.ts';
import { allCharts, columnChart, deck, sentence, slides } from '../sample.ts';
import { chartValues, notesTexts, part, slideCount, slideTexts, specValues } from './package.ts';

describe('a deck with every kind of slide', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await renderPptx(deck);
  });

  test('is valid to the Open XML schema of Microsoft 365', async () => {
    expect(await validate(bytes, 'pptx')).toEqual([]);
  }, 60_000);

  test('has nothing that validators miss', () => {
    expect(lintPackage(bytes)).toEqual([]);
  });

  test('is the same bytes again, also in another process and time zone', async () => {
    expect(sha256(await renderPptx(structuredClone(deck)))).toBe(sha256(bytes));
    expect(await hashElsewhere()).toBe(sha256(bytes));
  });

  test('has one native chart a chart slide, with exactly the values of its findings', () => {
    allCharts.forEach((chart, index) => {
      expect(chartValues(bytes, index + 1)).toEqual(specValues(chart));
    });
  });

  test('splits what is too long, and says so in the titles', () => {
    const titles = Array.from({ length: slideCount(bytes) }, (_, index) => slideTexts(bytes, index + 1)[0]);
    expect(titles.filter(title => /of\u00a0/.test(title ?? ''))).toEqual([
      'Freight made up most of the growth between 2021 and 2024 (1\u00a0of\u00a02)',
      'Freight made up most of the growth between 2021 and 2024 (2\u00a0of\u00a02)',
      'The company expects freight to overtake passenger services by 2030 (1\u00a0of\u00a03)',
      'The company expects freight to overtake passenger services by 2030 (2\u00a0of\u00a03)',
      'The company expects freight to overtake passenger services by 2030 (3\u00a0of\u00a03)',
    ]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('puts the source line on every slide with data, and the talk track into the notes', () => {
    expect(slideTexts(bytes, 3)).toContain('Source: Annual report 2024, p. 12.');
    expect(notesTexts(bytes, 3)).toEqual(['Talk track for this slide.', 'Findings: f-1, f-2.']);
  });

  test('names fonts and colours of its theme only', () => {
    for (const [name, content] of unzip(bytes)) {
      if (!/^ppt\/(slides|charts)\/[^/]+\.xml$/.test(name)) continue;
      const xml = new TextDecoder().decode(content);
      expect(xml).not.toContain('srgbClr');
      expect([...xml.matchAll(/typeface="([^"]*)"/g)].every(found => found[1]?.startsWith('+m'))).toBe(true);
    }
    expect(part(bytes, 'ppt/theme/theme1.xml')).toContain('0072B2');
  });

  test('sets nothing but source lines and numbers smaller than 12 points', () => {
    const sizes = [...unzip(bytes)]
      .filter(([name]) => /^ppt\/(slides|charts)\/[^/]+\.xml$/.test(name))
      .flatMap(([, content]) =>
        [...new TextDecoder().decode(content).matchAll(/ sz="(\d+)"/g)].map(found => Number(found[1])),
      );
    expect([...new Set(sizes.filter(size => size < 1200))].sort()).toEqual([1000]);
  });
});

function hashElsewhere(): Promise<string> {
  const url = (path: string) => JSON.stringify(new URL(`../../../dist/${path}`, import.meta.url).href);
  const script = `
    const [{ renderPptx }, { sha256 }] = await Promise.all([import(${url('outputs/pptx/index.js')}), import(${url('lib/hash.js')})]);
    console.log(sha256(await renderPptx(${JSON.stringify(deck)})));`;
  const env = { ...process.env, TZ: 'Pacific/Auckland' };
  return new Promise((done, fail) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], { env }, (error, stdout) =>
      error ? fail(error) : done(stdout.trim()),
    );
  });
}

const common = { notes: [], findings: [], sourceLine: 'Source: A, p. 1.' };
const long = 'A sentence of many words that goes on and on about freight on the northern lines. '.repeat(40);

const odd: readonly (readonly [string, readonly Slide[]])[] = [
  ['no slide at all', []],
  ['points without end', [{ ...common, kind: 'text', title: 'It goes on', points: [sentence(long)] }]],
  [
    'a word without end',
    [{ ...common, kind: 'text', title: 'x'.repeat(400), points: [sentence('y'.repeat(4000))] }],
  ],
  ['a title without end', [{ ...common, kind: 'text', title: long, points: [sentence('One.')] }]],
  [
    'control characters, lone surrogates and markup',
    [
      {
        ...common,
        kind: 'text',
        title: 'a\u0001b]]>\ud800<b>&amp;',
        points: [sentence('=HYPERLINK("x")\u0000 \u202eabc')],
      },
    ],
  ],
  [
    'CJK, emoji and right-to-left text',
    [
      {
        ...common,
        kind: 'text',
        title: '売上高は増加した',
        points: [sentence('売上'.repeat(300)), sentence('😀'.repeat(90)), sentence('إيرادات الشركة')],
      },
    ],
  ],
  [
    'a table without rows',
    [
      {
        ...common,
        kind: 'table',
        title: 'Empty',
        heading: '',
        columns: [{ label: 'A', number: false }],
        rows: [],
      },
    ],
  ],
  [
    'a table of twenty-five columns',
    [
      {
        ...common,
        kind: 'table',
        title: 'Wide',
        heading: 'Many years',
        columns: Array.from({ length: 25 }, (_, i) => ({
          label: i === 0 ? 'Segment' : `${2000 + i}`,
          number: i > 0,
        })),
        rows: [
          Array.from({ length: 25 }, (_, i) => ({ text: i === 0 ? 'Freight' : '1,234,567', findings: [] })),
        ],
      },
    ],
  ],
  [
    'a chart of gaps and zeros',
    [
      {
        ...common,
        kind: 'chart',
        title: 'Gaps',
        points: [],
        chart: {
          ...columnChart,
          categories: ['a', 'b'],
          series: [{ name: '=1+1', values: [0, null], findings: [] }],
        },
      },
    ],
  ],
  [
    'a chart of one negative value',
    [
      {
        ...common,
        kind: 'chart',
        title: 'Loss',
        points: [],
        chart: { ...columnChart, categories: ['a'], series: [{ name: '', values: [-1e12], findings: [] }] },
      },
    ],
  ],
  [
    'more points than stand beside a chart',
    [
      {
        ...common,
        kind: 'chart',
        title: 'Much to say',
        chart: columnChart,
        points: Array.from({ length: 9 }, (_, i) =>
          sentence(`Point ${i} says something that takes a few lines beside the chart.`),
        ),
      },
    ],
  ],
  ['two charts on neighbouring slides, then none', slides.slice(2, 4)],
];

test.each(odd)('%s makes a sound package, the same each time', async (_, some) => {
  const made: Deck = { ...deck, slides: some };
  const bytes = await renderPptx(made);
  expect(lintPackage(bytes)).toEqual([]);
  expect(sha256(await renderPptx(made))).toBe(sha256(bytes));
});
