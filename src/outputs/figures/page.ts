/** Sizes of a figure in pixels. */
export const FIGURE = {
  /** At least; a figure with long names beside its plot is wider. */
  width: 720,
  plot: { width: 680, height: 320 },
  /** Height of a lying bar with its gap. */
  barHeight: 44,
  margin: 20,
  title: 17,
  subtitle: 13,
  label: 12,
  source: 11,
  /** Pixels of the PNG for one of the SVG. */
  scale: 2,
} as const;

export const FONT = 'Liberation Sans, Arial, Helvetica, sans-serif';
