import type { Citation } from '../../domain/report.ts';
import { formatNumber } from '../number.ts';
import type { Context, PageImage } from './context.ts';
import { open, tag, text } from './tag.ts';

/** Every citation where it can be checked: on its page, with its box, where there is a picture of the page. */
export function evidence(context: Context): string {
  const keys = [...new Set(context.report.citations.map(keyOf))];
  return keys
    .map(key => {
      const citations = context.report.citations.filter(citation => keyOf(citation) === key);
      return sheet(citations, context.pages.get(key), context);
    })
    .join('\n');
}

function sheet(citations: readonly Citation[], image: PageImage | undefined, context: Context): string {
  const [citation] = citations;
  if (citation === undefined) return '';
  const place = context.placeOf(citation);
  const name = `${place.path}, ${place.page}`;
  const title = tag('h3', {}, text(place.path), ' ', tag('span', { class: 'page' }, text(place.page)));
  const picture = image === undefined ? '' : page(citations, image, { name, context });
  const items = citations.map(item => entry(item, image === undefined, context));
  return tag('section', { class: 'sheet' }, title, picture, tag('ul', { class: 'quotes' }, ...items));
}

function page(
  citations: readonly Citation[],
  image: PageImage,
  { name, context }: { readonly name: string; readonly context: Context },
): string {
  const src = `data:image/webp;base64,${Buffer.from(image.webp).toString('base64')}`;
  const picture = open('img', { src, width: image.width, height: image.height, alt: `Picture of ${name}` });
  return tag('div', { class: 'paper' }, picture, ...citations.map(citation => mark(citation, context)));
}

/** Boxes narrower than this part of the page are cells: their numbers would hide the cells beside them. */
const SMALL = 0.12;

/** The box on the page; it is what a citation links to, so that following the link shows it. */
function mark(citation: Citation, context: Context): string {
  const [x, y, width, height] = citation.box;
  const style = [
    `left:${percent(x)}`,
    `top:${percent(y)}`,
    `width:${percent(width)}`,
    `height:${percent(height)}`,
  ].join(';');
  const number = context.citations.get(citation.id)?.number ?? 0;
  const label = `Citation ${number} on the page; back to the text`;
  return tag(
    'a',
    {
      class: width < SMALL ? 'mark small' : 'mark',
      id: citation.id,
      href: `#r1-${citation.id}`,
      style,
      'aria-label': label,
    },
    tag('span', {}, String(number)),
  );
}

/** The words of a citation; where there is no picture this is what the citation links to. */
function entry(citation: Citation, linked: boolean, context: Context): string {
  const number = context.citations.get(citation.id)?.number ?? 0;
  const place = context.placeOf(citation);
  const confidence = formatNumber(Math.round(citation.confidence * 100) / 100, 2);
  return tag(
    'li',
    { id: linked ? citation.id : undefined },
    tag('span', { class: 'number' }, String(number)),
    tag('q', {}, text(citation.quote)),
    tag(
      'span',
      { class: 'how' },
      text(`${place.page} · ${place.route} · confidence ${confidence}`),
      ' ',
      ...backLinks(citation.id, context),
    ),
  );
}

const MOST_LINKS = 6;

function backLinks(id: string, context: Context): readonly string[] {
  const count = Math.min(MOST_LINKS, context.referred.get(id) ?? 0);
  return Array.from({ length: count }, (_, index) =>
    tag(
      'a',
      {
        class: 'back',
        href: `#r${index + 1}-${id}`,
        'aria-label': `Back to reference ${index + 1} in the text`,
      },
      count === 1 ? '↩' : `↩${index + 1}`,
    ),
  );
}

function keyOf(citation: Citation): string {
  return `${citation.source}/${citation.page}`;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`;
}
