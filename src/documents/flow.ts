import type { Box } from '../domain/box.ts';
import type { Marks } from '../domain/mark.ts';
import type { TextRole } from '../domain/reading.ts';
import type { ChartRegion, Opened, Page, Region } from '../domain/region.ts';
import type { SourceKind } from '../domain/source.ts';
import type { OpenOptions } from './backend.ts';
import { largest } from './extremes.ts';
import { cellBox, edgesOf, type GridCell, tableOf } from './grid.ts';
import { choosePages } from './page-choice.ts';
import { placeMarks } from './svg/place.ts';

/** A piece of a document that flows: it has an order and no place. */
export type Block =
  | { readonly kind: 'text'; readonly role: TextRole; readonly level?: number; readonly text: string }
  | {
      readonly kind: 'table';
      readonly cells: readonly Omit<GridCell, 'box'>[];
      readonly headerRows?: number;
      readonly title?: string;
    }
  | { readonly kind: 'chart'; readonly chart: ChartRegion }
  | {
      readonly kind: 'figure';
      readonly drawing: 'vector' | 'raster';
      readonly caption: string;
      /** In their own units, as if the figure were the page. */
      readonly marks?: Marks;
    }
  | { readonly kind: 'break' };

interface Flow {
  readonly kind: SourceKind;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly warnings?: readonly string[];
}

/**
 * A flowing document as pages: a page ends at a break, or where it has grown so long that nobody could find a place on
 * it. Nothing has been laid out, so that each block's box is a stripe of its page, in order, as high as its share of
 * the page's text.
 */
export function openFlow({ kind, title, blocks, warnings = [] }: Flow, options: OpenOptions): Opened {
  const { parts, split } = paginate(blocks);
  const chosen = choosePages(parts.length, options);
  options.onStart?.({ title, pageCount: parts.length });
  const pages = chosen.pages.map(number => layOut(number, parts[number - 1] ?? []));
  for (const page of pages) options.onPage?.(page);
  const counted = split ? ['The file does not record where its pages end: they are counted by length.'] : [];
  const all = [...warnings, ...counted, ...chosen.warnings];
  return { ok: true, document: { kind, title, pageCount: parts.length, pages, warnings: all } };
}

type Content = Exclude<Block, { kind: 'break' }>;

/** Lines after which a page is ended before the next heading, and before any next block. */
const LONG_PAGE = { beforeHeading: 80, beforeAny: 160 } as const;
const LINE_CHARACTERS = 90;
/** US letter in points, for want of a real size. */
const PAGE = { width: 612, height: 792 } as const;

function paginate(blocks: readonly Block[]): { parts: readonly (readonly Content[])[]; split: boolean } {
  const parts: Content[][] = [[]];
  let lines = 0;
  let split = false;
  for (const block of blocks) {
    const isHeading = block.kind === 'text' && block.role === 'heading';
    const tooLong = lines > (isHeading ? LONG_PAGE.beforeHeading : LONG_PAGE.beforeAny);
    if (block.kind === 'break' || tooLong) {
      if (parts.at(-1)?.length) parts.push([]);
      if (block.kind !== 'break') split = true;
      lines = 0;
    }
    if (block.kind === 'break') continue;
    (parts.at(-1) as Content[]).push(block);
    lines += linesOf(block);
  }
  if (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop();
  return { parts, split };
}

function linesOf(block: Content): number {
  if (block.kind === 'text') return Math.ceil(block.text.length / LINE_CHARACTERS) + 1;
  if (block.kind === 'table') return largest(block.cells, cell => cell.row + cell.rowSpan) + 1;
  return block.kind === 'chart' || block.marks ? 16 : 8;
}

function layOut(page: number, blocks: readonly Content[]): Page {
  const total = blocks.reduce((sum, block) => sum + linesOf(block), 0);
  let above = 0;
  const regions = blocks.flatMap(block => {
    const box: Box = [0, above / total, 1, linesOf(block) / total];
    above += linesOf(block);
    return regionOf(block, box);
  });
  return { page, ...PAGE, regions };
}

function regionOf(block: Content, box: Box): readonly Region[] {
  if (block.kind === 'chart') return [{ ...block.chart, box }];
  if (block.kind === 'figure') return [figureRegion(block, box)];
  if (block.kind === 'text') {
    const { role, level, text } = block;
    const ranked = level === undefined ? {} : { level };
    return [{ kind: 'text', role, ...ranked, box, text, lines: [{ at: 0, box }] }];
  }
  const { kind: _, cells, ...given } = block;
  const across = edgesOf(new Array<number>(largest(cells, cell => cell.column + cell.columnSpan)).fill(1));
  const down = edgesOf(new Array<number>(largest(cells, cell => cell.row + cell.rowSpan)).fill(1));
  const placed = cells.map(cell => ({ ...cell, box: cellBox(cell, across, down, box) }));
  const table = tableOf({ ...given, cells: placed, box });
  return table ? [table] : [];
}

function figureRegion({ marks, ...figure }: Extract<Content, { kind: 'figure' }>, box: Box): Region {
  return { ...figure, box, ...(marks && { marks: placeMarks(marks, box) }) };
}
