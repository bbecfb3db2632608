import type { Bounds } from '../domain/mark.ts';
import type { LinePlace } from '../domain/vision.ts';
import { type Component, components } from './page/components.ts';
import { type InkMask, inkMask } from './page/ink-mask.ts';
import { type Picture, turnPicture } from './picture.ts';
import { cutStrip, type Strip } from './strip.ts';

/** Kept around a given box, in its heights. */
const MARGIN = 0.04;
/** Pixels around the box that tell what comes in from outside. */
const AROUND = 4;
/** What comes in and ends within this share of the line's height is a tick or a neighbour's edge, no letter. */
const STUB = 0.22;

/** The line at a given place, upright; what only just reaches into its box is wiped off. */
export function placedStrip(picture: Picture, { box: [x, y, w, h], turn }: LinePlace): Strip {
  const margin = MARGIN * Math.min(w * picture.width, h * picture.height);
  const inner = within(picture, {
    x0: x * picture.width - margin,
    y0: y * picture.height - margin,
    x1: (x + w) * picture.width + margin,
    y1: (y + h) * picture.height + margin,
  });
  const outer = within(picture, {
    x0: inner.x0 - AROUND,
    y0: inner.y0 - AROUND,
    x1: inner.x1 + AROUND,
    y1: inner.y1 + AROUND,
  });
  const line = {
    x0: inner.x0 - outer.x0,
    y0: inner.y0 - outer.y0,
    x1: inner.x1 - outer.x0,
    y1: inner.y1 - outer.y0,
  };
  const piece = turnPicture(cutOut(wiped(cutOut(picture, outer), line), line), turn);
  return cutStrip(piece, { x0: 0, y0: 0, x1: piece.width, y1: piece.height });
}

/** Whole pixels, at least one, inside the picture. */
function within({ width, height }: Picture, { x0, y0, x1, y1 }: Bounds): Bounds {
  const left = Math.max(0, Math.min(width - 1, Math.round(x0)));
  const top = Math.max(0, Math.min(height - 1, Math.round(y0)));
  const right = Math.max(left + 1, Math.min(width, Math.round(x1)));
  return { x0: left, y0: top, x1: right, y1: Math.max(top + 1, Math.min(height, Math.round(y1))) };
}

function cutOut(picture: Picture, { x0, y0, x1, y1 }: Bounds): Picture {
  const width = x1 - x0;
  const data = new Uint8Array(width * (y1 - y0));
  for (let y = y0; y < y1; y++) {
    data.set(picture.data.subarray(y * picture.width + x0, y * picture.width + x1), (y - y0) * width);
  }
  return { width, height: y1 - y0, data };
}

function wiped(picture: Picture, line: Bounds): Picture {
  const mask = inkMask(picture);
  const reach = STUB * Math.min(line.x1 - line.x0, line.y1 - line.y0);
  const stubs = components(inside(mask, line)).filter(patch => isStub(patch, { mask, line, reach }));
  if (stubs.length === 0) return picture;
  const data = picture.data.slice();
  const paper = commonest(data);
  for (const { x0, y0, x1, y1 } of stubs) {
    const [left, right] = [Math.max(0, x0 - 1), Math.min(picture.width, x1 + 1)];
    for (let y = Math.max(0, y0 - 1); y < Math.min(picture.height, y1 + 1); y++) {
      data.fill(paper, y * picture.width + left, y * picture.width + right);
    }
  }
  return { ...picture, data };
}

/** The mask without what lies around the line. */
function inside({ width, height, ink }: InkMask, { x0, y0, x1, y1 }: Bounds): InkMask {
  const kept = new Uint8Array(ink.length);
  for (let y = y0; y < y1; y++) kept.set(ink.subarray(y * width + x0, y * width + x1), y * width + x0);
  return { width, height, ink: kept };
}

/** Whether a small patch at the line's edge goes on outside. */
function isStub(
  { x0, y0, x1, y1 }: Component,
  { mask, line, reach }: { readonly mask: InkMask; readonly line: Bounds; readonly reach: number },
): boolean {
  if (x1 - x0 > reach || y1 - y0 > reach) return false;
  const inkAt = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < mask.width && y < mask.height && mask.ink[y * mask.width + x] === 1;
  for (let y = y0; y < y1; y++) {
    if (x0 === line.x0 && inkAt(x0 - 1, y)) return true;
    if (x1 === line.x1 && inkAt(x1, y)) return true;
  }
  for (let x = x0; x < x1; x++) {
    if (y0 === line.y0 && inkAt(x, y0 - 1)) return true;
    if (y1 === line.y1 && inkAt(x, y1)) return true;
  }
  return false;
}

function commonest(data: Uint8Array): number {
  const counts = new Int32Array(256);
  for (const value of data) counts[value]!++;
  return counts.indexOf(Math.max(...counts));
}
