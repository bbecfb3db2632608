import { allOf, attr, elements, textOf, type Xml } from '../package/xml.ts';

/** Characters that make a part worth being taken as the main content. */
const ENOUGH = 200;

/** The part of a page that its reader came for: `main`, its one article, or its body. */
export function mainContent(root: Xml): Xml {
  const marked = [...allOf(root, 'main'), ...byRole(root, 'main')];
  const articles = allOf(root, 'article');
  const candidates = [...marked, ...(articles.length === 1 ? articles : [])];
  return (
    candidates.find(element => textOf(element).trim().length >= ENOUGH) ?? allOf(root, 'body')[0] ?? root
  );
}

/** By its metadata, else its first heading; ''. */
export function titleOf(root: Xml): string {
  const meta = allOf(root, 'meta').find(m => attr(m, 'property') === 'og:title');
  const [title] = [attr(meta, 'content'), textOf(allOf(root, 'title')[0]), textOf(allOf(root, 'h1')[0])]
    .map(text => (text ?? '').replace(/\s+/g, ' ').trim())
    .filter(text => text !== '');
  return title ?? '';
}

const FURNITURE: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'form', 'head', 'title', 'menu']);
const FURNITURE_ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'menu',
  'dialog',
]);

/** Navigation and other furniture around the content; a header counts where it heads the page, not a section. */
export function isFurniture(element: Xml): boolean {
  if (FURNITURE.has(element.name) || FURNITURE_ROLES.has(attr(element, 'role') ?? '')) return true;
  if (element.name === 'header') return allOf(element, 'nav').length > 0 || allOf(element, 'h1').length === 0;
  return isLinkList(element);
}

/** A list of nothing but links, longer than a reader would write. */
function isLinkList(element: Xml): boolean {
  if (element.name !== 'ul') return false;
  const items = elements(element).filter(item => item.name === 'li');
  const links = items.filter(item => linked(item) >= textOf(item).trim().length);
  return items.length >= 8 && links.length === items.length && items.every(item => textOf(item).length < 60);
}

function linked(item: Xml): number {
  return allOf(item, 'a').reduce((sum, link) => sum + textOf(link).trim().length, 0);
}

function byRole(root: Xml, role: string): readonly Xml[] {
  return elements(root).flatMap(element => [
    ...(attr(element, 'role') === role ? [element] : []),
    ...byRole(element, role),
  ]);
}
