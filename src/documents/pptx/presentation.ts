import type { OfficePackage } from '../package/office-package.ts';
import { child, childrenOf, numberAttr, prefixed, type Xml } from '../package/xml.ts';

export interface SlideRef {
  readonly number: number;
  /** Part name; undefined where the deck names a slide that isn't there. */
  readonly part: string | undefined;
}

export interface Presentation {
  readonly part: string;
  readonly slides: readonly SlideRef[];
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** English Metric Units in a point. */
export const EMU = 12_700;
/** 10 by 7.5 inches, the size where none is stated. */
const DEFAULT_SIZE = { cx: 9_144_000, cy: 6_858_000 };

/** Slides in presentation order; by file name where the list is missing. Null where there is no presentation. */
export async function readPresentation(pack: OfficePackage): Promise<Presentation | null> {
  const main = await pack.mainPart('ppt/presentation.xml');
  const root = main === undefined ? null : await pack.xml(main).catch(() => null);
  const listed = main === undefined || !root ? [] : await listedParts(pack, main, root);
  const parts = listed.length > 0 ? listed : slideParts(pack);
  if (!root && parts.length === 0) return null;
  const size = child(root, 'sldSz');
  return {
    part: main ?? '',
    slides: parts.map((slide, i) => ({ number: i + 1, part: slide })),
    width: (numberAttr(size, 'cx') || DEFAULT_SIZE.cx) / EMU,
    height: (numberAttr(size, 'cy') || DEFAULT_SIZE.cy) / EMU,
  };
}

async function listedParts(
  pack: OfficePackage,
  main: string,
  root: Xml,
): Promise<readonly (string | undefined)[]> {
  const relations = await pack.relationships(main).catch(() => []);
  return childrenOf(child(root, 'sldIdLst'), 'sldId').map(slide => {
    const target = relations.find(relation => relation.id === prefixed(slide, 'id'))?.target;
    return target !== undefined && pack.zip.has(target) ? target : undefined;
  });
}

function slideParts(pack: OfficePackage): readonly string[] {
  const number = (part: string) => Number(/(\d+)\.xml$/.exec(part)?.[1]);
  return pack.zip.names
    .filter(name => /^ppt\/slides\/slide\d+\.xml$/i.test(name))
    .toSorted((a, b) => number(a) - number(b));
}
