import sharp, { type Metadata } from 'sharp';
import { WHOLE_PAGE } from '../../domain/box.ts';
import type { Raster } from '../../domain/region.ts';
import { FailureError, type RasterOptions } from '../backend.ts';
import { marksOf } from './marks.ts';
import { readSvg } from './read.ts';
import { showSlide } from './slides.ts';
import { POINTS, pageSizeOf } from './viewport.ts';

const DPI = 150;
const MAX_PIXELS = 40_000_000;
/** At this density the renderer makes a pixel of a pixel, and a pixel of a point. */
const PLAIN = 72;
const DENSEST = 2_400;

/** Pixels of a drawing, or of a box on it. The renderer is given bytes without a place, so that it can look nowhere else. */
export async function raster(path: string, number: number, options: RasterOptions): Promise<Raster> {
  const { text, root } = await readSvg(path);
  const stated = pageSizeOf(root);
  const page = stated.open ? marksOf(root) : stated;
  const plain = showSlide(text, number).replace(/encoding=(["'])[\w-]+\1/, 'encoding="utf-8"');
  const bytes = Buffer.from(stated.open ? sized(plain, page) : plain);
  const [x, y, w, h] = options.box ?? WHOLE_PAGE;
  const most = Math.min(options.maxPixels ?? MAX_PIXELS, MAX_PIXELS);
  const largest = Math.sqrt(Math.min(most / (w * h), MAX_PIXELS) / (page.width * page.height));
  const scale = Math.min((options.dpi ?? DPI) / 72, largest);
  const width = Math.max(1, Math.floor(page.width * scale));
  const height = Math.max(1, Math.floor(page.height * scale));
  const drawn = await draw(bytes, width / (await sizeOf(bytes)).width);
  const left = Math.min(Math.floor(x * width), width - 1);
  const top = Math.min(Math.floor(y * height), height - 1);
  const cut = {
    left,
    top,
    width: Math.max(1, Math.min(Math.ceil(w * width), width - left)),
    height: Math.max(1, Math.min(Math.ceil(h * height), height - top)),
  };
  const whole = await sharp(drawn).resize(width, height, { fit: 'fill' }).png().toBuffer().catch(refuse);
  const png = await sharp(whole).extract(cut).png().toBuffer().catch(refuse);
  return { png, width: cut.width, height: cut.height };
}

/** A drawing that states no size, with the one that its marks were given. */
function sized(text: string, page: { readonly width: number; readonly height: number }): string {
  const [width, height] = [page.width / POINTS, page.height / POINTS];
  return text.replace(/<((?:\w+:)?svg)\b([^>]*?)(\/?)>/i, (_, name: string, rest: string, end: string) => {
    const others = rest.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '');
    return `<${name}${others} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${end}>`;
  });
}

/** Sizes in physical units grow with the density twice, so that a drawing may come out larger than asked for. */
async function draw(bytes: Uint8Array, enlarged: number): Promise<Uint8Array> {
  const dense = Math.min(PLAIN * enlarged, DENSEST);
  const squared = Math.min(PLAIN * Math.sqrt(enlarged), DENSEST);
  const { width, height } = await sizeOf(bytes, dense);
  const { width: plain } = await sizeOf(bytes);
  const density = width > 1.5 * plain * enlarged || width * height > MAX_PIXELS ? squared : dense;
  return sharp(bytes, { density: Math.max(1, density), limitInputPixels: 2 * MAX_PIXELS })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch(refuse);
}

function sizeOf(bytes: Uint8Array, density = PLAIN): Promise<Metadata> {
  return sharp(bytes, { density: Math.max(1, density), limitInputPixels: false })
    .metadata()
    .catch(refuse);
}

function refuse(error: unknown): never {
  const [reason] = (error as Error).message.split('\n', 1);
  throw new FailureError('damaged', `The drawing can't be rendered: ${reason}`, { cause: error });
}
