import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Turn } from '../../../src/domain/vision.ts';
import { findLines, onOriginal } from '../../../src/lens/page/find-lines.ts';
import { decodePicture } from '../../../src/lens/picture.ts';
import { lettersAt } from './letters.ts';

const [WIDTH, HEIGHT] = [900, 600];
const rows = Array.from({ length: 12 }, (_, row) => lettersAt(80, 60 + row * 30, 50, 12));

/** Rows of letters drawn as blocks, dark on light or light on dark, and turned. */
async function drawn({ paper = 'white', ink = 'black', degrees = 0 }) {
  const blocks = rows
    .flat()
    .map(({ x0, y0, x1, y1 }) => `<rect x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${paper}"/><g fill="${ink}">${blocks.join('')}</g></svg>`;
  return decodePicture(await sharp(Buffer.from(svg)).rotate(degrees, { background: paper }).png().toBuffer());
}

describe('findLines', () => {
  test.each([
    { name: 'dark on light', paper: 'white', ink: 'black' },
    { name: 'light on dark', paper: '#203040', ink: '#ffffff' },
    { name: 'coloured on a tint', paper: '#dce6f0', ink: '#4a7bbf' },
  ])('$name', async colours => {
    const { lines, skew } = findLines(await drawn(colours), 0);
    expect([lines.length, skew]).toEqual([rows.length, 0]);
  });

  test.each([-1.5, 0.6, 2])('a page that slopes by %d degrees is levelled', async degrees => {
    const page = findLines(await drawn({ degrees }), 0);
    expect(page.lines).toHaveLength(rows.length);
    expect(Math.abs(page.skew - degrees)).toBeLessThan(0.2);
  });

  test.each([90, 180, 270] as const)(
    'boxes lie on the picture as given when it is turned by %d',
    async degrees => {
      const picture = await drawn({ degrees });
      const back = (360 - degrees) as Turn;
      const page = findLines(picture, back);
      expect(page.lines).toHaveLength(rows.length);
      for (const line of page.lines) {
        const { x0, y0, x1, y1 } = onOriginal(page, line);
        const long = degrees === 180 ? x1 - x0 : y1 - y0;
        expect(long).toBeGreaterThan(400);
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
        expect(x1 <= picture.width && y1 <= picture.height).toBe(true);
      }
    },
  );
});
