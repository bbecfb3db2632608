import type { Bounds } from '../../domain/mark.ts';
import type { Component } from './components.ts';

/** Letters that stand in one row without a wide gap. */
export interface TextLine extends Bounds {
  /** Height of most of its letters. */
  readonly size: number;
  /** Where most of them stand. */
  readonly base: number;
}

interface Row extends Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Tops and bottoms of its letters. */
  readonly tops: number[];
  readonly bottoms: number[];
  letters: number;
}

/** A gap wider than so many letter heights ends a line: the next letters are another column or cell. */
const WIDEST_GAP = 1.6;
/** Heights of one line's letters may differ so much. */
const UNLIKE = 2.4;
const SMALLEST = 3;
/** What is this much higher than the usual letter is of a heading, or letters of two lines that touch. */
const TALL = 2.5;

/** Letters to lines. What is far larger than letters, a rule or a speck is left out. */
export function groupLines(
  found: readonly Component[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly TextLine[] {
  const letters = lettersOf(found, { width, height });
  const typical = typicalHeight(letters);
  const bridges = new Set(bridgesOf(letters, typical));
  const large = letters.filter(letter => !isSmall(letter, typical) && !bridges.has(letter));
  const small = letters.filter(letter => isSmall(letter, typical));
  const rows: Row[] = [];
  for (const letter of large.toSorted((a, b) => a.x0 - b.x0)) place(letter, rows, true);
  for (const bridge of bridges) for (const row of rows) reach(row, bridge);
  const strays: Component[] = [];
  for (const letter of small) if (!adopt(letter, rows)) strays.push(letter);
  const own: Row[] = [];
  for (const letter of strays.filter(stray => heightOf(stray) >= SMALLEST).toSorted((a, b) => a.x0 - b.x0)) {
    place(letter, own, true);
  }
  return joined([...rows, ...own.filter(row => row.letters > 1)]).map(lineOf);
}

/** Components that may be letters or parts of letters. */
export function lettersOf(
  found: readonly Component[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly Component[] {
  const tallest = Math.max(24, 0.16 * Math.min(width, height));
  return found.filter(component => {
    const [w, h] = [component.x1 - component.x0, heightOf(component)];
    const isRule = (w > 12 * h && h <= 5) || (h > 9 * w && h > 30) || w > 30 * h;
    const fills = component.pixels > 0.92 * w * h && w > 60 && h > 20;
    return h <= tallest && w <= 0.9 * width && !isRule && !fills;
  });
}

/** The height that most ink has: specks and dots outnumber letters on some pages, but hold less ink. */
function typicalHeight(letters: readonly Component[]): number {
  const half = letters.reduce((sum, letter) => sum + letter.pixels, 0) / 2;
  let ink = 0;
  for (const letter of letters.toSorted((a, b) => heightOf(a) - heightOf(b))) {
    ink += letter.pixels;
    if (ink >= half) return heightOf(letter);
  }
  return 0;
}

/** Dots, accents, commas and dashes: low, or rather low and narrow. Letters without ascenders are neither. */
function isSmall(letter: Component, typical: number): boolean {
  const [width, height] = [letter.x1 - letter.x0, heightOf(letter)];
  return height < 0.5 * typical || (height < 0.75 * typical && width < 0.45 * typical);
}

/** Letters of two lines that touch: as tall as both, with none of their own height beside them as a heading's have. */
function bridgesOf(letters: readonly Component[], typical: number): readonly Component[] {
  const tall = letters.filter(letter => heightOf(letter) > TALL * typical);
  return tall.filter(letter => {
    const own = heightOf(letter);
    return !tall.some(other => {
      const beside = Math.max(other.x0 - letter.x1, letter.x0 - other.x1);
      const alike = Math.max(own, heightOf(other)) < 1.3 * Math.min(own, heightOf(other));
      return other !== letter && alike && beside < own && Math.abs(other.y1 - letter.y1) < 0.25 * own;
    });
  });
}

/** A row at whose end a bridge stands goes on to the bridge's far side. */
function reach(row: Row, bridge: Component): void {
  const [top, bottom] = [median(row.tops), median(row.bottoms)];
  const common = Math.min(bridge.y1, bottom) - Math.max(bridge.y0, top);
  const gap = Math.max(bridge.x0 - row.x1, row.x0 - bridge.x1);
  if (common < 0.5 * (bottom - top) || gap > 0.9 * (bottom - top)) return;
  row.x0 = Math.min(row.x0, bridge.x0);
  row.x1 = Math.max(row.x1, bridge.x1);
}

function place(letter: Component, rows: Row[], start: boolean): void {
  let best: Row | undefined;
  let closest = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const gap = letter.x0 - row.x1;
    const size = sizeOf(row);
    if (gap > WIDEST_GAP * Math.max(size, Math.min(heightOf(letter), 1.3 * size)) || !inRow(letter, row))
      continue;
    const distance = Math.max(0, gap) + Math.abs(middle(letter) - bandMiddle(row));
    if (distance < closest) [closest, best] = [distance, row];
  }
  if (best) add(letter, best);
  else if (start) rows.push(rowOf(letter));
}

function inRow(letter: Component, row: Row): boolean {
  const [top, bottom] = [median(row.tops), median(row.bottoms)];
  const common = Math.min(letter.y1, bottom) - Math.max(letter.y0, top);
  const [own, size] = [heightOf(letter), bottom - top];
  if (own > UNLIKE * size || size > UNLIKE * own) return false;
  return common >= 0.5 * Math.min(own, size);
}

/** Dots, accents, commas and dashes go to the row whose letters they stand nearest to. */
function adopt(letter: Component, rows: readonly Row[]): boolean {
  let best: Row | undefined;
  let closest = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const size = sizeOf(row);
    const [top, bottom] = [median(row.tops), median(row.bottoms)];
    const above = Math.max(0, top - letter.y1, letter.y0 - bottom);
    const beside = Math.max(0, letter.x0 - row.x1, row.x0 - letter.x1);
    if (above > 0.45 * size || beside > 0.9 * size || heightOf(letter) > 1.2 * size) continue;
    const distance = 2 * above + beside;
    if (distance < closest) [closest, best] = [distance, row];
  }
  if (!best) return false;
  widen(best, letter);
  return true;
}

/** Rows of which one goes on where the other ends: a wide letter or a gap in between kept them apart. */
function joined(rows: readonly Row[]): readonly Row[] {
  const kept: Row[] = [];
  for (const row of rows.toSorted((a, b) => a.x0 - b.x0)) {
    const before = kept.find(one => {
      const [a, b] = [sizeOf(one), sizeOf(row)];
      const gap = row.x0 - one.x1;
      const common =
        Math.min(median(one.bottoms), median(row.bottoms)) - Math.max(median(one.tops), median(row.tops));
      return (
        gap < WIDEST_GAP * Math.max(a, b) &&
        common > 0.6 * Math.min(a, b) &&
        Math.max(a, b) < UNLIKE * Math.min(a, b)
      );
    });
    if (!before) kept.push(row);
    else {
      widen(before, row);
      before.tops.push(...row.tops);
      before.bottoms.push(...row.bottoms);
      before.letters += row.letters;
    }
  }
  return kept;
}

function rowOf({ x0, y0, x1, y1 }: Component): Row {
  return { x0, y0, x1, y1, tops: [y0], bottoms: [y1], letters: 1 };
}

function add(letter: Component, row: Row): void {
  widen(row, letter);
  row.tops.push(letter.y0);
  row.bottoms.push(letter.y1);
  row.letters++;
}

function widen(row: Row, { x0, y0, x1, y1 }: Bounds): void {
  row.x0 = Math.min(row.x0, x0);
  row.y0 = Math.min(row.y0, y0);
  row.x1 = Math.max(row.x1, x1);
  row.y1 = Math.max(row.y1, y1);
}

function lineOf(row: Row): TextLine {
  const { x0, y0, x1, y1 } = row;
  return { x0, y0, x1, y1, size: sizeOf(row), base: median(row.bottoms) };
}

function heightOf({ y0, y1 }: Bounds): number {
  return y1 - y0;
}

function middle({ y0, y1 }: Bounds): number {
  return (y0 + y1) / 2;
}

function bandMiddle(row: Row): number {
  return (median(row.tops) + median(row.bottoms)) / 2;
}

function sizeOf(row: Row): number {
  return median(row.bottoms) - median(row.tops);
}

function median(values: readonly number[]): number {
  const sorted =
    values.length > 64 ? values.slice(-64).sort((a, b) => a - b) : values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
