import type { TextRole } from '../../domain/reading.ts';
import type { Block } from '../flow.ts';
import { attr, elements, textOf, type Xml } from '../package/xml.ts';
import { raise } from '../superscript.ts';
import { isFurniture } from './content.ts';
import { drawingBlocks } from './drawing.ts';
import { cellsOf, isLayoutTable, rowsOf, tableBlock } from './table.ts';
import type { Drawn } from './tree.ts';

/** Where a text stands: in which role, and how deep in lists. */
interface Place {
  readonly role: TextRole;
  readonly level?: number;
}

/** What is gathered, and what is left out. */
interface Gathering {
  readonly blocks: Block[];
  readonly drops: (element: Xml) => boolean;
}

/** Blocks of an element's content in order, without navigation unless there is nothing else. */
export function readBlocks(content: Xml): readonly Block[] {
  const chosen: Gathering = { blocks: [], drops: isFurniture };
  collect(content, PARAGRAPH, chosen);
  if (chosen.blocks.length > 0) return chosen.blocks;
  const all: Gathering = { blocks: [], drops: () => false };
  collect(content, PARAGRAPH, all);
  return all.blocks;
}

const PARAGRAPH: Place = { role: 'paragraph' };

/** Text between block elements is a paragraph of its own. */
function collect(parent: Xml, place: Place, to: Gathering): void {
  let line = '';
  let first = true;
  const flush = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (text === '') return;
    to.blocks.push({ kind: 'text', ...(first || place.role !== 'list' ? place : PARAGRAPH), text });
    first = false;
  };
  // An icon stands in its line; a chart ends it.
  const draw = (drawing: Xml) => {
    const figures = drawingBlocks(drawing);
    if (figures.length > 0) flush();
    to.blocks.push(...figures);
  };
  const visit = (node: Xml | string) => {
    if (typeof node === 'string') line += node;
    else if (node.name === 'br') line += ' ';
    else if (node.name === 'sup') line = raise(line, textOf(node));
    else if (node.name === 'svg') draw((node as Drawn).drawing);
    else if (isInline(node)) for (const inner of node.children) visit(inner);
    else {
      flush();
      collectBlock(node, place, to);
    }
  };
  for (const node of parent.children) visit(node);
  flush();
}

function collectBlock(element: Xml, place: Place, to: Gathering): void {
  if (to.drops(element)) return;
  if (breaksPage(element, 'before')) to.blocks.push({ kind: 'break' });
  const handle = HANDLERS[element.name];
  if (handle) handle(element, place, to);
  else collect(element, place.role === 'list' ? place : isBoldLine(element) ? BOLD_HEADING : PARAGRAPH, to);
  if (breaksPage(element, 'after')) to.blocks.push({ kind: 'break' });
}

type Handler = (element: Xml, place: Place, to: Gathering) => void;

const as =
  (place: Place): Handler =>
  (element, _, to) =>
    collect(element, place, to);
const heading = (level: number) => as({ role: 'heading', level });
const list: Handler = (element, { role, level = 1 }, to) => {
  collect(element, { role: 'list', level: role === 'list' ? level + 1 : 1 }, to);
};
const item: Handler = (element, { level = 1 }, to) => collect(element, { role: 'list', level }, to);

const HANDLERS: Readonly<Record<string, Handler>> = {
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  ul: list,
  ol: list,
  dl: list,
  li: item,
  dt: item,
  dd: item,
  figcaption: as({ role: 'caption' }),
  caption: as({ role: 'caption' }),
  img: (element, _, to) => {
    if (isPicture(element))
      to.blocks.push({ kind: 'figure', drawing: 'raster', caption: captionOf(element) });
  },
  table: (element, _, to) => {
    if (!isLayoutTable(element)) to.blocks.push(tableBlock(element));
    else for (const cell of rowsOf(element).flatMap(cellsOf)) collect(cell, PARAGRAPH, to);
  },
};

/** Below any heading that is marked as one. */
const BOLD_HEADING: Place = { role: 'heading', level: 4 };
const LONGEST_HEADING = 120;

/** A short line set in bold throughout heads what follows, as in filings, which mark no headings. */
function isBoldLine(element: Xml): boolean {
  if (!elements(element).every(inner => isInline(inner))) return false;
  const text = textOf(element).trim();
  if (text.length < 3 || text.length > LONGEST_HEADING || /[.:;,]$/.test(text)) return false;
  return boldLength(element) >= text.replace(/\s/g, '').length;
}

function boldLength(element: Xml): number {
  const style = attr(element, 'style') ?? '';
  if (
    element.name === 'b' ||
    element.name === 'strong' ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
  ) {
    return textOf(element).replace(/\s/g, '').length;
  }
  return elements(element).reduce((sum, inner) => sum + boldLength(inner), 0);
}

const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup svg time tt u var wbr ix:nonnumeric ix:nonfraction ix:continuation'.split(
    ' ',
  ),
);

/** A span around blocks is a block too. */
function isInline(element: Xml): boolean {
  return (
    INLINE.has(element.name) && !elements(element).some(inner => !isInline(inner) && inner.name !== 'br')
  );
}

function breaksPage(element: Xml, side: 'before' | 'after'): boolean {
  const style = attr(element, 'style') ?? '';
  return new RegExp(`(?:page-)?break-${side}\\s*:\\s*(?:always|page)`, 'i').test(style);
}

/** Icons and counters are no pictures. */
function isPicture(image: Xml): boolean {
  const [width, height] = [attr(image, 'width'), attr(image, 'height')].map(size =>
    Number.parseFloat(size ?? '100'),
  );
  return (width ?? 100) >= 48 && (height ?? 100) >= 48 && captionOf(image) !== '';
}

function captionOf(image: Xml): string {
  return (attr(image, 'alt') ?? attr(image, 'title') ?? '').replace(/\s+/g, ' ').trim();
}
