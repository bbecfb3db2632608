import { SaxesParser } from 'saxes';
import { FailureError } from '../backend.ts';

/** Depth past which a document is refused. */
export const XML_DEPTH = 256;

/** An element. Names are without prefix, since the formats' own prefixes are conventions that files may break. */
export interface Xml {
  readonly name: string;
  /** Keys as written, with prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
}

/**
 * XML bytes as a tree. `mc:AlternateContent` is replaced by the branch that can be understood.
 * @throws FailureError `damaged` where it isn't well-formed, `unsafe` for a document type or too deep nesting
 */
export function parseXml(bytes: Uint8Array): Xml {
  const root = walk(bytes, null);
  if (!root) throw new FailureError('damaged', 'A part of the file holds no XML.');
  return root;
}

/** Hands each element called `name` to `take` as a tree of its own and forgets it: for parts too large to hold. */
export function streamXml(bytes: Uint8Array, names: ReadonlySet<string>, take: (element: Xml) => void): void {
  walk(bytes, { names, take });
}

/** First child element of that name; null where there is none. */
export function child(element: Xml | null | undefined, name: string): Xml | null {
  return (element?.children.find(c => typeof c !== 'string' && c.name === name) as Xml | undefined) ?? null;
}

/** The element reached by going down first children by name. */
export function descend(element: Xml | null | undefined, ...path: readonly string[]): Xml | null {
  return path.reduce<Xml | null>((at, name) => child(at, name), element ?? null);
}

export function elements(element: Xml | null | undefined): readonly Xml[] {
  return (element?.children.filter(c => typeof c !== 'string') as Xml[] | undefined) ?? [];
}

export function childrenOf(element: Xml | null | undefined, name: string): readonly Xml[] {
  return elements(element).filter(c => c.name === name);
}

/** All descendants of that name, in document order. */
export function allOf(element: Xml | null | undefined, name: string): readonly Xml[] {
  return elements(element).flatMap(c => (c.name === name ? [c, ...allOf(c, name)] : allOf(c, name)));
}

export function textOf(element: Xml | null | undefined): string {
  return element?.children.map(c => (typeof c === 'string' ? c : textOf(c))).join('') ?? '';
}

/** An attribute without prefix. */
export function attr(element: Xml | null | undefined, name: string): string | undefined {
  return element?.attributes[name];
}

/** An attribute by its local name, whatever its prefix, the prefixed one first: `r:id` beside `id`. */
export function prefixed(element: Xml | null | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const key = Object.keys(element.attributes).find(k => k.endsWith(`:${name}`));
  return key === undefined ? element.attributes[name] : element.attributes[key];
}

/** An attribute as a number; undefined where it is absent or none. */
export function numberAttr(element: Xml | null | undefined, name: string): number | undefined {
  const value = Number(prefixed(element, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** An on/off element or attribute value: present and not "0", "false" or "off". */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value);
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Xml | string)[];
}

interface Taker {
  readonly names: ReadonlySet<string>;
  readonly take: (element: Xml) => void;
}

/** With a taker, only what lies inside the taken elements is kept. */
function walk(bytes: Uint8Array, taker: Taker | null): Xml | null {
  const parser = new SaxesParser({ position: false });
  const stack: Open[] = [];
  let taking = taker === null ? 1 : 0;
  let root: Xml | null = null;
  parser.on('doctype', () => {
    throw new FailureError(
      'unsafe',
      'The file was refused: it holds an XML document type, which its format forbids.',
    );
  });
  parser.on('error', error => {
    throw new FailureError('damaged', `A part of the file is not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= XML_DEPTH) {
      throw new FailureError('unsafe', `The file was refused: its XML is nested deeper than ${XML_DEPTH}.`);
    }
    const local = localName(name);
    if (taker?.names.has(local)) taking++;
    stack.push({ name: local, attributes: attributes as Record<string, string>, children: [] });
  });
  parser.on('closetag', () => {
    const element = stack.pop() as Open;
    const above = stack.at(-1);
    if (taker?.names.has(element.name)) {
      taking--;
      taker.take(element);
    } else if (!above) root = element;
    else if (taking > 0) above.children.push(...resolve(element));
  });
  const addText = (text: string) => {
    if (taking > 0) stack.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decode(bytes)).close();
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Extensions whose content this reader understands, by their conventional prefixes. */
const UNDERSTOOD = /^(?:cx\d?|wps|wpg|wpc|wp14|[apcxw]1\d|v2)$/;

function resolve(element: Open): readonly (Xml | string)[] {
  if (element.name !== 'AlternateContent') return [element];
  const choice = childrenOf(element, 'Choice').find(c =>
    (attr(c, 'Requires') ?? '').split(/\s+/).every(prefix => UNDERSTOOD.test(prefix)),
  );
  return (choice ?? child(element, 'Fallback'))?.children ?? [];
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  const named = /^\W*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}
