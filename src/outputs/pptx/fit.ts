import { wrapText } from '../font/measure.ts';
import { plain } from '../plain.ts';
import { type Frame, LINE, RESERVE } from './page.ts';

/** Indent of a bullet's text, in points. */
export const BULLET = 18;

/** Inches; what numbers take, which is more than bullets do. */
const INDENT = (BULLET * 1.5) / 72;

/** Lines that a text takes in a width given in inches. */
export function lineCount(text: string, inches: number, style: { size: number; bold?: boolean }): number {
  return Math.max(1, wrapText(plain(text), inches * 72 * RESERVE, style).length);
}

/** Height in inches of bullets at a font size, with the space between them. */
export function bulletsHeight(texts: readonly string[], width: number, size: number): number {
  const lines = texts.reduce((sum, text) => sum + lineCount(text, width - INDENT, { size }), 0);
  return (lines * size * LINE + texts.length * bulletGap(size)) / 72;
}

/** Space after a bullet, in points. */
export function bulletGap(size: number): number {
  return Math.round(size * 0.6);
}

/** Space after each bullet, in points, that uses the room there is up to twice the usual. */
export function bulletSpace(texts: readonly string[], frame: Frame, size: number): number {
  const spare = (frame.h - bulletsHeight(texts, frame.w, size)) * 72;
  const more = Math.max(0, spare) / Math.max(1, texts.length);
  return Math.round(bulletGap(size) + Math.min(more, bulletGap(size)));
}

/** The largest of the sizes at which the bullets fit; null where none does. */
export function bulletSize(texts: readonly string[], frame: Frame, sizes: readonly number[]): number | null {
  return sizes.find(size => bulletsHeight(texts, frame.w, size) <= frame.h) ?? null;
}

export interface BulletLimits {
  readonly most: number;
  readonly words: number;
}

/**
 * Spreads bullets over as few frames as they need at the smallest size, and evenly; a bullet that is taller than a
 * frame is parted between words.
 */
export function spreadBullets(
  texts: readonly string[],
  frame: Frame,
  sizes: readonly number[],
  limits: BulletLimits,
): readonly (readonly string[])[] {
  const size = sizes.at(-1) ?? 12;
  const fits = (group: readonly string[]) =>
    bulletsHeight(group, frame.w, size) <= frame.h &&
    group.length <= limits.most &&
    (group.length === 1 || words(group) <= limits.words);
  const parts = texts.flatMap(text => partLong(text, frame, size));
  const groups = greedy(parts, fits);
  // A last slide with one orphan looks like a mistake: try to fill all alike.
  for (let count = Math.ceil(parts.length / groups.length); count < parts.length; count++) {
    const even = chunks(parts, count);
    if (even.length === groups.length && even.every(fits)) return even;
    if (even.length < groups.length) break;
  }
  return groups;
}

function greedy(
  parts: readonly string[],
  fits: (group: readonly string[]) => boolean,
): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && fits([...last, part])) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function words(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split(' ').length, 0);
}

function partLong(text: string, frame: Frame, size: number): readonly string[] {
  const clean = plain(text);
  const room = Math.max(1, Math.floor((frame.h * 72 - bulletGap(size)) / (size * LINE)));
  const lines = wrapText(clean, (frame.w - INDENT) * 72 * RESERVE, { size });
  if (lines.length <= room) return [clean];
  return chunks(lines, room).map((part, index, all) =>
    [index > 0 ? '… ' : '', part.join(' '), index < all.length - 1 ? ' …' : ''].join(''),
  );
}
