import type { Page, Region, TextRegion } from '../../domain/region.ts';
import { FailureError } from '../backend.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attr, descend } from '../package/xml.ts';
import { headingShape } from './heading.ts';
import { readNotes } from './notes.ts';
import { EMU, type Presentation, type SlideRef } from './presentation.ts';
import { readShapes } from './shapes.ts';

export interface Slide {
  readonly page: Page;
  readonly hidden: boolean;
}

/** One slide: its title first, then its shapes in the order they are kept, then its notes. */
export async function readSlide(
  pack: OfficePackage,
  { width, height }: Presentation,
  { number, part }: SlideRef,
): Promise<Slide> {
  const root = part === undefined ? null : await pack.xml(part);
  if (part === undefined || !root)
    throw new FailureError('damaged', 'The deck names this slide but does not hold it.');
  const layout = (await pack.relatedByType(part, 'slideLayout').catch(() => undefined))?.target;
  const master = layout && (await pack.relatedByType(layout, 'slideMaster').catch(() => undefined))?.target;
  const ancestors = {
    layout: layout === undefined ? null : await pack.sharedXml(layout).catch(() => null),
    master: master ? await pack.sharedXml(master).catch(() => null) : null,
  };
  const tree = descend(root, 'cSld', 'spTree');
  const heading = headingShape(tree, height * EMU);
  const shapes = await readShapes(tree, { pack, part, ancestors, heading, width, height });
  const notes = await readNotes(pack, part).catch(() => []);
  const hidden = ['0', 'false'].includes(attr(root, 'show') ?? '');
  return { page: { page: number, width, height, regions: [...titleFirst(shapes), ...notes] }, hidden };
}

function titleFirst(regions: readonly Region[]): readonly Region[] {
  const isTitle = (region: Region) => region.kind === 'text' && (region as TextRegion).role === 'title';
  return [...regions.filter(isTitle), ...regions.filter(region => !isTitle(region))];
}
