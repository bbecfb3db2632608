import { Parser } from 'htmlparser2';
import type { Xml } from '../package/xml.ts';

/** Tags nested deeper are dropped and their text is kept. */
const MAX_DEPTH = 500;
/** What is never content. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object embed canvas video audio link select option button input textarea dialog ix:header'.split(
    ' ',
  ),
);

/** HTML as a tree of lower-case elements, however it is broken; scripts, forms and what is hidden left out. */
export function parseHtml(html: string): Xml {
  const root = { name: '#root', attributes: {}, children: [] as (Xml | string)[] };
  const stack = [root];
  let depth = 0;
  let dropping = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (dropping > 0 || DROPPED.has(name) || isHidden(attributes)) dropping++;
        else if (depth < MAX_DEPTH) {
          const element = { name, attributes, children: [] };
          (stack.at(-1) as typeof root).children.push(element);
          stack.push(element);
        }
      },
      onclosetag() {
        if (dropping > 0) dropping--;
        else if (depth < MAX_DEPTH && stack.length > 1) stack.pop();
        depth--;
      },
      ontext(text) {
        if (dropping === 0) (stack.at(-1) as typeof root).children.push(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return root;
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
