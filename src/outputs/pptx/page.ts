/** A place on a slide, in inches from its top left corner. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** 16:9, the size that PowerPoint calls widescreen. */
export const SLIDE = { w: 13.333, h: 7.5 } as const;

/** The same on every content slide. */
export const TITLE: Frame = { x: 0.6, y: 0.42, w: 12.13, h: 0.92 };
export const BODY: Frame = { x: 0.6, y: 1.55, w: 12.13, h: 5.05 };
export const SOURCE: Frame = { x: 0.6, y: 6.84, w: 11.2, h: 0.36 };
export const NUMBER: Frame = { x: 12.03, y: 6.84, w: 0.7, h: 0.36 };

/** The cover. */
export const COVER_TITLE: Frame = { x: 0.9, y: 1.9, w: 11.0, h: 2.0 };
export const COVER_TEXT: Frame = { x: 0.9, y: 4.15, w: 10.2, h: 2.2 };

/** Points. */
export const SIZES = {
  title: [24, 22, 20],
  coverTitle: [40, 36, 32, 28],
  coverText: [18, 16, 14],
  points: [20, 18, 16, 14],
  sidePoints: [16, 14, 12],
  heading: [14, 12],
  table: [14, 12],
  entries: [16, 14, 12],
  source: [10, 9],
} as const;

/** Height of a line of text, in multiples of its size: what PowerPoint gives Arial, rounded up. */
export const LINE = 1.2;

/** Widths are measured in the metric twin of the theme's font; this much is kept in reserve. */
export const RESERVE = 0.97;
