import type { Bounds, PathMark, TextMark } from '../domain/mark.ts';
import type { ChartKind } from '../domain/reading.ts';

interface ShapeBase extends Bounds {
  /** The fill, or the stroke where nothing is filled. */
  readonly color: string;
  readonly mark: PathMark;
}

/** Its sides run along the axes; its corners may be rounded. */
export interface Rect extends ShapeBase {
  readonly shape: 'rect';
}

/** Drawn with a pen and left open, or closed and unfilled. `x, y, x, y, …` as in `mark.nodes`. */
export interface Line extends ShapeBase {
  readonly shape: 'line';
  readonly nodes: readonly number[];
}

/** A sector of a circle or ring; angles in radians, clockwise from twelve o'clock, `to` greater than `from`. */
export interface Wedge extends ShapeBase {
  readonly shape: 'wedge';
  readonly cx: number;
  readonly cy: number;
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
}

/** A marker: small, closed, about as wide as high; also a bubble. */
export interface Dot extends ShapeBase {
  readonly shape: 'dot';
  readonly cx: number;
  readonly cy: number;
  readonly form: 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'other';
}

/** Any other filled outline, such as an area under a line. */
export interface Polygon extends ShapeBase {
  readonly shape: 'polygon';
}

export type Shape = Rect | Line | Wedge | Dot | Polygon;

/** A text as it is meant to be read: wrapped lines and split runs joined. */
export interface Label extends Bounds {
  readonly text: string;
  readonly angle: number;
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  readonly runs: readonly TextMark[];
}

export interface Tick {
  /** Along the axis, in page units. */
  readonly at: number;
  readonly label: Label;
  /** A number, or milliseconds since 1970 in UTC on a date axis. */
  readonly value: number;
}

export interface ValueScale {
  readonly kind: 'linear' | 'log' | 'date';
  readonly ticks: readonly Tick[];
  readonly toValue: (at: number) => number;
  readonly toPlace: (value: number) => number;
  /** Page units: the largest distance of a tick from the fit. */
  readonly residual: number;
  /** Page units: how far off the places are that it measures; `Marks.blur`. */
  readonly blur: number;
  /** How ticks are printed: '%', '$', 'million', '°C', ''. */
  readonly unit: string;
}

export interface Category {
  readonly name: string;
  readonly at: number;
  /** Its band along the axis. */
  readonly from: number;
  readonly to: number;
  readonly label: Label;
}

export interface CategoryScale {
  readonly kind: 'category';
  readonly categories: readonly Category[];
}

export interface Axis {
  readonly side: 'left' | 'right' | 'top' | 'bottom';
  readonly scale: ValueScale | CategoryScale;
  readonly title: string;
}

/** One coordinate system: a plot area with the axes that measure it. A figure may have several. */
export interface Frame {
  readonly plot: Bounds;
  /** Horizontal axes, below or above; the first is the main one. Empty where nothing is printed along that side. */
  readonly x: readonly Axis[];
  readonly y: readonly Axis[];
}

export interface LegendEntry extends Bounds {
  readonly name: string;
  readonly color: string;
  readonly form: 'swatch' | 'line' | 'dot' | 'direct';
  readonly dashed: boolean;
  /** Of the marker in its sample, where there is one. */
  readonly marker?: Dot['form'];
  readonly label: Label;
}

/** One series as it was measured, before it is checked. */
export interface Series {
  readonly name: string;
  readonly color: string;
  readonly kind: ChartKind;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  /** A category's name, or the place on a value or date axis as a person would write it. */
  readonly x: string;
  /** Sorts points along the axis. */
  readonly at: number;
  readonly y: number;
  /** How far off `y` may be, in its own unit. */
  readonly tolerance: number;
  readonly bounds: Bounds;
  /** What is printed at the mark, where something is. */
  readonly label?: Label;
  /** Taken from a curve that nothing marks at this place: its data may stand elsewhere. */
  readonly sampled?: boolean;
}

export interface SolvedPoint {
  readonly series: string;
  readonly x: string;
  readonly y: number;
  readonly how: 'label' | 'geometry';
  readonly verified: boolean;
  readonly tolerance: number;
  readonly bounds: Bounds;
}

export interface SolvedChart {
  readonly kind: 'chart';
  /** Plot, axes, legend and title. */
  readonly bounds: Bounds;
  readonly chart: ChartKind;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly unit: string;
  /** The first column holds categories or x; one column a series. Cells are numbers as a person would write them. */
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly points: readonly SolvedPoint[];
  /** The named series' inks: panels beside it may use them without naming them. */
  readonly inks: readonly Ink[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a color stands for. */
export interface Ink {
  readonly name: string;
  readonly color: string;
}

/** A chart that was found and could not be read, or a drawing that is none. */
export interface UnsolvedChart {
  readonly kind: 'unsolved';
  readonly bounds: Bounds;
  /** `not_a_chart`, or what was missing: `no_axis`, `no_legend`, `ambiguous`, `three_d` … */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
  readonly title: string;
}

export type Solved = SolvedChart | UnsolvedChart;
