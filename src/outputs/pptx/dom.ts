import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { BugError } from '../../errors.ts';
import { type Parts, partText, setPart } from '../zip.ts';

export type { Document, Element } from '@xmldom/xmldom';

const NAMESPACES = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  x: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
  type: 'http://schemas.openxmlformats.org/package/2006/content-types',
} as const;

/** A part as a document. */
export function readPart(parts: ReadonlyMap<string, Uint8Array>, name: string): Document {
  const text = partText(parts, name);
  if (text === '') throw new BugError(`The package has no part ${name}`);
  return new DOMParser().parseFromString(text, 'text/xml');
}

/** Changes a part of the package in place. */
export function editPart(parts: Parts, name: string, edit: (document: Document) => void): void {
  const document = readPart(parts, name);
  edit(document);
  setPart(parts, name, new XMLSerializer().serializeToString(document));
}

/** Elements by prefixed name (`a:tbl`; `c` charts, `x` sheets, `rel` relations, `type` content types), in order. */
export function all(root: Document | Element, name: string): readonly Element[] {
  const [prefix = '', local = ''] = name.split(':');
  const namespace = NAMESPACES[prefix as keyof typeof NAMESPACES];
  return [...root.getElementsByTagNameNS(namespace, local)];
}

/** The first of them; a bug of ours where there is none. */
export function first(root: Document | Element, name: string): Element {
  const [found] = all(root, name);
  if (found === undefined) throw new BugError(`The part has no ${name}`);
  return found;
}

/** An element from XML text in which the prefixes a, p and r are known, to be put into `document`. */
export function fragment(document: Document, xml: string): Element {
  const declared = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const holder = new DOMParser().parseFromString(`<holder ${declared.join(' ')}>${xml}</holder>`, 'text/xml');
  const element = holder.documentElement?.firstChild;
  if (!element) throw new BugError('An empty fragment');
  return document.importNode(element, true) as Element;
}

/** Puts children into the order that the schema asks for; those not named keep their place at the end. */
export function orderChildren(parent: Element, order: readonly string[]): void {
  const rank = (node: Element) => {
    const at = order.indexOf(node.nodeName);
    return at < 0 ? order.length : at;
  };
  const children = [...parent.childNodes].filter(node => node.nodeType === node.ELEMENT_NODE) as Element[];
  const sorted = children.map((node, index) => ({ node, index }));
  sorted.sort((x, y) => rank(x.node) - rank(y.node) || x.index - y.index);
  for (const { node } of sorted) parent.appendChild(node);
}
