import type { Box } from '../domain/box.ts';
import type { FigureRegion, Page, Region, TableRegion, TextRegion } from '../domain/region.ts';
import type { SeenLine, SeenTable, SeenText, Sight } from '../domain/vision.ts';
import { legibility } from './legibility.ts';

/** A page with fewer characters than this has its words in its pictures, where these are more than a logo. */
const FEW_CHARACTERS = 80;
const PICTURE_AREA = 0.1;
/** A text layer of which less is made of characters that people write is not believed. */
const LEGIBLE = 0.8;
/** A picture with so many characters, or so much of its area in lines, is a page of text; others stay pictures. */
const PAGE_OF_TEXT = 300;
const TEXT_AREA = 0.1;

/** Whether the words of a page have to be seen: it is a scan or a picture, or its text layer is garbled. */
export function needsSight(page: Page): boolean {
  const text = textOf(page);
  if (text.length > 0 && legibility(text) < LEGIBLE) return true;
  const pictures = page.regions.filter(isPicture);
  const area = pictures.reduce((sum, { box }) => sum + box[2] * box[3], 0);
  return area >= PICTURE_AREA && text.length < FEW_CHARACTERS;
}

/** The page with what was seen on it in place of a garbled text layer, and of the picture where that is a page of text. */
export function seenPage(page: Page, { blocks }: Sight): Page {
  if (blocks.length === 0) return page;
  const text = textOf(page);
  const garbled = legibility(text) < LEGIBLE;
  const seen = blocks.map(block => (block.kind === 'table' ? tableOf(block) : textRegionOf(block)));
  const lines = blocks.flatMap(block =>
    block.kind === 'table' ? block.rows.flat().filter(cell => cell !== null) : block.lines,
  );
  const area = lines.reduce((sum, { box }) => sum + box[2] * box[3], 0);
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  const isText = characters >= PAGE_OF_TEXT || area >= TEXT_AREA;
  const kept = page.regions.filter(region =>
    isPicture(region) ? !isText || region.marks !== undefined : !garbled && !isRead(region, text),
  );
  return { ...page, regions: [...seen, ...kept] };
}

function isPicture(region: Region): region is FigureRegion {
  return region.kind === 'figure' && region.drawing === 'raster';
}

/** The few words that a scan's text layer has stand in the picture too. */
function isRead(region: Region, text: string): boolean {
  return region.kind === 'text' && text.length < FEW_CHARACTERS;
}

function textOf({ regions }: Page): string {
  return regions.flatMap(region => (region.kind === 'text' ? [region.text] : [])).join(' ');
}

function textRegionOf({ box, role, lines }: SeenText): TextRegion {
  let text = '';
  const spans: { at: number; box: Box }[] = [];
  for (const line of lines) {
    const broken = /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line.text);
    text = broken ? text.slice(0, -1) : text === '' ? '' : `${text} `;
    spans.push({ at: text.length, box: line.box });
    text += line.text;
  }
  const place = role === 'heading' ? ({ role, level: 1 } as const) : ({ role } as const);
  return { kind: 'text', box, ...place, text, lines: spans, seen: meanOf(lines) };
}

function tableOf({ box, rows }: SeenTable): TableRegion {
  const [head = [], ...body] = hasHead(rows) ? rows : [[], ...rows];
  const columns = (rows[0] ?? []).map((_, i) => head[i]?.text ?? '');
  return {
    kind: 'table',
    box,
    title: '',
    note: '',
    columns,
    rows: body.map(row => row.map(cell => cell?.text ?? '')),
    boxes: body.map(row => row.map(cell => cell?.box ?? null)),
    confidence: SURE_OF_GRID,
    seen: meanOf(rows.flat().filter(cell => cell !== null)),
  };
}

/** Cells in line on a picture: a grid in most cases. */
const SURE_OF_GRID = 0.7;

/** The first row names columns unless it holds as many numbers as the rows below. */
function hasHead([first = [], second = []]: SeenTable['rows']): boolean {
  return numbersIn(first) < Math.max(1, numbersIn(second)) || first[0] === null;
}

function numbersIn(row: readonly (SeenLine | null)[]): number {
  return row.filter(
    cell => cell && /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell.text) && !/^(19|20)\d\d$/.test(cell.text),
  ).length;
}

function meanOf(lines: readonly SeenLine[]): number {
  const all = lines.flatMap(line => line.confidences);
  return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
}
