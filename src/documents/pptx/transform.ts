import type { Box } from '../../domain/box.ts';
import { child, numberAttr, type Xml } from '../package/xml.ts';

/** From a group's child coordinates to slide coordinates, both in EMU: `offset + scale * coordinate`. */
export interface Transform {
  readonly offsetX: number;
  readonly offsetY: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

export const IDENTITY: Transform = { offsetX: 0, offsetY: 0, scaleX: 1, scaleY: 1 };

/** A rectangle in EMU. */
export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

/** Position and size of `a:xfrm` or `p:xfrm`, as they look after rotation by about a quarter turn; null where not stated. */
export function extentOf(xfrm: Xml | null): Extent | null {
  const plain = rectangle(xfrm, 'off', 'ext');
  const degrees = ((numberAttr(xfrm, 'rot') ?? 0) / 60_000 + 360) % 180;
  if (!plain || degrees < 45 || degrees > 135) return plain;
  const { x, y, cx, cy } = plain;
  return { x: x + (cx - cy) / 2, y: y + (cy - cx) / 2, cx: cy, cy: cx };
}

/** The transform inside a group whose own shape properties are `xfrm`. */
export function enterGroup(outer: Transform, xfrm: Xml | null): Transform {
  const own = rectangle(xfrm, 'off', 'ext');
  const inner = rectangle(xfrm, 'chOff', 'chExt');
  if (!own || !inner) return outer;
  const scaleX = inner.cx === 0 ? 1 : own.cx / inner.cx;
  const scaleY = inner.cy === 0 ? 1 : own.cy / inner.cy;
  return {
    offsetX: outer.offsetX + outer.scaleX * (own.x - inner.x * scaleX),
    offsetY: outer.offsetY + outer.scaleY * (own.y - inner.y * scaleY),
    scaleX: outer.scaleX * scaleX,
    scaleY: outer.scaleY * scaleY,
  };
}

/** An extent as fractions of a slide of the given size in EMU. */
export function toBox({ x, y, cx, cy }: Extent, at: Transform, slide: Pick<Extent, 'cx' | 'cy'>): Box {
  return [
    (at.offsetX + at.scaleX * x) / slide.cx,
    (at.offsetY + at.scaleY * y) / slide.cy,
    Math.abs(at.scaleX * cx) / slide.cx,
    Math.abs(at.scaleY * cy) / slide.cy,
  ];
}

function rectangle(xfrm: Xml | null, position: string, size: string): Extent | null {
  const x = numberAttr(child(xfrm, position), 'x');
  const y = numberAttr(child(xfrm, position), 'y');
  const cx = numberAttr(child(xfrm, size), 'cx');
  const cy = numberAttr(child(xfrm, size), 'cy');
  return x === undefined || y === undefined || cx === undefined || cy === undefined ? null : { x, y, cx, cy };
}
