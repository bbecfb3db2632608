import type { Segment } from './segments.ts';

export type Edge = 'header' | 'footer';

interface Place {
  readonly page: number;
  readonly y: number;
  readonly text: string;
}

/** Lines at the edges of pages that come again on the pages around: running headers and footers, and page numbers. */
export class Furniture {
  private readonly seen = new Map<string, Place[]>();
  private pages = 0;

  /** Takes note of a page; a page's furniture is known once the pages around it were noted. */
  note(page: number, segments: readonly Segment[], height: number): void {
    this.pages++;
    for (const segment of segments) {
      if (!edgeOf(segment, height)) continue;
      const key = keyOf(segment);
      const places = this.seen.get(key) ?? [];
      places.push({ page, y: segment.baseline, text: textOf(segment) });
      this.seen.set(key, places);
    }
  }

  /** Which of a page's segments are furniture. Only what has nothing but furniture between it and the page's edge counts. */
  find(page: number, segments: readonly Segment[], height: number): Map<Segment, Edge> {
    const found = new Map<Segment, Edge>();
    for (const edge of ['header', 'footer'] as const) {
      let end = Number.NaN;
      for (const segment of outermostFirst(segments, edge, height)) {
        if (Math.abs(segment.baseline - end) > 0.3 * segment.size) break;
        const row = segments.filter(other => Math.abs(other.baseline - segment.baseline) < 2);
        const again = this.comesAgain(page, segment) || this.isPageNumber(segment, edge, row.length === 1);
        if (again && !areLabels(row)) found.set(segment, edge);
        else end = segment.baseline;
      }
      for (const segment of segments) if (isBeside(segment, found, edge)) found.set(segment, edge);
    }
    return found;
  }

  private comesAgain(page: number, segment: Segment): boolean {
    const key = keyOf(segment);
    if (UNITS.test(key)) return false;
    const text = textOf(segment);
    const again = (this.seen.get(key) ?? []).filter(
      place =>
        place.page !== page &&
        Math.abs(place.page - page) <= AROUND &&
        Math.abs(place.y - segment.baseline) < 5 &&
        countsAlong(text, place.text, place.page - page),
    );
    if (isFootnote(segment, again)) return false;
    const others = new Set(again.map(place => place.page)).size;
    return others >= (this.pages <= 3 || key.length > 12 ? 1 : 2);
  }

  private isPageNumber(segment: Segment, edge: Edge, alone: boolean): boolean {
    const text = textOf(segment);
    if (!PAGE_NUMBER.test(text)) return false;
    return this.pages > 1 || /page|of/i.test(text) || (edge === 'footer' && alone && /^\d{1,3}$/.test(text));
  }
}

/** The same text, or one whose numbers grow with the pages: "Item 7." and "Item 8." on two pages are no furniture. */
function countsAlong(text: string, other: string, pages: number): boolean {
  const [mine, theirs] = [text.match(/\d+/g) ?? [], other.match(/\d+/g) ?? []];
  return mine.every((number, i) => {
    const step = Number(theirs[i]) - Number(number);
    return step === 0 || step === pages || step === 2 * pages;
  });
}

const AROUND = 6;
/** Share of the page's height at its top and bottom where furniture stands. */
const BAND = 0.13;
const PAGE_NUMBER =
  /^(?:page\s+)?[-–—|\s]*(?:[A-Z]{1,2}-)?(?:\d{1,4}|[ivxlc]{1,6})[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?$/i;

/** What sets units stands on top of tables again and again, and belongs to them. */
const UNITS = /\b(?:thousands|millions|billions)\b|per share|unaudited/i;

function outermostFirst(segments: readonly Segment[], edge: Edge, height: number): Segment[] {
  const sign = edge === 'header' ? 1 : -1;
  const lowest = segments.reduce((low, segment) => Math.max(low, segment.baseline), 0);
  return segments
    .filter(
      segment => edgeOf(segment, height) === edge || (edge === 'footer' && isLast(segment, lowest, height)),
    )
    .sort((a, b) => sign * (a.baseline - b.baseline));
}

/** Several numbers, or many texts equally far apart, stand in a row under an axis. */
function areLabels(row: readonly Segment[]): boolean {
  if (row.filter(segment => NUMBER.test(textOf(segment))).length >= 3) return true;
  if (row.length < 4) return false;
  const middles = row.map(({ x0, x1 }) => (x0 + x1) / 2).sort((a, b) => a - b);
  const steps = middles.slice(1).map((middle, i) => middle - middles[i]!);
  return Math.max(...steps) < 1.15 * Math.min(...steps);
}

const NUMBER = /^[^\p{L}\s]{0,3}\d[\d.,]*[^\p{L}\s]{0,2}$/u;

/** A footnote that comes again keeps its number, which a page number before a running footer doesn't. */
function isFootnote(segment: Segment, again: readonly Place[]): boolean {
  const text = textOf(segment);
  return FOOTNOTE.test(text) && segment.words.length > 2 && again.some(place => place.text === text);
}

const FOOTNOTE = /^(?:\d{1,2}|[¹²³⁴-⁹]+|\(\d{1,2}\)|\*+)\s*[“"(]?\p{Lu}/u;

/** A short text on the line of furniture, such as the chapter's name between page numbers. */
function isBeside(segment: Segment, found: ReadonlyMap<Segment, Edge>, edge: Edge): boolean {
  if (found.has(segment) || segment.words.length > 8) return false;
  return [...found].some(
    ([other, at]) =>
      at === edge && Math.abs(other.baseline - segment.baseline) < 1 && segment.size < other.size * 1.05,
  );
}

/** A page number may stand high where the page's text ends early. */
function isLast(segment: Segment, lowest: number, height: number): boolean {
  return segment.baseline > lowest - 1 && segment.y0 > 0.25 * height && PAGE_NUMBER.test(textOf(segment));
}

function edgeOf(segment: Segment, height: number): Edge | undefined {
  if (segment.y1 < BAND * height) return 'header';
  return segment.y0 > (1 - BAND) * height ? 'footer' : undefined;
}

function keyOf(segment: Segment): string {
  return textOf(segment).toLowerCase().replace(/\d+/g, '#');
}

function textOf(segment: Segment): string {
  return segment.words.map(word => word.text).join(' ');
}
