import type { Block } from './blocks.ts';
import { type Bounds, overlapX, union } from './bounds.ts';
import type { FlowItem } from './flow.ts';
import { isNumberedHeading, type Role, roleOf } from './roles.ts';
import type { Sheet } from './sheet.ts';
import type { Styles } from './styles.ts';

type Flow = readonly FlowItem<Bounds>[];
type Roles = Map<Block, Role>;

/** What each block of a page is: by itself first, then by the figures and tables it keeps company with. */
export function rolesOf(flow: Flow, title: Block | undefined, sheet: Sheet, styles: Styles): Roles {
  const roles: Roles = new Map();
  for (const item of flow) {
    if (!('block' in item)) continue;
    const role: Role = item.block === title ? { role: 'title', level: 1 } : roleOf(item.block, sheet, styles);
    roles.set(item.block, role);
  }
  flow.forEach((item, i) => {
    if ('block' in item) return;
    if ('lines' in item.solid) return;
    if (isFigure(item)) captionsAbove(flow, i, roles);
    else titleAbove(flow, i, roles, styles);
    notesBelow(flow, i, roles, styles);
  });
  for (const [block, { role }] of roles)
    if (role === 'paragraph' && isOrphan(block)) roles.set(block, { role: 'line' });
  return roles;
}

function isFigure(item: FlowItem<Bounds>): boolean {
  return 'solid' in item && 'drawing' in item.solid;
}

function textOf({ lines }: Block): string {
  return lines.map(line => line.text).join(' ');
}

/** In points: between a figure and its caption, and between the lines of it. */
const CAPTION_GAP = 30;
const MOST_CAPTIONS = 4;

/** The heading over a chart names the chart, not the text that follows; lines between the two belong to it as well. */
function captionsAbove(flow: Flow, i: number, roles: Roles): void {
  const figures = flow.slice(i).findIndex(item => !isFigure(item));
  const run = flow.slice(i, figures < 0 ? flow.length : i + figures);
  const { x0, x1, y0 } = union(run.flatMap(item => ('solid' in item ? [item.solid] : [])));
  let edge = y0;
  for (let j = i - 1; j >= 0 && j >= i - MOST_CAPTIONS; j--) {
    const item = flow[j]!;
    if (!('block' in item)) return;
    const { block } = item;
    const role = roles.get(block)?.role;
    const over = edge - block.y1;
    const within = block.x0 > x0 - 30 && block.x1 < x1 + 30 && over < CAPTION_GAP && over > -10;
    if (!within || isSentence(block) || (role !== 'heading' && role !== 'paragraph')) return;
    if (isNumberedHeading(textOf(block))) return;
    roles.set(block, { role: 'caption' });
    if (role === 'heading') return;
    edge = block.y0;
  }
}

function isSentence(block: Block): boolean {
  const text = textOf(block);
  const words = text.split(' ').length;
  return /[.!?]["'”’)]?$/.test(text) || words > 25 || (words > 12 && block.lines.length > 1 && !block.bold);
}

/** "Consolidated Statements of Income" over its table in plain type, with or without "(in millions)" between. */
function titleAbove(flow: Flow, i: number, roles: Roles, styles: Styles): void {
  const table = flow[i] as { readonly solid: Bounds };
  let edge = table.solid.y0;
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    const item = flow[j]!;
    if (!('block' in item) || edge - item.block.y1 > 25 || roles.get(item.block)?.role !== 'paragraph')
      return;
    const text = textOf(item.block);
    if (item.block.lines.length <= 2 && isTitleCase(text)) {
      roles.set(item.block, { role: 'heading', level: styles.level(styles.body) });
      return;
    }
    if (!/^\(.*\)$/.test(text)) return;
    roles.set(item.block, { role: 'caption' });
    edge = item.block.y0;
  }
}

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capital = words.every(word => /^\p{Lu}/u.test(word));
  return words.length >= 2 && text.length < 110 && !/[.:;,]$/.test(text) && capital;
}

/** In points: how far under a figure or a table its note may start. */
const NOTE_GAP = 36;

/** "(1) Excludes …": what a mark in a table refers to. */
const TABLE_NOTE = /^(?:\([1-9a-f]\)|[*†‡§¹²³⁴-⁹]+)\s*\p{Lu}/u;

/** Small print right under a figure or a table. */
function notesBelow(flow: Flow, i: number, roles: Roles, styles: Styles): void {
  const { solid } = flow[i] as { readonly solid: Bounds };
  let edge = solid.y1;
  let gap = NOTE_GAP;
  for (let j = i + 1; j < flow.length; j++) {
    const item = flow[j]!;
    if (!('block' in item)) return;
    const { block } = item;
    const near = block.y0 - edge < gap && block.y0 > edge - block.size && overlapX(block, solid) > 0;
    const role = roles.get(block)?.role;
    const marked = TABLE_NOTE.test(textOf(block)) && (role === 'list' || role === 'paragraph');
    const small = block.size <= styles.body * 0.9 && (role === 'paragraph' || role === 'footnote');
    if (!near || !(marked || small)) return;
    roles.set(block, { role: 'footnote' });
    edge = block.y1;
    gap = 1.2 * block.size;
  }
}

/** Figures, dates and scraps that stand by themselves, such as the labels of a drawing too small to be a figure. */
function isOrphan({ lines }: Block): boolean {
  const words = lines.flatMap(line => line.text.match(/\p{L}{3,}/gu) ?? []);
  const figures = lines.some(line => /\d/.test(line.text));
  return words.length < (figures ? 2 : 1) && lines.every(line => line.text.length < 40);
}
