import { parseStyleSheet, type StyleSheet } from './css.ts';
import type { SvgNode } from './parse.ts';

/** A drawing with what its elements refer to. */
export interface Drawing {
  readonly root: SvgNode;
  readonly byId: ReadonlyMap<string, SvgNode>;
  readonly sheet: StyleSheet;
  /** The element that an `href` names, where it is in the same drawing. */
  referred(element: SvgNode): SvgNode | undefined;
}

export function drawingOf(root: SvgNode): Drawing {
  const byId = new Map<string, SvgNode>();
  const styles: string[] = [];
  const visit = (element: SvgNode) => {
    const { id } = element.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    if (element.name === 'style') styles.push(element.children.filter(c => typeof c === 'string').join(''));
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  return {
    root,
    byId,
    sheet: parseStyleSheet(styles.join('\n')),
    referred: ({ attributes }) => {
      const href = attributes.href ?? attributes['xlink:href'] ?? '';
      return href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
    },
  };
}
