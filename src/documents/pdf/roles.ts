import type { TextRole } from '../../domain/reading.ts';
import type { Block } from './blocks.ts';
import { type Bounds, overlapX, union } from './bounds.ts';
import { CAPTION } from './captions.ts';
import type { FlowItem } from './flow.ts';
import { isBullet, markerOf } from './list-marker.ts';
import type { Sheet } from './sheet.ts';
import type { Styles } from './styles.ts';

export interface Role {
  readonly role: TextRole;
  readonly level?: number;
}

/** What each block of a page is; blocks around figures also go by the company they keep. */
export function rolesOf(
  flow: readonly FlowItem<Bounds>[],
  title: Block | undefined,
  sheet: Sheet,
  styles: Styles,
): Map<Block, Role> {
  const roles = new Map<Block, Role>();
  let note: Bounds | undefined;
  flow.forEach((item, i) => {
    if (!('block' in item)) {
      note = 'drawing' in item.solid ? item.solid : undefined;
      return;
    }
    const { block } = item;
    let role: Role = block === title ? { role: 'title', level: 1 } : roleOf(block, sheet, styles);
    if (role.role === 'paragraph' && isStatementTitle(block, flow.slice(i + 1))) {
      role = { role: 'heading', level: styles.level(styles.body) };
    }
    if (role.role === 'heading' && isOnFigure(block, flow.slice(i + 1))) role = { role: 'caption' };
    if (role.role === 'paragraph' && note && isUnder(block, note, styles)) role = { role: 'footnote' };
    note = role.role === 'footnote' ? block : undefined;
    roles.set(block, role);
  });
  return roles;
}

/** "Consolidated Statements of Income" over its table, in plain type: with or without "(in millions)" between. */
function isStatementTitle(block: Block, after: readonly FlowItem<Bounds>[]): boolean {
  const text = block.lines.map(line => line.text).join(' ');
  if (block.lines.length > 2 || !isTitleCase(text)) return false;
  const table = after.slice(0, 3).find(item => 'solid' in item);
  const between = after.slice(0, 3).findIndex(item => 'solid' in item);
  if (!table || !('solid' in table) || 'drawing' in table.solid) return false;
  const near = table.solid.y0 - block.y1 < 25 + 18 * between && table.solid.y0 > block.y0;
  return (
    near &&
    after.slice(0, between).every(item => 'block' in item && /^\(.*\)$/.test(item.block.lines[0]!.text))
  );
}

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return (
    words.length >= 2 &&
    text.length < 110 &&
    !/[.:;,]$/.test(text) &&
    words.every(word => /^\p{Lu}/u.test(word))
  );
}

/** The heading of a chart names the chart, not the text that follows. */
function isOnFigure(block: Block, after: readonly FlowItem<Bounds>[]): boolean {
  const end = after.findIndex(item => !('solid' in item && 'drawing' in item.solid));
  const figures = after
    .slice(0, end < 0 ? after.length : end)
    .flatMap(item => ('solid' in item ? [item.solid] : []));
  if (figures.length === 0) return false;
  const { x0, x1 } = union(figures);
  const over = Math.min(...figures.map(figure => figure.y0)) - block.y1;
  return block.x0 > x0 - 30 && block.x1 < x1 + 30 && over < 30 && over > -10;
}

/** Small print that goes on under a figure's or another note. */
function isUnder(block: Block, note: Bounds, styles: Styles): boolean {
  const near = block.y0 - note.y1 < 1.5 * block.size && block.y0 > note.y1 - block.size;
  return near && block.size < styles.body * 0.9 && overlapX(block, note) > 0;
}

/** What a block of text is, from its type, its words and where it stands. */
function roleOf(block: Block, sheet: Sheet, styles: Styles): Role {
  const text = block.lines.map(line => line.text).join(' ');
  if (CAPTION.test(text) && text.length < 400) return { role: 'caption' };
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

const LONGEST_HEADING = 160;
const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?|[A-Z]\.\d?|[IVX]{1,4}\.)\s+\p{Lu}/u;
const FILING_PART = /^(?:PART\s+[IVX]+|Item\s+\d{1,2}[A-C]?\.)/i;

function headingLevel(block: Block, text: string, styles: Styles): number | undefined {
  if (text.length > LONGEST_HEADING || block.lines.length > 4 || !/\p{L}{2}/u.test(text)) return;
  if (/^\p{Ll}/u.test(text) && !block.bold) return;
  if (isBullet(text) || /[.!?]['"”’)]?\s+\p{Lu}\p{L}* \p{Ll}/u.test(text)) return;
  const words = text.split(' ').length;
  const sentence = (/[.;,:]$/.test(text) && words > 6) || (words > 14 && block.lines.length > 1);
  if (styles.isHead(block.size)) {
    return sentence && block.size < styles.body * 1.3 ? undefined : styles.level(block.size);
  }
  const tooSmall = block.size < styles.body * 0.9;
  return tooSmall || sentence || /[.;,]$/.test(text) ? undefined : levelAtBodySize(block, text, styles);
}

/** A heading in the body's size shows by its weight, its number or its capitals. */
function levelAtBodySize(block: Block, text: string, styles: Styles): number | undefined {
  const base = styles.level(styles.body);
  if (block.bold) return FILING_PART.test(text) ? Math.max(base - 1, 1) : base;
  if (FILING_PART.test(text) && block.lines.length === 1) return base;
  const number = NUMBERED.exec(text)?.[1];
  if (number?.includes('.') && text.length < 90) return Math.min(number.split('.').length, 6);
  if (isShouted(text)) return base;
  const slanted = block.italic && text.length < 80 && block.lines.length === 1;
  return slanted ? Math.min(base + 1, 6) : undefined;
}

/** All capitals, at least two words of letters. */
function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3,}[^\p{L}]+\p{Lu}{2,}/u.test(text) && !/\d{3}/.test(text);
}
