import { type Bounds, overlapX } from './bounds.ts';

/**
 * "Figure 3", "Table 2.1:", "Exhibit A", "Chart 4 – Sales": what names a figure or a table. "Figure 3 shows that" doesn't.
 */
export const CAPTION =
  /^(?:[Ff]ig(?:ure|\.)?|FIG(?:URE|\.)?|[Tt]able|TABLE|[Ee]xhibit|EXHIBIT|[Cc]hart|CHART|[Gg]raph|GRAPH|Box|BOX|Map|Plate|Scheme|Diagram)\s*(?:\d+(?:[.\-–]\d+)*|[A-Z](?:[.-]?\d+)?|[IVX]+)(?:[a-z]\b)?\s*(?:[.:|–—-]|$|(?=[\p{Lu}\d“"'(%$€£]))/u;

/** How far a text stands above (`over`) or below (`under`) a box, in points; undefined where it isn't in line with it. */
export function distanceTo(
  text: Bounds,
  box: Bounds,
): { readonly over: number } | { readonly under: number } | undefined {
  const shared = overlapX(text, box);
  if (shared < 0.3 * Math.min(text.x1 - text.x0, box.x1 - box.x0)) return;
  if ((text.y0 + text.y1) / 2 < box.y0) return { over: Math.max(0, box.y0 - text.y1) };
  if ((text.y0 + text.y1) / 2 > box.y1) return { under: Math.max(0, text.y0 - box.y1) };
  return;
}
