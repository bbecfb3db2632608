import { Parser } from 'htmlparser2';
import type { Xml } from '../package/xml.ts';

/** Tags nested deeper are dropped and their text is kept. */
const MAX_DEPTH = 500;
/** What is never content. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript template math iframe object embed canvas video audio link select option button input textarea dialog ix:header'.split(
    ' ',
  ),
);

/** An `svg` element: without content, so that nobody takes its labels for text, and with the drawing that it stands for. */
export interface Drawn extends Xml {
  readonly drawing: Xml;
}

/** HTML as a tree of lower-case elements, however it is broken; scripts, forms and what is hidden left out. */
export function parseHtml(html: string): Xml {
  const tree = new Tree();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tree.open(name, attributes),
      onclosetag: () => tree.close(),
      ontext: text => tree.text(text),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return tree.root;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Xml | string)[];
}

class Tree {
  readonly root: Open = { name: '#root', attributes: {}, children: [] };
  readonly #stack: Open[] = [this.root];
  /** The page's style sheets, which hold for drawings too. */
  readonly #styles: Open = { name: 'style', attributes: {}, children: [] };
  #depth = 0;
  /** Elements open since one that is dropped, and since one that is drawn. */
  #dropping = 0;
  #drawing = 0;
  #inStyle = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth++;
    this.#inStyle = name === 'style' && this.#drawing === 0;
    if (this.#dropping > 0 || (this.#drawing === 0 && (DROPPED.has(name) || isHidden(attributes)))) {
      this.#dropping++;
      return;
    }
    if (this.#drawing > 0 || name === 'svg') this.#drawing++;
    if (this.#depth >= MAX_DEPTH) return;
    const element: Open = { name, attributes, children: [] };
    const above = this.#stack.at(-1) as Open;
    if (this.#drawing === 1) this.#beginDrawing(element, above);
    else above.children.push(element);
    this.#stack.push(element);
  }

  close(): void {
    this.#inStyle = false;
    if (this.#dropping > 0) this.#dropping--;
    else {
      if (this.#drawing > 0) this.#drawing--;
      if (this.#depth < MAX_DEPTH && this.#stack.length > 1) this.#stack.pop();
    }
    this.#depth--;
  }

  text(text: string): void {
    if (this.#inStyle) this.#styles.children.push(text);
    if (this.#dropping === 0) (this.#stack.at(-1) as Open).children.push(text);
  }

  #beginDrawing(element: Open, above: Open): void {
    element.children.push(this.#styles);
    const drawn: Drawn = { name: 'svg', attributes: element.attributes, children: [], drawing: element };
    above.children.push(drawn);
  }
}

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)/i;

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    HIDING.test(attributes.style ?? '')
  );
}
