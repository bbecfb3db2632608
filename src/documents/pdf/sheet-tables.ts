import type { Box } from '../../domain/box.ts';
import type { TableRegion } from '../../domain/region.ts';
import { boxOnPage } from '../../lib/box.ts';
import type { Bounds } from './bounds.ts';
import type { Names } from './naming.ts';
import { type Segment, segmentOf } from './segments.ts';
import type { Sheet } from './sheet.ts';
import { sharesPlace } from './tables/geometry.ts';
import { findTables } from './tables/index.ts';
import type { FoundTable, PointBox, TableWord } from './tables/types.ts';
import type { Word } from './words.ts';

export interface SheetTable extends Bounds {
  readonly grid: FoundTable;
}

/** The page's tables, and the segments that are left once their words are taken out. */
export function pageTables(
  { width, height, rules, fills, white }: Sheet,
  segments: readonly Segment[],
): { readonly tables: SheetTable[]; readonly segments: Segment[] } {
  const words = segments.flatMap(segment => segment.words);
  const page = { width, height, words: words.map(toTableWord) };
  const plain = findTables({ ...page, rules, fills });
  const found =
    white.rules.length + white.fills.length === 0
      ? plain
      : surest(
          plain,
          findTables({ ...page, rules: [...rules, ...white.rules], fills: [...fills, ...white.fills] }),
        );
  const consumed = new Set(found.flatMap(table => table.consumed.map(i => words[i]!)));
  const tables = found.map(grid => ({ ...toBounds(grid.box), grid }));
  return { tables, segments: segments.flatMap(segment => without(segment, consumed)) };
}

/** White borders count where a table is surer with them than what is read at its place without. */
function surest(plain: readonly FoundTable[], whitened: readonly FoundTable[]): FoundTable[] {
  const better = whitened.filter(table =>
    plain
      .filter(other => sharesPlace(other.box, table.box))
      .every(other => table.confidence > other.confidence + 0.01),
  );
  const kept = plain.filter(table => !better.some(other => sharesPlace(other.box, table.box)));
  return [...kept, ...better].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

export function tableRegion({ grid, ...bounds }: SheetTable, names: Names, sheet: Sheet): TableRegion {
  const box = (b: PointBox): Box => boxOnPage(toBounds(b), sheet);
  return {
    kind: 'table',
    title: names.title,
    note: joinNotes(names.note, grid.note || noteInside(grid)),
    columns: grid.columns,
    rows: grid.rows,
    boxes: grid.boxes.map(row => row.map(cell => (cell ? box(cell) : null))),
    confidence: Math.min(grid.confidence, MOST_CERTAIN),
    box: boxOnPage(bounds, sheet),
  };
}

/** A grid that was pieced together from positions is never as sure as one that a format states. */
const MOST_CERTAIN = 0.98;

/** A note above the table and one among its header lines: both, unless one says what the other does. */
export function joinNotes(above: string, inside: string): string {
  const plain = (note: string) =>
    note
      .toLowerCase()
      .replace(/[^\p{L}\d%$€£]+/gu, ' ')
      .trim();
  if (plain(above).includes(plain(inside))) return above;
  return plain(inside).includes(plain(above)) ? inside : `${above} ${inside}`;
}

const UNITS_IN_HEADER =
  /\(?(?:\$\s*)?(?:dollars |amounts |u\.s\. dollars |shares )*in (?:thousands|millions|billions)[^)]*\)?/i;

function noteInside({ columns, rows }: FoundTable): string {
  const places = [...columns, ...rows.slice(0, 2).flat()];
  for (const place of places) {
    const note = UNITS_IN_HEADER.exec(place)?.[0];
    if (note) return note;
  }
  return '';
}

function toTableWord(word: Word): TableWord {
  const { text, x0, y0, x1, y1, size, bold, baseline, run } = word;
  return {
    text: text.replaceAll('\u00ad', '-'),
    x: x0,
    y: y0,
    w: x1 - x0,
    h: y1 - y0,
    fontSize: size,
    bold,
    baseline,
    run,
  };
}

function toBounds({ x, y, w, h }: PointBox): Bounds {
  return { x0: x, y0: y, x1: x + w, y1: y + h };
}

/** A segment that lost words falls into the pieces between them. */
function without(segment: Segment, consumed: ReadonlySet<Word>): Segment[] {
  const pieces: Word[][] = [[]];
  for (const word of segment.words) {
    if (consumed.has(word)) pieces.push([]);
    else pieces.at(-1)!.push(word);
  }
  if (pieces.length === 1) return [segment];
  return pieces.filter(piece => piece.length > 0).map(piece => segmentOf(piece, segment.order));
}
