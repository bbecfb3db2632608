import { parseLength, parseNumbers } from './length.ts';
import type { SvgNode } from './parse.ts';
import { parsePathData, type Segment, type Subpath } from './path-data.ts';

/** What percentages are of. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** The subpaths of a basic shape or path; none for what isn't one. Style properties may give its geometry. */
export function subpathsOf(
  element: SvgNode,
  style: Readonly<Record<string, string | undefined>>,
  viewport: Viewport,
): readonly Subpath[] {
  const shape = SHAPES.get(element.name);
  if (!shape) return [];
  const em = Number(style['font-size'] ?? 16);
  const length = (name: string) =>
    parseLength(style[name] ?? element.attributes[name], { whole: wholeOf(name, viewport), em });
  return shape(length, element);
}

const ACROSS: ReadonlySet<string> = new Set(['x', 'x1', 'x2', 'cx', 'width', 'rx']);

function wholeOf(name: string, { width, height }: Viewport): number {
  if (name === 'r') return Math.hypot(width, height) / Math.SQRT2;
  return ACROSS.has(name) ? width : height;
}

type Length = (name: string) => number | null;
type Shape = (length: Length, element: SvgNode) => readonly Subpath[];

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>({
    path: (_, { attributes }) => parsePathData(attributes.d ?? ''),
    line: length => {
      const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map(name => length(name) ?? 0) as [
        number,
        ...number[],
      ];
      return [{ x: x1, y: y1!, segments: [[x2!, y2!]], closed: false }];
    },
    polyline: (_, element) => points(element, false),
    polygon: (_, element) => points(element, true),
    rect,
    circle: length => {
      const radius = length('r') ?? 0;
      return ellipse(length('cx') ?? 0, length('cy') ?? 0, radius, radius);
    },
    ellipse: length => {
      const [rx, ry] = [length('rx'), length('ry')];
      return ellipse(length('cx') ?? 0, length('cy') ?? 0, rx ?? ry ?? 0, ry ?? rx ?? 0);
    },
  }),
);

function points({ attributes }: SvgNode, closed: boolean): readonly Subpath[] {
  const values = parseNumbers(attributes.points);
  if (values.length < 4) return [];
  const segments: Segment[] = [];
  for (let i = 2; i + 1 < values.length; i += 2) segments.push([values[i]!, values[i + 1]!]);
  return [{ x: values[0]!, y: values[1]!, segments, closed }];
}

function rect(length: Length): readonly Subpath[] {
  const [x, y] = [length('x') ?? 0, length('y') ?? 0];
  const [width, height] = [length('width') ?? 0, length('height') ?? 0];
  if (width <= 0 || height <= 0) return [];
  const rx = Math.min(length('rx') ?? length('ry') ?? 0, width / 2);
  const ry = Math.min(length('ry') ?? length('rx') ?? 0, height / 2);
  const [right, bottom] = [x + width, y + height];
  if (rx <= 0 || ry <= 0) {
    return [
      {
        x,
        y,
        segments: [
          [right, y],
          [right, bottom],
          [x, bottom],
        ],
        closed: true,
      },
    ];
  }
  const d =
    `M${x + rx},${y}H${right - rx}A${rx},${ry},0,0,1,${right},${y + ry}V${bottom - ry}` +
    `A${rx},${ry},0,0,1,${right - rx},${bottom}H${x + rx}A${rx},${ry},0,0,1,${x},${bottom - ry}` +
    `V${y + ry}A${rx},${ry},0,0,1,${x + rx},${y}Z`;
  return parsePathData(d);
}

/** How far the handles of a curve that draws a quarter of a circle reach, as a share of the radius. */
const REACH = (4 / 3) * (Math.SQRT2 - 1);

function ellipse(cx: number, cy: number, rx: number, ry: number): readonly Subpath[] {
  if (rx <= 0 || ry <= 0) return [];
  const [hx, hy] = [REACH * rx, REACH * ry];
  const [left, right, top, bottom] = [cx - rx, cx + rx, cy - ry, cy + ry];
  const segments: readonly Segment[] = [
    [right, cy + hy, cx + hx, bottom, cx, bottom],
    [cx - hx, bottom, left, cy + hy, left, cy],
    [left, cy - hy, cx - hx, top, cx, top],
    [cx + hx, top, right, cy - hy, right, cy],
  ];
  return [{ x: right, y: cy, segments, closed: true }];
}
