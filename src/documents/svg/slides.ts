import type { SvgNode } from './parse.ts';

/**
 * The pages of a drawing: itself, or, where it is a deck that LibreOffice wrote, itself with one slide after the other
 * turned on. Such slides lie in hidden groups, which a script of the file would show in turn.
 */
export function pagesOf(root: SvgNode): readonly SvgNode[] {
  const slides = hiddenSlides(root);
  return slides.length === 0 ? [root] : slides.map(slide => turnedOn(root, slide) ?? root);
}

function hiddenSlides(element: SvgNode, inDeck = false): readonly SvgNode[] {
  return element.children.flatMap(child => {
    if (typeof child === 'string' || child.name !== 'g') return [];
    const isSlide = inDeck && child.attributes.visibility === 'hidden';
    return isSlide ? [child] : hiddenSlides(child, inDeck || child.attributes.class === 'SlideGroup');
  });
}

/** A copy of the element in which the group inside it is visible; null where it isn't inside. */
function turnedOn(element: SvgNode, hidden: SvgNode): SvgNode | null {
  if (element === hidden) {
    const { visibility: _, ...attributes } = element.attributes;
    return { ...element, attributes };
  }
  for (const [i, child] of element.children.entries()) {
    const inside = typeof child === 'string' ? null : turnedOn(child, hidden);
    if (inside) return { ...element, children: element.children.with(i, inside) };
  }
  return null;
}

/** The text of such a deck with one slide visible, from 1; any other drawing as it is. */
export function showSlide(text: string, page: number): string {
  let slide = 0;
  return text.replace(/<g visibility="hidden">(?=\s*<g id="container-)/g, group =>
    ++slide === page ? '<g>' : group,
  );
}
