import { plain } from '../plain.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as HTML; children are HTML already, attribute values are escaped here. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  return `${open(name, attributes)}${children.join('')}</${name}>`;
}

/** An element without content, such as `img`. */
export function open(name: string, attributes: Attributes): string {
  const shown = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`);
  return `<${name}${shown.join('')}>`;
}

/** Text of a document as HTML text. */
export function text(content: string): string {
  return escapeHtml(plain(content));
}

function escapeHtml(content: string): string {
  return content.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
