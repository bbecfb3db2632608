import type { Sentence } from '../../domain/report.ts';
import { plain, shorten } from '../plain.ts';
import type { Context } from './context.ts';
import { tag, text } from './tag.ts';

/** A sentence with the numbers of its citations behind it, each a link to its evidence. */
export function sentenceHtml(sentence: Sentence, context: Context): string {
  return text(sentence.text) + references(sentence.citations, context);
}

export function references(ids: readonly string[], context: Context): string {
  const links = [...new Set(ids)].flatMap(id => {
    const known = context.citations.get(id);
    if (known === undefined) return [];
    const count = (context.referred.get(id) ?? 0) + 1;
    context.referred.set(id, count);
    const place = context.placeOf(known.citation);
    const title = `${place.path}, ${place.page}: “${shorten(plain(known.citation.quote), 200)}”`;
    return [tag('a', { id: `r${count}-${id}`, href: `#${id}`, title }, String(known.number))];
  });
  return links.length === 0 ? '' : tag('sup', { class: 'refs' }, links.join(' '));
}
