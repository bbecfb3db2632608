import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { marksOf } from '../../src/documents/svg/marks.ts';
import { parseSvg } from '../../src/documents/svg/parse.ts';
import type { Marks, PathMark, TextMark } from '../../src/domain/mark.ts';

/** The marks of a Vega-Lite chart, drawn. */
export async function drawn(spec: object): Promise<Marks> {
  const view = new View(parse(compile(spec as TopLevelSpec).spec), { renderer: 'none' });
  return marksOf(parseSvg(await view.toSVG()));
}

/** A path through points `x, y, …`; filled unless said otherwise. */
export function path(nodes: readonly number[], more: Partial<PathMark> = {}): PathMark {
  const outline = more.outline ?? nodes;
  const xs = outline.filter((_, i) => i % 2 === 0);
  const ys = outline.filter((_, i) => i % 2 === 1);
  return {
    x0: Math.min(...xs),
    y0: Math.min(...ys),
    x1: Math.max(...xs),
    y1: Math.max(...ys),
    nodes,
    outline,
    closed: true,
    curved: more.outline !== undefined,
    fill: '#336699',
    stroke: '',
    strokeWidth: 0,
    dashed: false,
    opacity: 1,
    order: 0,
    group: 0,
    confidence: 1,
    ...more,
  };
}

/** A filled rectangle by its edges. */
export function box(edges: readonly [number, number, number, number], fill = '#336699'): PathMark {
  const [x0, y0, x1, y1] = edges;
  return path([x0, y0, x1, y0, x1, y1, x0, y1], { fill });
}

/** A straight stroke. */
export function stroke(nodes: readonly number[], more: Partial<PathMark> = {}): PathMark {
  return path(nodes, { closed: false, fill: '', stroke: '#888888', strokeWidth: 1, ...more });
}

/** Points of an arc about a centre, angles clockwise from twelve o'clock in degrees. */
export function arc(center: readonly [number, number], radius: number, from: number, to: number): number[] {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 5));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [center[0] + radius * Math.sin(angle), center[1] - radius * Math.cos(angle)];
  }).flat();
}

/** A level text of ten units' height around a middle. */
export function text(words: string, at: readonly [number, number], more: Partial<TextMark> = {}): TextMark {
  const [x, y] = at;
  const half = 2.8 * words.length;
  const edges = { x0: x - half, x1: x + half, y0: y - 5, y1: y + 5 };
  const look = { angle: 0, size: 10, bold: false, color: '#000000', confidence: 1 };
  return { text: words, ...edges, ...look, ...more };
}

/** What is drawn in a figure that fills its page. */
export function figure(paths: readonly PathMark[], texts: readonly TextMark[]): Marks {
  const placed = paths.map((one, order) => ({ ...one, order, group: one.group || order + 1 }));
  const frame = { x0: 0, y0: 0, x1: 600, y1: 400 };
  return { width: 600, height: 400, turn: 0, frame, paths: placed, texts, images: [] };
}
