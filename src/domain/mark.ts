/** A rectangle by its edges in page units (points in a PDF, pixels in an image), origin at the top left, y downwards. */
export interface Bounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** One run of text on one line. */
export interface TextMark extends Bounds {
  readonly text: string;
  /** Degrees clockwise from left-to-right: 0 is level, -90 reads upwards, 90 downwards, -45 climbs. The edges hold the turned text. */
  readonly angle: number;
  /** Height of the letters' em. */
  readonly size: number;
  readonly bold: boolean;
  /** `#rrggbb`. */
  readonly color: string;
  /** 0 to 1: how sure its characters are; 1 in a text layer. */
  readonly confidence: number;
}

/**
 * One subpath that was drawn. Whether it is a bar, a line, a wedge or a tick is for `charts/` to say;
 * what Lens sees is written down the same way.
 */
export interface PathMark extends Bounds {
  /** `x, y, x, y, …`: the ends of its segments in drawing order. A closed path doesn't repeat its first point. */
  readonly nodes: readonly number[];
  /** The same with its curves flattened, to a tenth of a unit; equals `nodes` where nothing is curved. */
  readonly outline: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
  /** `#rrggbb`; '' where it isn't filled. A gradient or pattern counts with its middle colour. */
  readonly fill: string;
  /** `#rrggbb`; '' where it isn't stroked. */
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashed: boolean;
  /** 0 to 1. */
  readonly opacity: number;
  /** Position in the order of drawing: what comes later lies on top. */
  readonly order: number;
  /** Subpaths painted by one operator share a number. */
  readonly group: number;
  /** 0 to 1: how sure it is that this was drawn, and where; 1 for what a file states. */
  readonly confidence: number;
}

/** A picture inside a drawing: a bar's texture, a logo, a raster plot. */
export interface ImageMark extends Bounds {
  readonly order: number;
}

/** What is drawn in one figure and close around it, in isotropic units: a circle stays a circle. */
export interface Marks {
  /** Of the whole page, in the same units. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turns by which the page's text is turned as displayed; here they are undone. */
  readonly turn: 0 | 1 | 2 | 3;
  /** The figure's own place. Texts may lie outside: titles, legends and sources stand around a chart. */
  readonly frame: Bounds;
  readonly texts: readonly TextMark[];
  readonly paths: readonly PathMark[];
  readonly images: readonly ImageMark[];
  /** How far off a place may be, in units: 0, or left out, where a file states it; about half a pixel where it was seen. */
  readonly blur?: number;
}
