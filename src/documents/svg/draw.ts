import type { Bounds, ImageMark, PathMark, TextMark } from '../../domain/mark.ts';
import { FailureError } from '../backend.ts';
import { IDENTITY, type Matrix, multiply } from '../pdf/matrix.ts';
import { clipOutline, intersect, isHidden } from './clip.ts';
import { clipBoxOf, extentOf } from './clip-path.ts';
import type { Drawing } from './drawing.ts';
import { spelledBy, spelledMark } from './glyph-comments.ts';
import { INVISIBLE, inkOf, letterColor, opacityOf } from './ink.ts';
import { parseLength } from './length.ts';
import { boundsOfPoints, outlineOf } from './outline.ts';
import type { SvgNode } from './parse.ts';
import { subpathsOf, type Viewport } from './shapes.ts';
import { type Style, styleOf } from './style.ts';
import { textMarksOf } from './text.ts';
import { parseTransform } from './transform.ts';
import { fitViewBox, viewBoxOf } from './viewport.ts';

/** What an element is drawn under. */
export interface Scene {
  readonly matrix: Matrix;
  readonly style: Style;
  readonly opacity: number;
  readonly clip: Bounds | null;
  readonly viewport: Viewport;
  readonly above: readonly SvgNode[];
}

/** Elements drawn past which a drawing is refused: a few that use each other can stand for billions. */
const MOST_DRAWN = 150_000;
/** Elements inside each other, uses included. */
const DEEPEST = 400;

/** Draws elements into marks, in page units and in order. */
export class Painter {
  readonly texts: TextMark[] = [];
  readonly paths: PathMark[] = [];
  readonly images: ImageMark[] = [];
  readonly #drawing: Drawing;
  #drawn = 0;
  #order = 0;
  #group = 0;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  /** @throws FailureError `too_large` */
  draw(element: SvgNode, outer: Scene): void {
    if (++this.#drawn > MOST_DRAWN || outer.above.length > DEEPEST) {
      throw new FailureError('too_large', 'The drawing repeats its parts too often to be drawn.');
    }
    const handle = HANDLERS.get(element.name);
    if (!handle) return;
    const scene = this.#enter(element, outer);
    if (scene) handle(this, element, scene);
  }

  drawChildren(element: SvgNode, scene: Scene): void {
    const inside = { ...scene, above: [...scene.above, element] };
    for (const child of element.children) if (typeof child !== 'string') this.draw(child, inside);
  }

  group(element: SvgNode, scene: Scene): void {
    const text = spelledBy(element);
    if (text === '') this.drawChildren(element, scene);
    else this.#spelled(text, element, scene);
  }

  /** Only the first branch that can be drawn. */
  choose(element: SvgNode, scene: Scene): void {
    const branch = element.children.find(
      child => typeof child !== 'string' && HANDLERS.has(child.name) && !child.attributes.requiredextensions,
    );
    if (branch && typeof branch !== 'string') this.draw(branch, scene);
  }

  use(element: SvgNode, scene: Scene): void {
    const target = this.#drawing.referred(element);
    if (!target || scene.above.includes(target)) return;
    const length = (name: string, whole: number) => parseLength(element.attributes[name], { whole });
    const { viewport } = scene;
    const [x, y] = [length('x', viewport.width) ?? 0, length('y', viewport.height) ?? 0];
    const moved = { ...scene, matrix: multiply(scene.matrix, [1, 0, 0, 1, x, y]) };
    const inside = { ...moved, above: [...scene.above, element] };
    if (target.name !== 'symbol' && target.name !== 'svg') {
      this.draw(target, inside);
      return;
    }
    const box = viewBoxOf(target);
    const width = length('width', viewport.width) ?? box?.width ?? viewport.width;
    const height = length('height', viewport.height) ?? box?.height ?? viewport.height;
    this.#enterViewport(target, inside, { x: 0, y: 0, width, height });
  }

  /** A drawing inside the drawing, with units of its own. */
  nested(element: SvgNode, scene: Scene): void {
    const { viewport } = scene;
    const length = (name: string, whole: number) => parseLength(element.attributes[name], { whole });
    this.#enterViewport(element, scene, {
      x: length('x', viewport.width) ?? 0,
      y: length('y', viewport.height) ?? 0,
      width: length('width', viewport.width) ?? viewport.width,
      height: length('height', viewport.height) ?? viewport.height,
    });
  }

  shape(element: SvgNode, scene: Scene): void {
    const { style, matrix } = scene;
    if (isInvisible(style)) return;
    const paint = inkOf(element, scene, this.#drawing);
    if (paint.fill === '' && paint.stroke === '') return;
    const group = this.#group++;
    for (const subpath of subpathsOf(element, style, scene.viewport)) {
      const outline = outlineOf(subpath, matrix);
      if (!outline) continue;
      for (const seen of clipOutline(outline, paint.fill !== '', scene.clip)) {
        const fill = seen.outline.length < 6 ? '' : paint.fill;
        if (seen.nodes.length < 4 || (fill === '' && paint.stroke === '')) continue;
        const place = { ...boundsOfPoints(seen.outline), ...seen, closed: seen.closed || fill !== '' };
        this.paths.push({ ...place, ...paint, fill, order: this.#order++, group, confidence: 1 });
      }
    }
  }

  text(element: SvgNode, scene: Scene): void {
    const { matrix, viewport, clip } = scene;
    const marks = textMarksOf(element, scene.style, {
      matrix,
      viewport,
      keepsSpace:
        scene.above.findLast(({ attributes }) => 'xml:space' in attributes)?.attributes['xml:space'] ===
        'preserve',
      styleOf: (inner, parent) => this.#style(inner, parent, [...scene.above, element]),
      colorOf: style => letterColor(style, scene.opacity, this.#drawing),
    });
    this.texts.push(...marks.filter(mark => isPlaced(mark) && !isHidden(mark, clip)));
  }

  image(element: SvgNode, scene: Scene): void {
    if (isInvisible(scene.style)) return;
    const box = subpathsOf({ ...element, name: 'rect' }, scene.style, scene.viewport)[0];
    const outline = box && outlineOf(box, scene.matrix);
    if (!outline) return;
    const bounds = boundsOfPoints(outline.nodes);
    if (!isHidden(bounds, scene.clip)) this.images.push({ ...bounds, order: this.#order++ });
  }

  #enter(element: SvgNode, outer: Scene): Scene | null {
    const style = this.#style(element, outer.style, outer.above);
    const opacity = outer.opacity * opacityOf(style.opacity);
    if (style.display === 'none' || opacity < INVISIBLE) return null;
    const transform = style.transform ?? element.attributes.transform;
    const matrix = transform ? multiply(outer.matrix, parseTransform(transform)) : outer.matrix;
    const clip = clipBoxOf(style, { ...outer, matrix }, this.#drawing);
    if (clip && (clip.x1 < clip.x0 || clip.y1 < clip.y0)) return null;
    return { matrix, style, opacity, clip, viewport: outer.viewport, above: outer.above };
  }

  #style(element: SvgNode, parent: Style, above: readonly SvgNode[]): Style {
    return styleOf(element, parent, this.#drawing.sheet, above);
  }

  #enterViewport(
    element: SvgNode,
    scene: Scene,
    place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ): void {
    if (place.width <= 0 || place.height <= 0) return;
    const inner = fitViewBox(element, place);
    const overflows = /visible|auto/.test(scene.style.overflow ?? '');
    const edges = { name: 'rect', attributes: strings(place), children: [] };
    const clip = overflows ? scene.clip : intersect(scene.clip, extentOf([edges], scene));
    const viewport = viewBoxOf(element) ?? place;
    this.drawChildren(element, { ...scene, matrix: multiply(scene.matrix, inner), clip, viewport });
  }

  /** Letters drawn as outlines are drawn apart, so that only their extent is kept. */
  #spelled(text: string, element: SvgNode, scene: Scene): void {
    const apart = new Painter(this.#drawing);
    apart.drawChildren(element, { ...scene, matrix: IDENTITY, clip: null });
    const extent = boundsOfPoints(apart.paths.flatMap(path => [path.x0, path.y0, path.x1, path.y1]));
    if (!(extent.x1 > extent.x0)) return;
    const color = apart.paths[0]?.fill || '#000000';
    const mark = spelledMark(text, extent, { matrix: scene.matrix, color });
    if (isPlaced(mark) && !isHidden(mark, scene.clip)) this.texts.push(mark);
  }
}

type Handler = (painter: Painter, element: SvgNode, scene: Scene) => void;

const asGroup: Handler = (painter, element, scene) => painter.group(element, scene);
const asShape: Handler = (painter, element, scene) => painter.shape(element, scene);

/** What isn't here is never drawn by itself: definitions, scripts, animations, foreign content. */
const HANDLERS: ReadonlyMap<string, Handler> = new Map(
  Object.entries<Handler>({
    g: asGroup,
    a: asGroup,
    svg: (painter, element, scene) => painter.nested(element, scene),
    switch: (painter, element, scene) => painter.choose(element, scene),
    use: (painter, element, scene) => painter.use(element, scene),
    path: asShape,
    line: asShape,
    polyline: asShape,
    polygon: asShape,
    rect: asShape,
    circle: asShape,
    ellipse: asShape,
    text: (painter, element, scene) => painter.text(element, scene),
    image: (painter, element, scene) => painter.image(element, scene),
  }),
);

/** Numbers beyond all bounds give places that are none. */
function isPlaced({ x0, y0, x1, y1, size }: TextMark): boolean {
  return Number.isFinite(x0 + y0 + x1 + y1 + size);
}

function isInvisible({ visibility }: Style): boolean {
  return visibility === 'hidden' || visibility === 'collapse';
}

function strings(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}
