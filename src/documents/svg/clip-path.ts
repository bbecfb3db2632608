import type { Bounds } from '../../domain/mark.ts';
import { type Matrix, multiply } from '../pdf/matrix.ts';
import { intersect } from './clip.ts';
import type { Drawing } from './drawing.ts';
import { boundsOfPoints, outlineOf } from './outline.ts';
import type { SvgNode } from './parse.ts';
import { subpathsOf, type Viewport } from './shapes.ts';
import type { Style } from './style.ts';
import { parseTransform } from './transform.ts';

interface Place {
  readonly matrix: Matrix;
  readonly viewport: Viewport;
  readonly clip: Bounds | null;
}

/** The box of what an element's clip path lets through, within what the groups around it do; other clips are let pass. */
export function clipBoxOf(style: Style, place: Place, drawing: Drawing): Bounds | null {
  const id = /^url\(\s*["']?[^#)]*#([^"')]+)/.exec(style['clip-path'] ?? '')?.[1];
  const path = id === undefined ? undefined : drawing.byId.get(id);
  if (path?.name !== 'clippath' || path.attributes.clippathunits === 'objectBoundingBox') return place.clip;
  const shapes = path.children.flatMap(child => (typeof child === 'string' ? [] : shapeOf(child, drawing)));
  if (shapes.length === 0) return place.clip;
  const matrix = multiply(place.matrix, parseTransform(path.attributes.transform));
  return intersect(place.clip, extentOf(shapes, { ...place, matrix }));
}

/** The box of shapes on the page, whether or not they are painted. */
export function extentOf(
  shapes: readonly SvgNode[],
  { matrix, viewport }: Pick<Place, 'matrix' | 'viewport'>,
): Bounds {
  const points = shapes.flatMap(shape => {
    const own = multiply(matrix, parseTransform(shape.attributes.transform));
    return subpathsOf(shape, {}, viewport).flatMap(subpath => outlineOf(subpath, own)?.outline ?? []);
  });
  return boundsOfPoints(points);
}

function shapeOf(element: SvgNode, drawing: Drawing): readonly SvgNode[] {
  if (element.name !== 'use') return [element];
  const target = drawing.referred(element);
  return target ? [target] : [];
}
