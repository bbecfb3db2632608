import { parseLength } from './length.ts';
import type { SvgNode } from './parse.ts';
import type { Style } from './style.ts';
import type { TextContext } from './text.ts';
import { advanceOf } from './text-width.ts';

/** One character of a text with what its elements say of its place, in their units. */
export interface Character {
  readonly text: string;
  readonly style: Style;
  /** Absolute, where it is given. */
  readonly x?: number;
  readonly y?: number;
  readonly dx: number;
  readonly dy: number;
  /** How much wider than usual `textLength` sets it. */
  readonly stretch: number;
}

type Place = 'x' | 'y' | 'dx' | 'dy';
const PLACES: readonly Place[] = ['x', 'y', 'dx', 'dy'];

/** The lists of places of an element that is open, and how many characters it has had. */
interface OpenElement {
  readonly lists: Readonly<Record<Place, readonly number[]>>;
  at: number;
}

interface Walk {
  readonly open: readonly OpenElement[];
  readonly context: TextContext;
  readonly found: Character[];
  readonly keepsSpace: boolean;
}

/** Characters in order, white space collapsed unless it is to be kept. */
export function charactersOf(element: SvgNode, style: Style, context: TextContext): readonly Character[] {
  const found: Character[] = [];
  collect(element, style, { open: [], context, found, keepsSpace: context.keepsSpace });
  while (found.at(-1)?.text === ' ') found.pop();
  return found;
}

const INSIDE: ReadonlySet<string> = new Set(['tspan', 'a', 'textpath']);

function collect(element: SvgNode, style: Style, walk: Walk): void {
  if (style.display === 'none') return;
  const lists = listsOf(element, style, walk.context);
  const space = element.attributes['xml:space'];
  const keepsSpace =
    space === undefined ? walk.keepsSpace || /pre/.test(style['white-space'] ?? '') : space === 'preserve';
  const inner = { ...walk, open: [...walk.open, { lists, at: 0 }], keepsSpace };
  const from = walk.found.length;
  for (const child of element.children) {
    if (typeof child === 'string') addText(child, style, inner);
    else if (INSIDE.has(child.name)) collect(child, walk.context.styleOf(child, style), inner);
  }
  stretchTo(parseLength(element.attributes.textlength), walk.found, from);
}

function listsOf({ attributes }: SvgNode, style: Style, { viewport }: TextContext): OpenElement['lists'] {
  const em = Number(style['font-size'] ?? 16);
  const list = (name: Place) => {
    const text = attributes[name];
    if (text === undefined) return [];
    const whole = name.endsWith('x') ? viewport.width : viewport.height;
    return text
      .trim()
      .split(/[\s,]+/)
      .map(part => parseLength(part, { whole, em }) ?? 0);
  };
  return { x: list('x'), y: list('y'), dx: list('dx'), dy: list('dy') };
}

function addText(raw: string, style: Style, walk: Walk): void {
  const text = walk.keepsSpace ? raw.replace(/[\n\r\t]/g, ' ') : raw.replace(/\s+/g, ' ');
  for (const character of text) {
    const before = walk.found.at(-1)?.text;
    if (character === ' ' && !walk.keepsSpace && (before === undefined || before === ' ')) continue;
    const given: Partial<Record<Place, number>> = {};
    for (const name of PLACES) {
      const value = placeOf(name, walk.open);
      if (value !== undefined) given[name] = value;
    }
    for (const element of walk.open) element.at++;
    const hidden = style.visibility === 'hidden' || style.visibility === 'collapse';
    walk.found.push({ dx: 0, dy: 0, stretch: 1, ...given, text: hidden ? ' ' : character, style });
  }
}

/** The innermost element that says something of this character wins. */
function placeOf(name: Place, open: readonly OpenElement[]): number | undefined {
  const element = open.findLast(({ lists, at }) => lists[name][at] !== undefined);
  return element?.lists[name][element.at];
}

function stretchTo(length: number | null, found: Character[], from: number): void {
  if (length === null || length <= 0) return;
  const own = found.slice(from);
  const natural = own.reduce((sum, { text, style }) => {
    const face = {
      family: style['font-family'] ?? '',
      bold: /bold|[6-9]00/.test(style['font-weight'] ?? ''),
    };
    return sum + advanceOf(text, face) * Number(style['font-size'] ?? 16);
  }, 0);
  if (natural <= 0) return;
  for (const [i, character] of own.entries()) found[from + i] = { ...character, stretch: length / natural };
}
