import { bulletOf } from '../drawing/text.ts';
import { attr, child, descend, elements, numberAttr, type Xml } from '../package/xml.ts';

export interface Placeholder {
  /** `title`, `body`, `ftr` …; `obj` where not stated. */
  readonly type: string;
  readonly index: string;
}

/** Where a slide's placeholders inherit from. */
export interface Ancestors {
  readonly layout: Xml | null;
  readonly master: Xml | null;
}

/** How a paragraph looks where it doesn't say so itself. */
export interface ParagraphStyle {
  readonly bullet: boolean;
  /** Points. */
  readonly size: number;
}

export function placeholderOf(shape: Xml): Placeholder | null {
  const properties = elements(shape).find(element => /^nv\w*Pr$/.test(element.name));
  const ph = descend(properties ?? null, 'nvPr', 'ph');
  return ph && { type: attr(ph, 'type') ?? 'obj', index: attr(ph, 'idx') ?? '0' };
}

/** The shape and what it inherits from, nearest first. */
export function inheritance(
  shape: Xml,
  placeholder: Placeholder | null,
  { layout, master }: Ancestors,
): readonly Xml[] {
  if (!placeholder) return [shape];
  const inLayout = findPlaceholder(layout, other => sameInLayout(placeholder, other));
  const wanted = MASTER_TYPES[placeholder.type] ?? placeholder.type;
  const inMaster = findPlaceholder(master, other => (MASTER_TYPES[other.type] ?? other.type) === wanted);
  return [shape, inLayout, inMaster].filter(found => found !== null);
}

/** Style of a list level, from the shape outwards to its master's text styles. */
export function styleOf(
  chain: readonly Xml[],
  placeholder: Placeholder | null,
  master: Xml | null,
  level: number,
): ParagraphStyle {
  const name = `lvl${level + 1}pPr`;
  const family = placeholder
    ? (STYLE_OF[MASTER_TYPES[placeholder.type] ?? placeholder.type] ?? 'otherStyle')
    : null;
  const levels = [
    ...chain.map(shape => descend(shape, 'txBody', 'lstStyle', name)),
    family === null ? null : descend(master, 'txStyles', family, name),
  ];
  const bullet = levels.map(bulletOf).find(stated => stated !== undefined) ?? false;
  const size = levels.map(l => numberAttr(child(l, 'defRPr'), 'sz')).find(stated => stated !== undefined);
  return { bullet, size: (size ?? DEFAULT_SIZE) / 100 };
}

/** First `a:xfrm` that is stated, and the first text anchor (`t`, `ctr`, `b`). */
export function placeOf(chain: readonly Xml[]): { readonly xfrm: Xml | null; readonly anchor: string } {
  const xfrm = chain.map(shape => descend(shape, 'spPr', 'xfrm')).find(found => child(found, 'off') !== null);
  const anchor = chain
    .map(shape => attr(descend(shape, 'txBody', 'bodyPr'), 'anchor'))
    .find(a => a !== undefined);
  return { xfrm: xfrm ?? null, anchor: anchor ?? 't' };
}

const DEFAULT_SIZE = 1_800;

/** A master has one placeholder for several types of the layouts and slides. */
const MASTER_TYPES: Readonly<Record<string, string>> = {
  ctrTitle: 'title',
  subTitle: 'body',
  obj: 'body',
  chart: 'body',
  tbl: 'body',
  clipArt: 'body',
  dgm: 'body',
  media: 'body',
  pic: 'body',
};
const STYLE_OF: Readonly<Record<string, string>> = { title: 'titleStyle', body: 'bodyStyle' };

function sameInLayout(own: Placeholder, other: Placeholder): boolean {
  if (own.index !== '0' || other.index !== '0') return own.index === other.index;
  return (MASTER_TYPES[own.type] ?? own.type) === (MASTER_TYPES[other.type] ?? other.type);
}

function findPlaceholder(root: Xml | null, fits: (placeholder: Placeholder) => boolean): Xml | null {
  const shapes = elements(descend(root, 'cSld', 'spTree'));
  return (
    shapes.find(shape => {
      const placeholder = placeholderOf(shape);
      return placeholder !== null && fits(placeholder);
    }) ?? null
  );
}
