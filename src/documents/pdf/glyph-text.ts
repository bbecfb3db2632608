/** A glyph as pdf.js hands it over in `showText`. */
export interface PdfGlyph {
  readonly unicode: string;
  readonly originalCharCode: number;
  /** In thousandths of the font size. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number];
}

/**
 * What a glyph says in plain characters: ligatures and presentation forms opened, encodings that went wrong in a known
 * way mended. '' for what has no ink, ' ' for white space. U+00AD stays: where lines are joined it decides.
 */
export function glyphText({ unicode, originalCharCode: code }: PdfGlyph, fontName: string): string {
  if (unicode.length === 1) {
    const point = unicode.charCodeAt(0);
    if (point > 0x20 && point < 0x7f) return unicode;
    // A simple font with two-byte codes in its ToUnicode map: "2" arrives as U+3200, "0" as the blank U+3000.
    if (code > 0x20 && code < 0x100 && point === code << 8) return String.fromCharCode(code);
    if (point >= 0xf000 && point <= 0xf0ff) return symbol(point & 0xff, fontName);
    if (point >= 0xfb00 && point <= 0xfeff && point !== 0xfeff) return unicode.normalize('NFKC');
  }
  if (NO_INK.test(unicode)) return '';
  return BLANK.test(unicode) ? ' ' : unicode.replace(SPACES_INSIDE, ' ');
}

const NO_INK = /^(?![\t\n\v\f\r])[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*$/u;
const BLANK = /^[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/;
const SPACES_INSIDE = /[\s\u00a0\u2000-\u200a\u202f\u3000]+/g;
const SYMBOL_FONT = /symbol|wingding|webding|dingbat/i;

/** Symbol fonts put their 8-bit codes at U+F000; as marks in text they are nearly always bullets. */
function symbol(code: number, fontName: string): string {
  if (code === 0x20 || code === 0xa0) return ' ';
  if (SYMBOL_FONT.test(fontName)) return GREEK[code] ?? '•';
  return code < 0x7f ? String.fromCharCode(code) : '•';
}

const GREEK: Readonly<Record<number, string>> = {
  97: 'α',
  98: 'β',
  100: 'δ',
  109: 'μ',
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  210: '®',
  211: '©',
  212: '™',
  226: '®',
  227: '©',
  228: '™',
};
