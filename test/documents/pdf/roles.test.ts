import { describe, expect, it } from 'vitest';
import { blockOf } from '../../../src/documents/pdf/blocks.ts';
import { roleOf } from '../../../src/documents/pdf/roles.ts';
import { toSegments } from '../../../src/documents/pdf/segments.ts';
import { Styles } from '../../../src/documents/pdf/styles.ts';
import { column, type Face, linesOf, sheet } from './typeset.ts';

const styles = new Styles();
styles.note(
  toSegments(
    column(
      Array.from({ length: 40 }, () => 'a line of running text in the size of the body'),
      50,
      60,
    ),
  ),
);
styles.note(toSegments(column(['Annual report'], 50, 20, { size: 24 })));
styles.note(toSegments(column(['Segment results'], 50, 40, { size: 14 })));

const CASES: readonly [
  name: string,
  texts: readonly string[],
  face: Face & { top?: number },
  role: string,
][] = [
  ['running text', ['Net sales grew by a tenth.'], {}, 'paragraph'],
  ['the largest type', ['Annual report'], { size: 24 }, 'heading 1'],
  ['larger type', ['Segment results'], { size: 14 }, 'heading 2'],
  ['bold type of the body’s size', ['Liquidity'], { bold: true }, 'heading 3'],
  ['a part of a filing', ['Item 7. Management’s Discussion'], { bold: true }, 'heading 2'],
  ['a numbered heading', ['2.1 Revenue recognition'], {}, 'heading 4'],
  ['capitals', ['NOTES TO THE ACCOUNTS'], {}, 'heading 3'],
  ['two sentences in bold', ['Sales grew. Costs fell too.'], { bold: true }, 'paragraph'],
  ['a bullet', ['• Net sales grew'], {}, 'list'],
  ['a number', ['(1) the first of these'], {}, 'list'],
  ['a caption', ['Figure 3: Sales by region'], {}, 'caption'],
  ['a sentence about a figure', ['Figure 3 shows that sales grew.'], {}, 'paragraph'],
  ['small print with a mark at the foot', ['¹ Unaudited.'], { size: 8, top: 700 }, 'footnote'],
  ['a source', ['Source: company data'], {}, 'footnote'],
];

describe('roleOf', () => {
  it.each(CASES)('%s', (_, texts, { top = 100, ...face }, expected) => {
    const { role, level } = roleOf(blockOf(linesOf(column(texts, 50, top, face))), sheet(), styles);
    expect(level === undefined ? role : `${role} ${level}`).toBe(expected);
  });
});
