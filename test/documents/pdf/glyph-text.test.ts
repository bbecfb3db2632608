import { describe, expect, it } from 'vitest';
import { glyphText } from '../../../src/documents/pdf/glyph-text.ts';

const CASES: readonly [name: string, unicode: string, code: number, font: string, text: string][] = [
  ['a letter is itself', 'a', 97, 'Times', 'a'],
  ['a ligature is opened', '\ufb01', 174, 'Times', 'fi'],
  ['a digit whose two-byte code was read as one', '\u3200', 0x32, 'DejaVuSans', '2'],
  ['a zero that came as an ideographic space', '\u3000', 0x30, 'DejaVuSans', '0'],
  ['an ideographic space that is one', '\u3000', 0x8140, 'MS-Mincho', ' '],
  ['a no-break space is a space', '\u00a0', 160, 'Times', ' '],
  ['a zero-width space is nothing', '\u200b', 1, 'Times', ''],
  ['a bullet of Symbol', '\uf0b7', 183, 'ABCDEF+SymbolMT', '•'],
  ['a letter in the private use area of a symbolic font', '\uf041', 0x41, 'Custom', 'A'],
  ['a soft hyphen stays for the joining of lines', '\u00ad', 173, 'Times', '\u00ad'],
];

describe('glyphText', () => {
  it.each(CASES)('%s', (_, unicode, originalCharCode, font, text) => {
    expect(glyphText({ unicode, originalCharCode, width: 500, isSpace: false }, font)).toBe(text);
  });
});
