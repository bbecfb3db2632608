import { type Bounds, union } from './bounds.ts';
import { markerOf } from './list-marker.ts';
import type { Word } from './words.ts';

/** Words that follow each other on one baseline with no more than a wide space between: a line of one column, or a part of one. */
export interface Segment extends Bounds {
  readonly words: readonly Word[];
  readonly baseline: number;
  /** Of most of its characters. */
  readonly size: number;
  /** Placed in the order of drawing, which decides nothing but ties. */
  readonly order: number;
}

/** Words in drawing order as segments, in drawing order of their first words. */
export function toSegments(words: readonly Word[]): Segment[] {
  const chains: Word[][] = [];
  for (const word of words) {
    const chain = chains.at(-1);
    if (chain && follows(chain.at(-1)!, word)) chain.push(word);
    else chains.push([word]);
  }
  return attachMarkers(mergeTouching(chains.map((chain, order) => segmentOf(chain, order))));
}

export function segmentOf(words: readonly Word[], order: number): Segment {
  const main = words.reduce((a, b) => (b.text.length * b.size > a.text.length * a.size ? b : a));
  return { ...union(words), words, baseline: main.baseline, size: main.size, order };
}

/** Made of words rather than of figures. */
export function isWordy({ words }: Segment): boolean {
  const text = words.map(word => word.text).join('');
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return letters > 0.5 * text.length;
}

/** As long as the lines of running text are: no label. */
export function isProse(segment: Segment): boolean {
  return segment.words.length >= 7 && isWordy(segment);
}

/** In em: gaps that stay inside a segment without a space glyph, and with one (justified lines stretch it). */
const GAP = 0.95;
const SPACED_GAP = 2.2;
const STRAY_GAP = 0.45;

function follows(a: Word, b: Word): boolean {
  const em = Math.max(Math.min(a.size, b.size), 1);
  const gap = b.start - a.end;
  if (gap < -0.5 * em || !sameLine(a, b)) return false;
  return gap <= (a.spaces === 1 && a.run === b.run ? SPACED_GAP : GAP) * em;
}

function sameLine(a: { baseline: number; size: number }, b: { baseline: number; size: number }): boolean {
  return Math.abs(a.baseline - b.baseline) <= 0.25 * Math.min(a.size, b.size);
}

/** Segments that were drawn out of order but stand a space apart belong together. */
function mergeTouching(segments: readonly Segment[]): Segment[] {
  const sorted = [...segments].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const gone = new Set<Segment>();
  const merged: Segment[] = [];
  for (let i = 0; i < sorted.length; i++) {
    let segment = sorted[i]!;
    if (gone.has(segment)) continue;
    for (let again = true; again; ) {
      again = false;
      for (let j = i + 1; j < sorted.length && sorted[j]!.baseline - segment.baseline < segment.size; j++) {
        const other = sorted[j]!;
        if (gone.has(other) || !sameLine(segment, other) || gapBetween(segment, other) > STRAY_GAP) continue;
        gone.add(other);
        segment = join(segment, other);
        again = true;
      }
    }
    merged.push(segment);
  }
  return merged.sort((a, b) => a.order - b.order);
}

/** In em of the smaller; a deep overlap is two texts on top of each other, which stay apart. */
function gapBetween(a: Segment, b: Segment): number {
  const em = Math.max(Math.min(a.size, b.size), 1);
  const gap = (a.x0 <= b.x0 ? b.x0 - a.x1 : a.x0 - b.x1) / em;
  return gap < -0.5 ? Infinity : gap;
}

function join(a: Segment, b: Segment): Segment {
  const words = a.x0 <= b.x0 ? [...a.words, ...b.words] : [...b.words, ...a.words];
  return segmentOf(words, Math.min(a.order, b.order));
}

/** In em: how far the text of a list item may stand from its bullet or number. */
const MARKER_GAP = 4.5;

/** A bullet or number on its own would look like a column; it joins the text to its right. */
function attachMarkers(segments: readonly Segment[]): Segment[] {
  const gone = new Set<Segment>();
  const joined = segments.map(segment => {
    if (gone.has(segment) || segment.words.length > 2 || !isMarker(segment)) return segment;
    const text = segments
      .filter(other => other !== segment && !gone.has(other) && sameLine(segment, other))
      .filter(other => other.x0 >= segment.x1 && other.x0 - segment.x1 < MARKER_GAP * segment.size)
      .sort((a, b) => a.x0 - b.x0)[0];
    if (!text) return segment;
    gone.add(text);
    gone.add(segment);
    return join(segment, text);
  });
  return joined.filter(segment => !gone.has(segment));
}

function isMarker(segment: Segment): boolean {
  const text = segment.words.map(word => word.text).join(' ');
  return markerOf(`${text} x`)?.trim() === text;
}
