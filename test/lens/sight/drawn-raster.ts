import { decodeRaster, type Raster } from '../../../src/lens/sight/raster.ts';

/** A picture of an SVG's content on white, 300 by 200 pixels where nothing else is said. */
export function drawnRaster(content: string, width = 300, height = 200): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/>${content}</svg>`;
  return decodeRaster(Buffer.from(svg));
}
