import { SaxesParser } from 'saxes';
import { FailureError } from '../backend.ts';
import { XML_DEPTH } from '../package/xml.ts';

/** An element of a drawing. Names of elements and attributes are in lower case, as HTML parsers give them. */
export interface SvgNode {
  /** Without prefix. */
  readonly name: string;
  /** Keys as written, with prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
  /** The comment right before it; some programs keep there what a text says whose letters they draw as outlines. */
  readonly comment?: string;
}

/** Elements past which a drawing is refused. */
const MOST_ELEMENTS = 150_000;

/**
 * A drawing's elements. Entities of a document type are never expanded and nothing that it names is fetched.
 * @throws FailureError `damaged` where it isn't well-formed, `unsafe` where it is nested too deep, `too_large`
 */
export function parseSvg(text: string): SvgNode {
  const builder = new Builder();
  const parser = new SaxesParser({ position: false });
  parser.on('error', error => {
    if (TOLERATED.test(error.message)) return;
    throw new FailureError('damaged', `The drawing is not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => builder.open(name, attributes as Record<string, string>));
  parser.on('closetag', () => builder.close());
  parser.on('text', content => builder.text(content));
  parser.on('cdata', content => builder.text(content));
  parser.on('comment', content => builder.remark(content));
  parser.write(text).close();
  if (builder.root?.name !== 'svg') throw new FailureError('damaged', 'The file holds no drawing.');
  return builder.root;
}

/** Own entities stand in attributes that nobody draws, such as the names of a program's own additions. */
const TOLERATED = /undefined entity|duplicate attribute|xml declaration|encoding/i;

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (SvgNode | string)[];
  readonly comment?: string;
}

class Builder {
  root: SvgNode | null = null;
  readonly #stack: Open[] = [];
  #elements = 0;
  #comment = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#stack.length >= XML_DEPTH) {
      throw new FailureError('unsafe', `The drawing was refused: it is nested deeper than ${XML_DEPTH}.`);
    }
    if (++this.#elements > MOST_ELEMENTS) {
      throw new FailureError('too_large', `The drawing has more than ${MOST_ELEMENTS} elements.`);
    }
    const own: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) own[key.toLowerCase()] = value;
    const comment = this.#comment === '' ? {} : { comment: this.#comment };
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    this.#stack.push({ name: local, attributes: own, children: [], ...comment });
    this.#comment = '';
  }

  close(): void {
    const element = this.#stack.pop() as Open;
    const above = this.#stack.at(-1);
    if (above) above.children.push(element);
    else this.root = element;
    this.#comment = '';
  }

  text(content: string): void {
    this.#stack.at(-1)?.children.push(content);
    if (content.trim() !== '') this.#comment = '';
  }

  remark(content: string): void {
    this.#comment = content.trim();
  }
}
