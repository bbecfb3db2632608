import type { TextRole } from '../../domain/reading.ts';
import type { Block } from './blocks.ts';
import { CAPTION } from './captions.ts';
import { isBullet, markerOf } from './list-marker.ts';
import type { Sheet } from './sheet.ts';
import type { Styles } from './styles.ts';

export interface Role {
  readonly role: TextRole;
  readonly level?: number;
}

/** What a block of text is, from its type, its words and where it stands. */
export function roleOf(block: Block, sheet: Sheet, styles: Styles): Role {
  const text = block.lines.map(line => line.text).join(' ');
  if (CAPTION.test(text) && text.length < LONGEST_CAPTION) return { role: 'caption' };
  if (isFootnote(block, text, sheet, styles)) return { role: 'footnote' };
  const level = headingLevel(block, text, styles);
  if (level !== undefined) return { role: 'heading', level };
  if (markerOf(text)) return { role: 'list' };
  return { role: 'paragraph' };
}

const FOOTNOTE_MARK =
  /^(?:[¹²³⁰⁴-⁹]+|\(\d{1,2}\)|\(?[a-z]\)|[*†‡§]+)\s*\S|^\d{1,2}[.)]?\s+[“"(]?\p{Lu}\p{Ll}* \p{Ll}/u;
const SOURCE_NOTE = /^(?:Sources?|Notes?)\s*:/;

function isFootnote(block: Block, text: string, sheet: Sheet, styles: Styles): boolean {
  const small = block.size < styles.body * 0.93;
  if (SOURCE_NOTE.test(text)) return true;
  return small && FOOTNOTE_MARK.test(text) && block.y0 > 0.5 * sheet.height;
}

const LONGEST_CAPTION = 1500;
const LONGEST_HEADING = 160;
const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?|[A-Z]\.\d?|[IVX]{1,4}\.)\s+\p{Lu}/u;
const FILING_PART = /^(?:PART\s+[IVX]+|Item\s+\d{1,2}[A-C]?\.)/i;

/** "2.1 Results" or "Item 7.": the heading of a section, whatever stands under it. */
export function isNumberedHeading(text: string): boolean {
  return NUMBERED.test(text) || FILING_PART.test(text);
}

const NUMBER = /^(?:Item\s+)?[\dIVX.]+[A-C]?\.?\s+/i;
/** The end of a sentence and the start of another. */
const SENTENCES = /[.!?]['"”’)]?\s+\p{Lu}\p{L}* \p{Ll}/u;

function headingLevel(block: Block, text: string, styles: Styles): number | undefined {
  if (text.length > LONGEST_HEADING || block.lines.length > 4 || !/\p{L}{2}/u.test(text)) return;
  if (/^\p{Ll}/u.test(text) && !block.bold) return;
  if (/^\(.*\)$/.test(text)) return;
  if (isBullet(text) || SENTENCES.test(text.replace(NUMBER, ''))) return;
  const words = text.split(' ').length;
  const sentence =
    (/[.;,:]$/.test(text) && words > 6) || (words > 14 && block.lines.length > 1 && !block.bold);
  if (styles.isHead(block.size)) {
    return sentence && block.size < styles.body * 1.3 ? undefined : styles.level(block.size);
  }
  const tooSmall = block.size < styles.body * 0.9;
  return tooSmall || sentence || /[.;,]$/.test(text) ? undefined : levelAtBodySize(block, text, styles);
}

/** A heading in the body's size shows by its weight, its number or its capitals. */
function levelAtBodySize(block: Block, text: string, styles: Styles): number | undefined {
  const base = styles.level(styles.body);
  const number = NUMBERED.exec(text)?.[1];
  const depth = number === undefined ? 0 : number.split('.').length - 1;
  if (block.bold) return FILING_PART.test(text) ? Math.max(base - 1, 1) : Math.min(base + depth, 6);
  if (FILING_PART.test(text) && block.lines.length === 1) return base;
  if (depth > 0 && text.length < 90) return Math.min(base + depth, 6);
  if (isShouted(text)) return base;
  const slanted = block.italic && text.length < 80 && block.lines.length === 1;
  return slanted ? Math.min(base + 1, 6) : undefined;
}

/** All capitals, at least two words of letters. */
function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3,}[^\p{L}]+\p{Lu}{2,}/u.test(text) && !/\d{3}/.test(text);
}
