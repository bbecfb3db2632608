import { describe, expect, it } from 'vitest';
import { Hyphens } from '../../../src/documents/pdf/hyphens.ts';
import { joinOverleaf } from '../../../src/documents/pdf/overleaf.ts';
import type { TextRole } from '../../../src/domain/reading.ts';
import type { Page, Region } from '../../../src/domain/region.ts';

/** Lines of 40 characters, 0.02 of the page apart. */
function text(role: TextRole, words: string, height = 0.01): Region {
  const lines = Array.from({ length: Math.ceil(words.length / 40) }, (_, i) => ({
    at: i * 40,
    box: [0.1, (10 + i * 2) / 100, 0.5, height] as const,
  }));
  return { kind: 'text', role, text: words, lines, box: [0.1, 0.1, 0.5, lines.length * 0.02 - 0.01] };
}

function page(number: number, regions: readonly Region[]): Page {
  return { page: number, width: 600, height: 800, regions };
}

const HEAD = 'Sales grew in every region that we serve and costs fell by';
const paragraph = (words: string) => text('paragraph', words);

const CASES: readonly [
  name: string,
  head: readonly Region[],
  tail: readonly Region[],
  texts: readonly string[],
  rest: readonly string[],
][] = [
  [
    'ends on its own page',
    [paragraph(HEAD)],
    [paragraph('a tenth, to $3.2 million in the U.S. alone. We expect more.')],
    [`${HEAD} a tenth, to $3.2 million in the U.S. alone.`],
    ['We expect more.'],
  ],
  [
    'leaves nothing behind where it is all of the next paragraph',
    [paragraph(HEAD)],
    [paragraph('a tenth in one year.'), paragraph('We expect more.')],
    [`${HEAD} a tenth in one year.`],
    ['We expect more.'],
  ],
  [
    'jumps over footnotes and running headers',
    [paragraph(HEAD), text('footnote', '¹ Unaudited.'), text('footer', '12')],
    [text('header', 'Annual report'), paragraph('a tenth.')],
    [`${HEAD} a tenth.`, '¹ Unaudited.', '12'],
    ['Annual report'],
  ],
  ['ended', [paragraph(`${HEAD} half.`)], [paragraph('a tenth.')], [`${HEAD} half.`], ['a tenth.']],
  ['is followed by a new one', [paragraph(HEAD)], [paragraph('We grew.')], [HEAD], ['We grew.']],
  [
    'is followed by a heading',
    [paragraph(HEAD)],
    [text('heading', 'Costs'), paragraph('of all kinds fell.')],
    [HEAD],
    ['Costs', 'of all kinds fell.'],
  ],
  [
    'is followed by type of another size',
    [paragraph(HEAD)],
    [text('paragraph', 'of all kinds.', 0.02)],
    [HEAD],
    ['of all kinds.'],
  ],
];

describe('a sentence at the end of a page', () => {
  it.each(CASES)('%s', (_, head, tail, texts, rest) => {
    const joined = joinOverleaf(page(1, head), page(2, tail), new Hyphens());
    const said = joined.map(({ regions }) =>
      regions.map(region => (region.kind === 'text' ? region.text : '')),
    );
    expect(said).toEqual([texts, rest]);
  });

  it('keeps its box, and what is left overleaf keeps that of its lines', () => {
    const tail = paragraph('a tenth, which is more than anybody had expected. We expect more.');
    const [first, second] = joinOverleaf(page(1, [paragraph(HEAD)]), page(2, [tail]), new Hyphens());
    expect(first.regions[0]!.box).toEqual(paragraph(HEAD).box);
    expect(second.regions[0]).toMatchObject({
      text: 'We expect more.',
      lines: [{ at: 0, box: [0.1, 0.12, 0.5, 0.01] }],
      box: [0.1, 0.12, 0.5, 0.01],
    });
  });

  it('is left alone where pages between were not read', () => {
    const pages = [page(1, [paragraph(HEAD)]), page(3, [paragraph('a tenth.')])] as const;
    expect(joinOverleaf(...pages, new Hyphens())).toEqual(pages);
  });
});
