import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Box } from '../domain/box.ts';
import type { Raster } from '../domain/region.ts';
import type { Citation, Report, SourceEntry } from '../domain/report.ts';
import type { Failure, SourceKind } from '../domain/source.ts';
import type { Kit } from './kit.ts';

/** Resolution of page images: text of 8 points stays readable. */
const DPI = 120;
const MAX_PIXELS = 3_000_000;
/** What is shown above and below a cited box, as a fraction of the page: a few lines. */
const MARGIN = 0.03;
const HAS_PIXELS: ReadonlySet<SourceKind> = new Set(['pdf', 'svg', 'image']);

/** Pictures of cited pages (WebP, keyed `<source id>/<page>`) and of cited boxes (PNG, keyed by citation id). */
export interface PageImages {
  readonly pages: ReadonlyMap<
    string,
    { readonly webp: Uint8Array; readonly width: number; readonly height: number }
  >;
  readonly crops: ReadonlyMap<string, Uint8Array>;
}

interface CitedPage {
  readonly key: string;
  readonly source: SourceEntry;
  readonly page: number;
  readonly citations: readonly Citation[];
}

/** Renders every cited page once. A page that can't be rendered, or whose file is gone, is left out. */
export async function renderPageImages(report: Report, kit: Kit): Promise<PageImages> {
  const pages = new Map<string, { webp: Uint8Array; width: number; height: number }>();
  const crops = new Map<string, Uint8Array>();
  const draw = async (cited: CitedPage) => {
    const raster = await pageRaster(cited, kit);
    if (!raster) return;
    const webp = await cached(kit, `${imageName(cited)}.webp`, () => toWebp(raster.png));
    pages.set(cited.key, { webp, width: raster.width, height: raster.height });
    for (const citation of cited.citations) crops.set(citation.id, await crop(raster, citation.box));
  };
  const queue = citedPages(report);
  const lanes = Array.from({ length: kit.readAhead }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await draw(next);
  });
  await Promise.all(lanes);
  return { pages, crops };
}

function citedPages(report: Report): CitedPage[] {
  const sources = new Map(report.sources.map(source => [source.id, source]));
  const keys = [...new Set(report.citations.map(({ source, page }) => `${source}/${page}`))];
  return keys.flatMap(key => {
    const citations = report.citations.filter(({ source, page }) => `${source}/${page}` === key);
    const source = sources.get(citations[0]?.source ?? '');
    const page = citations[0]?.page ?? 0;
    return source && HAS_PIXELS.has(source.kind) ? [{ key, source, page, citations }] : [];
  });
}

async function pageRaster({ source, page }: CitedPage, kit: Kit): Promise<Raster | null> {
  const path = resolve(kit.cwd, source.path);
  const name = `${imageName({ source, page })}.png`;
  const { default: sharp } = await import('sharp');
  const render = async () => {
    const raster = existsSync(path)
      ? await kit.pool.raster({ path, kind: source.kind, sha256: source.sha256 }, page, {
          dpi: DPI,
          maxPixels: MAX_PIXELS,
        })
      : null;
    if (!raster || isFailure(raster)) throw new NoPixels();
    return raster.png;
  };
  try {
    const png = await cached(kit, name, render);
    const { width, height } = await sharp(png).metadata();
    return { png, width, height };
  } catch (error) {
    if (error instanceof NoPixels) return null;
    throw error;
  }
}

class NoPixels extends Error {}

function isFailure(raster: Raster | Failure): raster is Failure {
  return 'code' in raster;
}

function imageName({ source, page }: Pick<CitedPage, 'source' | 'page'>): string {
  return `${source.sha256}-${page}-${DPI}`;
}

/** Kept beside the store by content, so that a report is rendered again without opening its sources. */
async function cached(kit: Kit, name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const folder = join(kit.store.location, 'cache', 'pages');
  const path = join(folder, name);
  if (existsSync(path)) return readFile(path);
  const bytes = await make();
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.tmp`, bytes);
    await rename(`${path}.tmp`, path);
  } catch {
    // A cache that can't be written costs time, never the report.
  }
  return bytes;
}

async function toWebp(png: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(png).webp({ quality: 60, effort: 2 }).toBuffer();
}

/** The whole width of the page around the box, so that a cell is seen with its row's label, and the box drawn on it. */
async function crop({ png, width, height }: Raster, box: Box): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const top = Math.floor(Math.max(0, box[1] - MARGIN) * height);
  const bottom = Math.ceil(Math.min(1, box[1] + box[3] + MARGIN) * height);
  const strip = Math.max(1, bottom - top);
  return sharp(png)
    .extract({
      left: 0,
      top: Math.min(top, height - 1),
      width,
      height: Math.min(strip, height - Math.min(top, height - 1)),
    })
    .composite([{ input: frame(box, { width, height, top, strip }), left: 0, top: 0 }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

function frame(
  box: Box,
  { width, height, top, strip }: { width: number; height: number; top: number; strip: number },
): Buffer {
  const pad = 3;
  const [x, y] = [box[0] * width - pad, box[1] * height - top - pad];
  const [w, h] = [box[2] * width + 2 * pad, box[3] * height + 2 * pad];
  const rectangle = `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="3" fill="none" stroke="#d97706" stroke-width="2"/>`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${strip}">${rectangle}</svg>`,
  );
}
