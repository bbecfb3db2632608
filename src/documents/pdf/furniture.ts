import type { Segment } from './segments.ts';

export type Edge = 'header' | 'footer';

/** Lines at the edges of pages that come again on the pages around: running headers and footers, and page numbers. */
export class Furniture {
  private readonly seen = new Map<string, { readonly page: number; readonly y: number }[]>();
  private pages = 0;

  /** Takes note of a page; a page's furniture is known once the pages around it were noted. */
  note(page: number, segments: readonly Segment[], height: number): void {
    this.pages++;
    for (const segment of segments) {
      if (!edgeOf(segment, height)) continue;
      const key = keyOf(segment);
      const places = this.seen.get(key) ?? [];
      places.push({ page, y: segment.baseline });
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
        if (this.comesAgain(page, segment) || this.isPageNumber(segment)) found.set(segment, edge);
        else end = segment.baseline;
      }
    }
    return found;
  }

  private comesAgain(page: number, segment: Segment): boolean {
    const key = keyOf(segment);
    if (UNITS.test(key)) return false;
    const again = (this.seen.get(key) ?? []).filter(
      place =>
        place.page !== page &&
        Math.abs(place.page - page) <= AROUND &&
        Math.abs(place.y - segment.baseline) < 5,
    );
    const others = new Set(again.map(place => place.page)).size;
    return others >= (this.pages <= 3 || key.length > 12 ? 1 : 2);
  }

  private isPageNumber(segment: Segment): boolean {
    const text = textOf(segment);
    return PAGE_NUMBER.test(text) && (this.pages > 1 || /page|of/i.test(text));
  }
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

/** A page number may stand high where the page's text ends early. */
function isLast(segment: Segment, lowest: number, height: number): boolean {
  return segment.baseline > lowest - 1 && segment.y0 > 0.5 * height && PAGE_NUMBER.test(textOf(segment));
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
