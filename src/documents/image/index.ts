import sharp, { type Metadata } from 'sharp';
import { WHOLE_PAGE } from '../../domain/box.ts';
import type { Page, Raster } from '../../domain/region.ts';
import { type Backend, FailureError, type OpenOptions, type RasterOptions } from '../backend.ts';
import { choosePages } from '../page-choice.ts';

/** Pictures: a page each, a multi-page TIFF one for each of its pages. Their content has to be seen. */
export const backend: Backend = { open, raster };

const MAX_PIXELS = 40_000_000;
const SCREEN_DPI = 96;

async function open(path: string, options: OpenOptions) {
  const meta = await metadata(path);
  const count = meta.format === 'tiff' ? (meta.pages ?? 1) : 1;
  const chosen = choosePages(count, options);
  const { width, height } = sizeOf(meta);
  const points = 72 / dpiOf(meta);
  const pages: Page[] = chosen.pages.map(page => ({
    page,
    width: width * points,
    height: height * points,
    regions: [{ kind: 'figure', drawing: 'raster', box: WHOLE_PAGE, caption: '' }],
  }));
  for (const page of pages) options.onPage?.(page);
  const document = { kind: 'image', title: '', pageCount: count, pages, warnings: chosen.warnings } as const;
  return { ok: true, document } as const;
}

/** Pixels as they are, cut to the box and made smaller where asked; never made larger. */
async function raster(path: string, page: number, options: RasterOptions): Promise<Raster> {
  const meta = await metadata(path);
  const { width, height } = sizeOf(meta);
  const [x, y, w, h] = options.box ?? WHOLE_PAGE;
  const left = Math.min(Math.max(Math.floor(x * width), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y * height), 0), height - 1);
  const cut = {
    left,
    top,
    width: Math.max(1, Math.min(Math.ceil(w * width), width - left)),
    height: Math.max(1, Math.min(Math.ceil(h * height), height - top)),
  };
  const byDpi = options.dpi === undefined ? 1 : options.dpi / dpiOf(meta);
  const byPixels = Math.sqrt((options.maxPixels ?? MAX_PIXELS) / (cut.width * cut.height));
  const scale = Math.min(1, byDpi, byPixels);
  const { data, info } = await sharp(path, { limitInputPixels: MAX_PIXELS, page: page - 1 })
    .autoOrient()
    .extract(cut)
    .resize(Math.max(1, Math.floor(cut.width * scale)), Math.max(1, Math.floor(cut.height * scale)), {
      fit: 'fill',
    })
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch(refuse);
  return { png: data, width: info.width, height: info.height };
}

async function metadata(path: string): Promise<Metadata> {
  const meta = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata().catch(refuse);
  if (meta.width * meta.height > MAX_PIXELS) {
    throw new FailureError(
      'too_large',
      `The picture has ${meta.width} by ${meta.height} pixels; 40 million are the limit.`,
    );
  }
  return meta;
}

/** As it is looked at: cameras store a turned picture with a note that says so. */
function sizeOf({ width, height, orientation = 1 }: Metadata): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function dpiOf({ density }: Metadata): number {
  return density !== undefined && density >= 30 && density <= 2_400 ? density : SCREEN_DPI;
}

function refuse(error: unknown): never {
  const { message } = error as Error;
  if (/pixel limit/i.test(message)) {
    throw new FailureError('too_large', 'The picture has more than 40 million pixels.', { cause: error });
  }
  if (/unsupported image format/i.test(message)) {
    throw new FailureError('unsupported', 'The picture is of a format that can not be decoded.', {
      cause: error,
    });
  }
  throw new FailureError('damaged', `The picture can't be decoded: ${message.split('\n', 1)[0]}`, {
    cause: error,
  });
}
