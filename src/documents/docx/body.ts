import type { Block } from '../flow.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allOf, child, childrenOf, elements, prefixed, type Xml } from '../package/xml.ts';
import { drawingsOf } from './drawings.ts';
import type { Notes } from './notes.ts';
import type { Numbering } from './numbering.ts';
import { paragraphKind } from './paragraph.ts';
import { type Piece, piecesOf, textOfPieces } from './runs.ts';
import type { Styles } from './styles.ts';
import { tableBlock } from './table.ts';

export interface BodyContext {
  readonly pack: OfficePackage;
  readonly part: string;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Notes;
}

/** The blocks of a body, notes at the end of the page that refers to them. */
export async function readBody(body: Xml, context: BodyContext): Promise<readonly Block[]> {
  const rendered = allOf(body, 'lastRenderedPageBreak').length > 0;
  const blocks: Block[] = [];
  let pending: Block[] = [];
  for await (const block of walk(body, context)) {
    if (block.kind === 'note') {
      pending.push(...noteBlocks(block.id, context));
    } else if (block.kind === 'break') {
      if (rendered !== block.rendered) continue;
      blocks.push(...pending, { kind: 'break' });
      pending = [];
    } else blocks.push(block);
  }
  return [...blocks, ...pending];
}

/** Where Word has recorded its page ends, explicit breaks are among them. */
type Walked =
  | Exclude<Block, { kind: 'break' }>
  | { readonly kind: 'break'; readonly rendered: boolean }
  | { readonly kind: 'note'; readonly id: string };

async function* walk(parent: Xml, context: BodyContext): AsyncGenerator<Walked> {
  for (const element of elements(parent)) {
    if (element.name === 'p') yield* walkParagraph(element, context);
    else if (element.name === 'tbl') yield* walkTable(element, context);
    else if (element.name === 'sectPr') yield* sectionBreak(element);
    else if (CONTAINERS.has(element.name)) yield* walk(element, context);
  }
}

/** Wrappers whose content is the document's own; deletions and moves away are not. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'ins',
  'moveTo',
  'smartTag',
  'body',
]);

async function* walkParagraph(p: Xml, context: BodyContext): AsyncGenerator<Walked> {
  const properties = child(p, 'pPr');
  const pieces = piecesOf(p);
  if (isSet(child(properties, 'pageBreakBefore'))) yield { kind: 'break', rendered: false };
  const text = textOfPieces(pieces);
  const parts = splitAtBreaks(pieces);
  const kind = paragraphKind(properties, context, text !== '');
  for (const part of parts) {
    if (typeof part === 'string') {
      if (part !== '') yield { kind: 'text', ...kind.kind, text: kind.take(part) };
    } else yield part;
  }
  for (const drawing of pieces.filter(piece => piece.kind === 'drawing')) {
    for (const inner of allOf(drawing.xml, 'txbxContent').slice(0, 1)) yield* walk(inner, context);
    yield* await drawingsOf(drawing.xml, context);
  }
  yield* sectionBreak(child(properties, 'sectPr'));
}

/** A rendered page end inside a paragraph: what follows is on the next page. Notes come last. */
function splitAtBreaks(pieces: readonly Piece[]): readonly (string | Walked)[] {
  const parts: (string | Walked)[] = [];
  const notes: Walked[] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'text') run.push(piece);
    else if (piece.kind === 'note') notes.push({ kind: 'note', id: piece.id });
    else if (piece.kind === 'break') {
      parts.push(textOfPieces(run), { kind: 'break', rendered: piece.rendered });
      run = [];
    }
  }
  return [...parts, textOfPieces(run), ...notes];
}

async function* walkTable(table: Xml, context: BodyContext): AsyncGenerator<Walked> {
  const cells = allOf(table, 'tc');
  if (cells.length === 1) {
    yield* walk(cells[0] as Xml, context);
    return;
  }
  yield tableBlock(table);
  for (const reference of [...allOf(table, 'footnoteReference'), ...allOf(table, 'endnoteReference')]) {
    yield { kind: 'note', id: `${reference.name.replace('Reference', '')} ${prefixed(reference, 'id')}` };
  }
  for (const drawing of [...allOf(table, 'drawing'), ...allOf(table, 'pict')])
    yield* await drawingsOf(drawing, context);
  for (const _ of allOf(table, 'lastRenderedPageBreak')) yield { kind: 'break', rendered: true };
}

function* sectionBreak(section: Xml | null): Generator<Walked> {
  const type = prefixed(child(section, 'type'), 'val') ?? 'nextPage';
  if (section && type !== 'continuous') yield { kind: 'break', rendered: false };
}

function noteBlocks(id: string, { notes }: BodyContext): readonly Block[] {
  const text = childrenOf(notes.get(id) ?? null, 'p')
    .map(p => textOfPieces(piecesOf(p)))
    .join(' ')
    .trim();
  return text === '' ? [] : [{ kind: 'text', role: 'footnote', text }];
}

function isSet(flag: Xml | null): boolean {
  return flag !== null && !['0', 'false', 'off'].includes(prefixed(flag, 'val') ?? '');
}
