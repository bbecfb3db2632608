import type { Page, Region, TextRegion } from '../../domain/region.ts';
import { roundBox, unionBox } from '../../lib/box.ts';
import type { Hyphens } from './hyphens.ts';
import { markerOf } from './list-marker.ts';

/**
 * A sentence that runs over a page's end, made whole on the page where it starts: its second piece leaves the next page.
 * The boxes stay with the lines of the first.
 */
export function joinOverleaf(page: Page, next: Page, hyphens: Hyphens): readonly [Page, Page] {
  const [head, tail] = [lastText(page), firstText(next)];
  if (next.page !== page.page + 1 || !head || !tail || !goesOn(head, tail)) return [page, next];
  const end = sentenceEnd(tail.text);
  const whole: TextRegion = { ...head, text: hyphens.join(head.text, tail.text.slice(0, end).trimEnd()) };
  return [
    { ...page, regions: page.regions.map(region => (region === head ? whole : region)) },
    { ...next, regions: next.regions.flatMap(region => (region === tail ? textFrom(tail, end) : [region])) },
  ];
}

/** What may stand between a text and the page's end, and what between its start and the text. */
const BELOW = new Set(['footnote', 'footer', 'line', 'caption']);
const ABOVE = new Set(['header', 'line', 'caption']);

function lastText({ regions }: Page): TextRegion | undefined {
  const last = regions.findLast(region => region.kind === 'text' && !BELOW.has(region.role));
  return isText(last) && (last.role === 'paragraph' || last.role === 'list') ? last : undefined;
}

function firstText({ regions }: Page): TextRegion | undefined {
  const first = regions.find(region => region.kind === 'text' && !ABOVE.has(region.role));
  return isText(first) && first.role === 'paragraph' ? first : undefined;
}

function isText(region: Region | undefined): region is TextRegion {
  return region?.kind === 'text';
}

const ENDS = /[.!?:;]["'”’)\]]*[¹²³⁰⁴-⁹]*$/;
const FEWEST_WORDS = 6;

function goesOn(head: TextRegion, tail: TextRegion): boolean {
  if (ENDS.test(head.text) || head.text.split(' ').length < FEWEST_WORDS) return false;
  if (!/^(?:\p{Ll}{2}|a )/u.test(tail.text) || markerOf(tail.text)) return false;
  const [above, below] = [lineHeight(head), lineHeight(tail)];
  return Math.abs(above - below) < 0.15 * above;
}

/** Lines of one size are equally high, as a share of pages of one size. */
function lineHeight({ lines }: TextRegion): number {
  return Math.min(...lines.map(line => line.box[3]));
}

const SENTENCE_END = /[.!?]["'”’)\]]*[¹²³⁰⁴-⁹]*\s+(?=["'“‘(]?[\p{Lu}\d])/gu;
const ABBREVIATED =
  /(?:\b(?:\p{L}|Inc|Corp|Ltd|Co|No|Nos|Mr|Mrs|Ms|Dr|St|vs|approx|Fig|Sec|cf|al|e\.g|i\.e)|\.\p{L})\.\s+$/u;

/** Where the text's second sentence starts; its length where it is all one sentence. */
function sentenceEnd(text: string): number {
  for (const { index, 0: mark } of text.matchAll(SENTENCE_END)) {
    const end = index + mark.length;
    if (!ABBREVIATED.test(text.slice(0, end))) return end;
  }
  return text.length;
}

/** What is left of a text from a place on, with the lines that it stands on. */
function textFrom(region: TextRegion, from: number): TextRegion[] {
  if (from >= region.text.length) return [];
  const first = region.lines.findLastIndex(line => line.at <= from);
  const lines = region.lines.slice(first).map(line => ({ ...line, at: Math.max(0, line.at - from) }));
  const box = roundBox(unionBox(lines.map(line => line.box)));
  return [{ ...region, text: region.text.slice(from), lines, box }];
}
