import { plain } from '../plain.ts';

type Attributes = Readonly<Record<string, string | number>>;

/** An XML element as text; children are XML already, attribute values are escaped here. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inner = children.join('');
  return inner === '' ? `<${name}${head}/>` : `<${name}${head}>${inner}</${name}>`;
}

/** `<name val="…"/>`, the commonest element of DrawingML. */
export function val(name: string, value: string | number): string {
  return el(name, { val: value });
}

/** Text of a document as XML text: escaped, and without what XML 1.0 forbids. */
export function xmlText(text: string): string {
  return escapeXml(plain(text));
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, character => ENTITIES[character] ?? character);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
