import type { Component } from '../../../src/lens/page/components.ts';

/** Letters of a line as boxes: `size` high, a space's gap after every fifth. */
export function lettersAt(x: number, y: number, count: number, size = 10): readonly Component[] {
  const step = 0.8 * size;
  return Array.from({ length: count }, (_, i) => {
    const x0 = x + i * step + Math.floor(i / 5) * 0.5 * size;
    return { x0, y0: y, x1: x0 + 0.6 * size, y1: y + size, pixels: Math.round(0.3 * size * size) };
  });
}
