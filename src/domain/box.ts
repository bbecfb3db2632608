/**
 * A rectangle on a page: `[x, y, width, height]`, each a fraction of the page (0 to 1), origin at the top left.
 * Fractions survive any rendering resolution, so the same box cuts the same crop from any raster of the page.
 */
export type Box = readonly [x: number, y: number, width: number, height: number];

export const WHOLE_PAGE: Box = [0, 0, 1, 1];
