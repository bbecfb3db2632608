import type { TextRole } from '../../domain/reading.ts';
import type { Block } from '../flow.ts';
import { allOf, attr, elements, type Xml } from '../package/xml.ts';
import { isFurniture } from './content.ts';
import { isLayoutTable, tableBlock } from './table.ts';

/** Where a text stands: in which role, and how deep in lists. */
interface Place {
  readonly role: TextRole;
  readonly level?: number;
}

/** Blocks of an element's content in order. Text between block elements is a paragraph of its own. */
export function readBlocks(content: Xml): readonly Block[] {
  const blocks: Block[] = [];
  collect(content, { role: 'paragraph' }, blocks);
  return blocks;
}

function collect(parent: Xml, place: Place, blocks: Block[]): void {
  let line = '';
  let first = true;
  const flush = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (text === '') return;
    blocks.push({
      kind: 'text',
      ...(first || place.role !== 'list' ? place : { ...place, role: 'paragraph' }),
      text,
    });
    first = false;
  };
  const visit = (node: Xml | string) => {
    if (typeof node === 'string') line += node;
    else if (node.name === 'br') line += ' ';
    else if (isInline(node)) for (const inner of node.children) visit(inner);
    else {
      flush();
      collectBlock(node, place, blocks);
    }
  };
  for (const node of parent.children) visit(node);
  flush();
}

function collectBlock(element: Xml, place: Place, blocks: Block[]): void {
  if (isFurniture(element)) return;
  if (breaksPage(element, 'before')) blocks.push({ kind: 'break' });
  const handle = HANDLERS[element.name];
  if (handle) handle(element, place, blocks);
  else collect(element, place.role === 'list' ? place : { role: 'paragraph' }, blocks);
  if (breaksPage(element, 'after')) blocks.push({ kind: 'break' });
}

type Handler = (element: Xml, place: Place, blocks: Block[]) => void;

const heading =
  (level: number): Handler =>
  (element, _, blocks) => {
    collect(element, { role: 'heading', level }, blocks);
  };
const list: Handler = (element, place, blocks) => {
  collect(element, { role: 'list', level: place.role === 'list' ? (place.level ?? 1) + 1 : 1 }, blocks);
};
const item: Handler = (element, place, blocks) => {
  collect(element, { role: 'list', level: place.level ?? 1 }, blocks);
};

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
  figcaption: (element, _, blocks) => collect(element, { role: 'caption' }, blocks),
  caption: (element, _, blocks) => collect(element, { role: 'caption' }, blocks),
  img: (element, _, blocks) => {
    if (isPicture(element)) blocks.push({ kind: 'figure', drawing: 'raster', caption: captionOf(element) });
  },
  table: (element, _, blocks) => {
    if (isLayoutTable(element))
      for (const cell of allOf(element, 'td')) collect(cell, { role: 'paragraph' }, blocks);
    else blocks.push(tableBlock(element));
  },
};

const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr ix:nonnumeric ix:nonfraction ix:continuation'.split(
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
