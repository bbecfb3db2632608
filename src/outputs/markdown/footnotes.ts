import { formatNumber } from '../number.ts';
import { plain, shorten } from '../plain.ts';
import type { Context } from './context.ts';
import { escapeInline } from './escape.ts';

/** A quote is cut here in a footnote; `findings.json` has all of it. */
const LONGEST_QUOTE = 420;

/** References to footnotes, parted by spaces because their numbers would run together; '' where there are none. */
export function references(ids: readonly string[], context: Context): string {
  const known = [...new Set(ids)].filter(id => context.citations.has(id));
  return known.map(id => `[^${id}]`).join(' ');
}

/** One definition for every citation, in the report's order: file, page, quote, how it was read. */
export function footnotes(context: Context): string {
  return context.report.citations
    .map(citation => {
      const place = context.placeOf(citation);
      const quote = escapeInline(shorten(plain(citation.quote), LONGEST_QUOTE));
      const how = `${place.route}, confidence ${formatNumber(Math.round(citation.confidence * 100) / 100, 2)}`;
      return `[^${citation.id}]: ${escapeInline(place.path)}, ${escapeInline(place.page)} — “${quote}” (${how})`;
    })
    .join('\n');
}
