import { type Color, mixColors, parseColor } from './color.ts';
import type { Drawing } from './drawing.ts';
import type { SvgNode } from './parse.ts';
import { type Style, styleOf } from './style.ts';

const NO_COLOR: Color = { hex: '', alpha: 0 };
/** Servers that refer to servers. */
const DEPTH = 6;

/** The one colour that a `fill` or `stroke` counts with: a gradient's in its middle, a pattern's most telling one. */
export function paintOf(value: string | undefined, style: Style, drawing: Drawing): Color {
  const text = (value ?? 'none').trim();
  if (/^currentcolor$/i.test(text)) return parseColor(style.color ?? '') ?? NO_COLOR;
  const server = /^url\(\s*["']?[^#)]*#([^"')]+)["']?\s*\)\s*(.*)$/.exec(text);
  if (!server) return parseColor(text) ?? NO_COLOR;
  const element = drawing.byId.get(server[1] ?? '');
  const served = element && serve(element, drawing);
  if (served) return served;
  return server[2] ? paintOf(server[2], style, drawing) : NO_COLOR;
}

function serve(element: SvgNode, drawing: Drawing): Color | null {
  if (element.name === 'pattern') return patternColor(element, drawing);
  return element.name.endsWith('gradient') ? gradientColor(element, drawing) : null;
}

interface Stop {
  readonly offset: number;
  readonly color: Color;
}

function gradientColor(gradient: SvgNode, drawing: Drawing): Color | null {
  const stops = stopsOf(gradient, drawing, DEPTH);
  const after = stops.findIndex(stop => stop.offset >= 0.5);
  const [a, b] = [stops[after - 1], stops[after]];
  if (!a || !b) return (b ?? stops.at(-1))?.color ?? null;
  const span = b.offset - a.offset;
  return mixColors(a.color, b.color, span <= 0 ? 1 : (0.5 - a.offset) / span);
}

function stopsOf(gradient: SvgNode, drawing: Drawing, depth: number): readonly Stop[] {
  const own = gradient.children.filter(child => typeof child !== 'string' && child.name === 'stop');
  if (own.length > 0) return own.map(stop => stopOf(stop as SvgNode, drawing));
  const next = depth > 0 ? drawing.referred(gradient) : undefined;
  return next ? stopsOf(next, drawing, depth - 1) : [];
}

function stopOf(stop: SvgNode, { sheet }: Drawing): Stop {
  const style = styleOf(stop, {}, sheet, []);
  const offset = stop.attributes.offset ?? '0';
  const color = parseColor(style['stop-color'] ?? 'black') ?? NO_COLOR;
  const alpha = Number(style['stop-opacity'] ?? 1);
  return {
    offset: Number.parseFloat(offset) / (offset.trim().endsWith('%') ? 100 : 1),
    color: { hex: color.hex || '#000000', alpha: color.alpha * (Number.isFinite(alpha) ? alpha : 1) },
  };
}

/** The first colour in it that isn't white: lines and dots are drawn over a white ground. */
function patternColor(pattern: SvgNode, drawing: Drawing): Color | null {
  let ground: Color | null = null;
  const look = (element: SvgNode, depth: number): Color | null => {
    const style = styleOf(element, {}, drawing.sheet, []);
    for (const value of [style.fill, style.stroke]) {
      const color = value === undefined ? null : parseColor(value);
      if (color && color.hex !== '#ffffff') return color;
      ground ??= color;
    }
    for (const child of element.children) {
      const found = typeof child === 'string' || depth === 0 ? null : look(child, depth - 1);
      if (found) return found;
    }
    return null;
  };
  const next = drawing.referred(pattern);
  return look(pattern, DEPTH) ?? (next ? look(next, DEPTH) : null) ?? ground;
}
