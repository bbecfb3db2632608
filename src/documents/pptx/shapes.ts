import type { Box } from '../../domain/box.ts';
import { WHOLE_PAGE } from '../../domain/box.ts';
import type { FigureRegion, Region } from '../../domain/region.ts';
import { altText, paragraphsOf } from '../drawing/text.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attr, child, descend, elements, type Xml } from '../package/xml.ts';
import { readFrame } from './frame.ts';
import { type Ancestors, inheritance, placeholderOf, placeOf, styleOf } from './placeholder.ts';
import { EMU } from './presentation.ts';
import { textRegions } from './text-regions.ts';
import { enterGroup, extentOf, IDENTITY, type Transform, toBox } from './transform.ts';

/** The slide that shapes stand on; width and height in points. */
export interface ShapeContext {
  readonly pack: OfficePackage;
  readonly part: string;
  readonly ancestors: Ancestors;
  /** A text box that serves as title. */
  readonly heading: Xml | undefined;
  readonly width: number;
  readonly height: number;
}

/** Regions of a shape tree in the order shapes are kept; groups are opened. */
export async function readShapes(
  tree: Xml | null,
  context: ShapeContext,
  at: Transform = IDENTITY,
): Promise<readonly Region[]> {
  const regions: Region[] = [];
  for (const shape of elements(tree)) {
    if (isHidden(shape)) continue;
    const read = READERS[shape.name];
    if (read) regions.push(...(await read(shape, context, at)));
  }
  return regions;
}

type ShapeReader = (
  shape: Xml,
  context: ShapeContext,
  at: Transform,
) => readonly Region[] | Promise<readonly Region[]>;

const READERS: Readonly<Record<string, ShapeReader>> = {
  sp: readText,
  cxnSp: readText,
  pic: readPicture,
  graphicFrame: (shape, context, at) =>
    readFrame(shape, context, boxOf(child(shape, 'xfrm') ?? inherited(shape, context).xfrm, context, at)),
  grpSp: (shape, context, at) =>
    readShapes(shape, context, enterGroup(at, descend(shape, 'grpSpPr', 'xfrm'))),
};

const TITLE = { type: 'title', index: '0' } as const;

function readText(shape: Xml, context: ShapeContext, at: Transform): readonly Region[] {
  const paragraphs = paragraphsOf(child(shape, 'txBody'));
  const placeholder = shape === context.heading ? TITLE : placeholderOf(shape);
  const { chain, xfrm, anchor } = inherited(shape, context);
  const box = boxOf(xfrm, context, at);
  const picture = descend(shape, 'spPr', 'blipFill') ? [figure(shape, box)] : [];
  const styled = (level: number) => styleOf(chain, placeholder, context.ancestors.master, level);
  return [...picture, ...textRegions({ box, anchor, placeholder, paragraphs, styleOf: styled }, context)];
}

function readPicture(shape: Xml, context: ShapeContext, at: Transform): readonly Region[] {
  return [figure(shape, boxOf(inherited(shape, context).xfrm, context, at))];
}

function figure(shape: Xml, box: Box): FigureRegion {
  return { kind: 'figure', box, drawing: 'raster', caption: altText(namesOf(shape)) };
}

function namesOf(shape: Xml): Xml | null {
  const properties = elements(shape).find(element => /^nv\w*Pr$/.test(element.name));
  return child(properties, 'cNvPr');
}

function isHidden(shape: Xml): boolean {
  return ['1', 'true'].includes(attr(namesOf(shape), 'hidden') ?? '');
}

function inherited(shape: Xml, { ancestors }: ShapeContext) {
  const chain = inheritance(shape, placeholderOf(shape), ancestors);
  return { chain, ...placeOf(chain) };
}

function boxOf(xfrm: Xml | null, { width, height }: ShapeContext, at: Transform): Box {
  const extent = extentOf(xfrm);
  return extent ? toBox(extent, at, { cx: width * EMU, cy: height * EMU }) : WHOLE_PAGE;
}
