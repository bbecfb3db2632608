import { type Declarations, parseDeclarations, type StyleSheet } from './css.ts';
import { parseLength } from './length.ts';
import type { SvgNode } from './parse.ts';

/** Computed properties: those that are inherited, and the element's own. `font-size` is a number of pixels. */
export type Style = Readonly<Record<string, string | undefined>>;

const INHERITED: ReadonlySet<string> = new Set(
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap color font-size font-family font-weight text-anchor dominant-baseline visibility writing-mode'.split(
    ' ',
  ),
);

/** Properties that attributes may give. */
const OWN: ReadonlySet<string> = new Set([
  ...INHERITED,
  ...'opacity display clip-path alignment-baseline baseline-shift stop-color stop-opacity vector-effect overflow'.split(
    ' ',
  ),
]);

export const INITIAL: Style = { 'font-size': '16', fill: 'black', stroke: 'none', color: 'black' };

/** Attributes are weaker than rules, and rules than the `style` attribute. */
export function styleOf(
  element: SvgNode,
  parent: Style,
  sheet: StyleSheet,
  above: readonly SvgNode[],
): Style {
  const rules = sheet.matching(element, above);
  const { style: inline } = element.attributes;
  const given = Object.keys(element.attributes).filter(name => OWN.has(name));
  const base = inheritedFrom(parent);
  if (given.length === 0 && rules.length === 0 && inline === undefined) return base;
  const style = { ...base };
  for (const name of given) set(style, name, element.attributes[name]!, parent);
  for (const declarations of rules) setAll(style, declarations, parent);
  if (inline !== undefined) setAll(style, parseDeclarations(inline), parent);
  return style;
}

/** What an element has that says nothing of its own: most do, so that one is kept for all of them. */
function inheritedFrom(parent: Style): Style {
  const known = inherited.get(parent);
  if (known) return known;
  const style: Record<string, string | undefined> = {};
  for (const name in parent) {
    if (INHERITED.has(name) || name.startsWith('--')) style[name] = parent[name];
  }
  inherited.set(parent, style);
  return style;
}

const inherited = new WeakMap<Style, Style>();

function setAll(style: Record<string, string | undefined>, declarations: Declarations, parent: Style): void {
  for (const name in declarations) {
    if (name.startsWith('--')) style[name] = declarations[name];
  }
  for (const name in declarations) {
    if (name === 'font') setFont(style, declarations[name]!, parent);
    else if (!name.startsWith('--')) set(style, name, declarations[name]!, parent);
  }
}

function set(style: Record<string, string | undefined>, name: string, given: string, parent: Style): void {
  const resolved = given.includes('var(') ? resolveVariables(given, style) : given.trim();
  const value = resolved.replace(/light-dark\(\s*((?:[^(),]|\([^()]*\))+),.*\)/, '$1').trim();
  if (value === 'inherit') style[name] = parent[name];
  else if (value === 'initial' || value === 'unset') style[name] = INITIAL[name];
  else if (name === 'font-size') style[name] = fontSize(value, parent);
  else style[name] = value;
}

const DEPTH = 8;

function resolveVariables(value: string, style: Style): string {
  let resolved = value;
  for (let i = 0; i < DEPTH && resolved.includes('var('); i++) {
    resolved = resolved.replace(
      /var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)/g,
      (_, name: string, fallback: string | undefined) => style[name] ?? fallback ?? '',
    );
  }
  return resolved.trim();
}

const NAMED_SIZES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'xx-small': 9,
    'x-small': 10,
    small: 13,
    medium: 16,
    large: 18,
    'x-large': 24,
    'xx-large': 32,
  }),
);

function fontSize(value: string, parent: Style): string {
  const em = Number(parent['font-size']);
  const size =
    NAMED_SIZES.get(value) ??
    (value === 'smaller' ? em / 1.2 : value === 'larger' ? em * 1.2 : parseLength(value, { whole: em, em }));
  return String(size ?? em);
}

/** `bold 10px/1.2 Arial, sans-serif`. */
function setFont(style: Record<string, string | undefined>, value: string, parent: Style): void {
  const match = /(?:^|\s)([\d.]+(?:[a-z]+|%)?)(?:\s*\/\s*[\w.%]+)?\s+(\S.*)$/i.exec(value);
  if (!match) return;
  style['font-size'] = fontSize(match[1]!, parent);
  style['font-family'] = match[2];
  style['font-weight'] =
    /\b(?:bold|bolder|[6-9]00)\b/i.exec(value.slice(0, match.index + 1))?.[0] ?? 'normal';
}
