import { resolve } from 'node:path';
import { DocumentPool } from '../documents/pool.ts';
import type { Box } from '../domain/box.ts';
import type { Reading } from '../domain/reading.ts';
import { UsageError } from '../errors.ts';
import { collectSources } from '../sources/index.ts';
import type { FileReadings } from './read-files.ts';

const MAX_PIXELS = 4_000_000;
const DPI = 150;

/** A picture of a file's first page with what was read drawn on it: boxes of readings, and each value of a chart at its mark. */
export async function overlayOf({ path, readings }: FileReadings, cwd: string): Promise<Uint8Array> {
  const { sources } = await collectSources([path], cwd);
  const source = sources[0];
  await using pool = new DocumentPool({ workers: 1 });
  const raster =
    source &&
    (await pool.raster({ ...source, path: resolve(cwd, source.path) }, 1, {
      ...(source.kind === 'image' ? {} : { dpi: DPI }),
      maxPixels: MAX_PIXELS,
    }));
  if (!raster || 'code' in raster) {
    throw new UsageError(`No picture can be made of ${path}.`, {
      hint: 'An overlay shows a picture, a PDF page or an SVG.',
    });
  }
  const { default: sharp } = await import('sharp');
  const drawn = readings.filter(({ page }) => page === 1).map(reading => layerOf(reading, raster));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${raster.width}" height="${raster.height}" font-family="sans-serif" font-size="11">${drawn.join('')}</svg>`;
  return sharp(raster.png)
    .composite([{ input: Buffer.from(svg), left: 0, top: 0 }])
    .png()
    .toBuffer();
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const COLORS: Readonly<Record<Reading['kind'], string>> = {
  text: '#64748b',
  table: '#7c3aed',
  chart: '#d97706',
  failed: '#dc2626',
};

function layerOf(reading: Reading, size: Size): string {
  const frame = rectangle(reading.box, size, COLORS[reading.kind]);
  if (reading.kind === 'failed') return `${frame}${label(reading.box, reading.code, size)}`;
  if (reading.kind !== 'chart') return frame;
  const points = reading.points.map(({ box, y, verified }) => {
    if (!box) return '';
    const color = verified ? '#15803d' : '#b91c1c';
    return `${rectangle(box, size, color)}${label(box, String(y), size, color)}`;
  });
  return `${frame}${points.join('')}`;
}

function rectangle([x, y, w, h]: Box, { width, height }: Size, color: string): string {
  return `<rect x="${x * width}" y="${y * height}" width="${Math.max(2, w * width)}" height="${Math.max(2, h * height)}" fill="none" stroke="${color}" stroke-width="1.5"/>`;
}

function label([x, y]: Box, text: string, { width, height }: Size, color = '#dc2626'): string {
  const plain = text.replace(/[&<>]/g, '');
  return `<text x="${x * width}" y="${Math.max(10, y * height - 2)}" fill="${color}" stroke="#fff" stroke-width="3" paint-order="stroke">${plain}</text>`;
}
