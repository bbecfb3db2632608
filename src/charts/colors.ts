/** How far two `#rrggbb` colours lie apart: 0 alike, 1 black and white; 1 too where one is missing. */
export function colorDistance(a: string, b: string): number {
  if (a === b) return a === '' ? 1 : 0;
  const [p, q] = [channelsOf(a), channelsOf(b)];
  if (!p || !q) return 1;
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) / Math.sqrt(3);
}

/** The same ink, allowing for rounding and the middle of a gradient. */
export function sameColor(a: string, b: string): boolean {
  return colorDistance(a, b) < 0.03;
}

/** White, black and the greys between, in which grids and axes are drawn. */
export function isGray(color: string): boolean {
  const rgb = channelsOf(color);
  return rgb !== null && Math.max(...rgb) - Math.min(...rgb) < 0.06;
}

function channelsOf(color: string): readonly [number, number, number] | null {
  if (!/^#[\da-f]{6}$/i.test(color)) return null;
  const n = Number.parseInt(color.slice(1), 16);
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}
