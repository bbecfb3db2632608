import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
import { type Box, WHOLE_PAGE } from '../../domain/box.ts';
import type { Raster } from '../../domain/region.ts';
import { clampBox } from '../../lib/box.ts';
import { FailureError, type RasterOptions } from '../backend.ts';
import { close, load } from './load.ts';

/**
 * Pixels of a page, or of a box on it, on white.
 * @throws FailureError `encrypted`, `wrong_password`, `damaged`, `empty`, or `no_page` where there is no such page
 */
export async function raster(path: string, page: number, options: RasterOptions): Promise<Raster> {
  const { box, dpi = 150, maxPixels = 40_000_000, passwords } = options;
  const document = await load(path, { for: 'drawing', ...(passwords && { passwords }) });
  try {
    if (!(page >= 1 && page <= document.numPages)) {
      throw new FailureError('no_page', `There is no page ${page}; the document has ${document.numPages}.`);
    }
    const proxy = await document.getPage(page);
    return await draw(proxy, clampBox(box ?? WHOLE_PAGE), { dpi, maxPixels });
  } finally {
    await close(document);
  }
}

async function draw(
  proxy: PDFPageProxy,
  [x, y, w, h]: Box,
  { dpi, maxPixels }: { readonly dpi: number; readonly maxPixels: number },
): Promise<Raster> {
  const size = proxy.getViewport({ scale: 1 });
  const [wide, high] = [Math.max(w * size.width, 1), Math.max(h * size.height, 1)];
  const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (wide * high)));
  const width = Math.max(1, Math.floor(wide * scale));
  const height = Math.max(1, Math.floor(high * scale));
  const viewport = proxy.getViewport({
    scale,
    offsetX: -x * size.width * scale,
    offsetY: -y * size.height * scale,
  });
  const canvas = createCanvas(width, height);
  try {
    // pdf.js declares the browser's canvas; this one has the same methods.
    const canvasContext = canvas.getContext('2d') as never;
    await proxy.render({ canvas: null, canvasContext, viewport, background: '#ffffff' }).promise;
    return { png: await toPng(canvas.data(), width, height), width, height };
  } finally {
    // Skia's pixels are outside the heap: nothing frees them soon but this.
    canvas.width = 0;
    canvas.height = 0;
    proxy.cleanup();
  }
}

/** By sharp: the canvas's own encoder takes longer than the drawing. */
async function toPng(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const raw = sharp(pixels, { raw: { width, height, channels: 4 } });
  return raw.removeAlpha().png({ compressionLevel: 2 }).toBuffer();
}
