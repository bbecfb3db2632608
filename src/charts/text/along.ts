import type { Bounds } from '../../domain/mark.ts';

/** A turned text's extent along its own reading direction, and its place across it, in units; a slanted one's by its middle. */
export function alongOf(text: Bounds & { readonly angle: number }): {
  readonly from: number;
  readonly to: number;
  readonly across: number;
} {
  const { x0, y0, x1, y1 } = text;
  switch (Math.round(text.angle)) {
    case 0:
      return { from: x0, to: x1, across: (y0 + y1) / 2 };
    case -90:
      return { from: -y1, to: -y0, across: (x0 + x1) / 2 };
    case 90:
      return { from: y0, to: y1, across: -(x0 + x1) / 2 };
    default:
      return slanted(text);
  }
}

function slanted({ x0, y0, x1, y1, angle }: Bounds & { readonly angle: number }) {
  const turn = (angle * Math.PI) / 180;
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const middle = cx * Math.cos(turn) + cy * Math.sin(turn);
  const half = Math.hypot(x1 - x0, y1 - y0) / 2;
  return { from: middle - half, to: middle + half, across: cy * Math.cos(turn) - cx * Math.sin(turn) };
}
