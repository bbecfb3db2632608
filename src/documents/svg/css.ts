import type { SvgNode } from './parse.ts';

/** Declarations by property, lower case. */
export type Declarations = Readonly<Record<string, string>>;

/** The rules of all `<style>` elements that ask for tags, classes, ids and ancestors; others are left out. */
export interface StyleSheet {
  /** What the rules say of an element, the stronger rule last. `above` are its ancestors, outermost first. */
  matching(element: SvgNode, above: readonly SvgNode[]): readonly Declarations[];
}

/** Rules past this many are left out. */
const MOST_RULES = 2_000;

export function parseStyleSheet(css: string): StyleSheet {
  const rules = parseRules(css);
  return {
    matching: (element, above) =>
      rules.filter(rule => matches(rule.path, element, above)).map(rule => rule.declarations),
  };
}

/** `a: b; c: d`; what is `!important` comes last, so that it wins. */
export function parseDeclarations(text: string): Declarations {
  const plain: Record<string, string> = {};
  const important: Record<string, string> = {};
  for (const part of text.split(/;(?![^(]*\))/)) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim();
    const value = part.slice(colon + 1).trim();
    const key = name.startsWith('--') ? name : name.toLowerCase();
    if (/!\s*important$/i.test(value)) important[key] = value.replace(/\s*!\s*important$/i, '');
    else plain[key] = value;
  }
  return { ...plain, ...important };
}

/** One element's worth of a selector: `path.line#first`; '' asks for nothing. */
interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Whether the element before it has to be its parent. */
  readonly child: boolean;
}

interface Rule {
  readonly path: readonly Compound[];
  readonly weight: number;
  readonly declarations: Declarations;
}

function parseRules(css: string): readonly Rule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ').replace(AT_RULE, atRule);
  const rules: Rule[] = [];
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = parseDeclarations(body);
    for (const selector of selectors.split(',')) {
      const path = parseSelector(selector.trim());
      if (path && rules.length < MOST_RULES) rules.push({ path, weight: weightOf(path), declarations });
    }
  }
  return rules.sort((a, b) => a.weight - b.weight);
}

const AT_RULE = /@([\w-]+)([^{};]*)(?:;|\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\})/g;

/** Rules for the screen count; what holds under a condition, such as in the dark, doesn't. */
function atRule(_: string, name: string, condition: string, body = ''): string {
  return name === 'media' && /^\s*(?:all|screen)?\s*$/.test(condition) ? body : ' ';
}

const COMPOUND = /^([\w-]+|\*|:root)?((?:[.#][\w-]+)*)$/;

function parseSelector(selector: string): readonly Compound[] | null {
  const path: Compound[] = [];
  let child = false;
  for (const word of selector.replace(/\s*>\s*/g, ' > ').split(/\s+/)) {
    if (word === '>') {
      child = true;
      continue;
    }
    const match = word === '' ? null : COMPOUND.exec(word);
    if (!match) return null;
    const marks = match[2]?.match(/[.#][\w-]+/g) ?? [];
    path.push({
      tag: match[1] === '*' ? '' : (match[1] ?? '').toLowerCase(),
      id: marks.findLast(mark => mark.startsWith('#'))?.slice(1) ?? '',
      classes: marks.filter(mark => mark.startsWith('.')).map(mark => mark.slice(1)),
      child,
    });
    child = false;
  }
  return path.length === 0 ? null : path;
}

function weightOf(path: readonly Compound[]): number {
  return path.reduce(
    (sum, { id, classes, tag }) =>
      sum + (id === '' ? 0 : 10_000) + classes.length * 100 + (tag === '' ? 0 : 1),
    0,
  );
}

function matches(path: readonly Compound[], element: SvgNode, above: readonly SvgNode[]): boolean {
  const last = path.at(-1) as Compound;
  if (last.tag === ':root' && above.length > 0) return false;
  return fits(last, element) && reaches(path, path.length - 2, above, above.length - 1);
}

/** Whether the compounds up to `at` are met by the ancestors up to `level`. */
function reaches(path: readonly Compound[], at: number, above: readonly SvgNode[], level: number): boolean {
  if (at < 0) return true;
  const direct = (path[at + 1] as Compound).child;
  for (let k = level; k >= 0; k--) {
    if (fits(path[at] as Compound, above[k] as SvgNode) && reaches(path, at - 1, above, k - 1)) return true;
    if (direct) return false;
  }
  return false;
}

function fits({ tag, id, classes }: Compound, element: SvgNode): boolean {
  if (tag !== '' && tag !== element.name && !(tag === ':root' && element.name === 'svg')) return false;
  if (id !== '' && id !== element.attributes.id) return false;
  if (classes.length === 0) return true;
  const own = (element.attributes.class ?? '').split(/\s+/);
  return classes.every(name => own.includes(name));
}
