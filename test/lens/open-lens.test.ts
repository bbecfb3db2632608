import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DocumentPool } from '../../src/documents/pool.ts';
import type { SeenLine, Sight, VisionModel } from '../../src/domain/vision.ts';
import { ModelError } from '../../src/errors.ts';
import { openLens } from '../../src/lens/index.ts';

const DATA = join(import.meta.dirname, '..', '..', 'fixtures', 'data');
const truth = JSON.parse(readFileSync(join(DATA, 'ground-truth.json'), 'utf8'));
const wanted: readonly string[] = truth.scan.lines;

let lens: VisionModel;
let scan: Uint8Array;
beforeAll(async () => {
  lens = await openLens({ processes: 1 });
  await using pool = new DocumentPool({ workers: 1 });
  const raster = await pool.raster(
    { path: join(DATA, 'sources', truth.scan.file), kind: 'pdf' },
    truth.scan.page,
  );
  if ('code' in raster) throw new Error(raster.message);
  scan = raster.png;
});
afterAll(() => lens[Symbol.asyncDispose]());

function linesOf({ blocks }: Sight): readonly SeenLine[] {
  return blocks.flatMap(block =>
    block.kind === 'text' ? block.lines : block.rows.flat().filter(cell => cell !== null),
  );
}

/** Lines of the scan that were read to the letter. */
function exact(sight: Sight): number {
  const read = new Set(linesOf(sight).map(({ text }) => text.replaceAll('₂', '2')));
  return wanted.filter(line => read.has(line)).length;
}

describe('the embedded model', () => {
  test('reads a scanned page that slopes, line by line and in order', async () => {
    const sight = await lens.see(scan);
    expect(exact(sight)).toBeGreaterThanOrEqual(wanted.length - 1);
    expect(sight.turn).toBe(0);
    expect(Math.abs(sight.skew)).toBeGreaterThan(0.3);
    const order = linesOf(sight).flatMap(({ text }) => (wanted.includes(text) ? [wanted.indexOf(text)] : []));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('gives each line a box on the page and each character a confidence and a place', async () => {
    for (const {
      text,
      box: [x, y, w, h],
      confidences,
      centres,
    } of linesOf(await lens.see(scan))) {
      expect(Math.min(x, y, w, h)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(1);
      expect([confidences.length, centres.length]).toEqual([text.length, text.length]);
      expect(centres).toEqual(centres.toSorted((a, b) => a - b));
    }
  });

  test.each([90, 180, 270] as const)(
    'finds out that a page was laid in turned by %d degrees',
    async degrees => {
      const sight = await lens.see(await sharp(scan).rotate(degrees).png().toBuffer());
      expect(sight.turn).toBe(360 - degrees);
      expect(exact(sight)).toBeGreaterThanOrEqual(wanted.length - 2);
    },
  );

  test('reads lines whose boxes are given', async () => {
    const lines = linesOf(await lens.see(scan));
    const texts = await lens.read(
      scan,
      lines.slice(0, 3).map(({ box }) => ({ box, turn: 0 })),
    );
    expect(texts).toHaveLength(3);
    expect(texts[0]?.text).toContain('assurance');
  });

  test('says of bytes that are no picture that they can’t be looked at, and works on', async () => {
    await expect(lens.see(Buffer.from('no picture'))).rejects.toThrow(ModelError);
    expect(linesOf(await lens.see(scan)).length).toBeGreaterThan(10);
  });

  test('answers nothing after it was closed', async () => {
    const other = await openLens({ processes: 1 });
    await other[Symbol.asyncDispose]();
    await expect(other.see(scan)).rejects.toThrow(ModelError);
  });
});
