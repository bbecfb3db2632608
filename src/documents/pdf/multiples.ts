import { type Bounds, overlapY, union } from './bounds.ts';
import type { Figure } from './figures.ts';
import type { Mark } from './marks.ts';
import { isWordy, type Segment } from './segments.ts';

/** A figure before it is known whether it stands alone. */
export interface Panel extends Figure {
  /** What is drawn, without labels. */
  readonly core: Bounds;
  readonly marks: readonly Mark[];
}

/** Panels in one row that only the first has labels for are one figure: small multiples share an axis. */
export function joinMultiples(panels: readonly Panel[]): Figure[] {
  const rows: Panel[] = [];
  for (const panel of [...panels].sort((a, b) => a.core.x0 - b.core.x0)) {
    const i = rows.findIndex(row => continuesRow(row, panel));
    if (i < 0) rows.push(panel);
    else rows[i] = joined(rows[i]!, panel);
  }
  return rows.map(({ core, marks, ...figure }) => figure);
}

/** Points: panels that share their axis stand this close. */
const PANEL_GAP = 45;
const LEVEL = 0.85;

function continuesRow(row: Panel, next: Panel): boolean {
  if (row.drawing === 'raster' || next.drawing === 'raster') return false;
  const gap = next.core.x0 - row.core.x1;
  const height = Math.max(row.core.y1 - row.core.y0, next.core.y1 - next.core.y0);
  if (gap < -10 || gap > PANEL_GAP || overlapY(row.core, next.core) < LEVEL * height) return false;
  const sameRows = isAligned(barsOf(row), barsOf(next));
  return sameRows ? names(row) > 1 && names(next) < 1 : edgeLabels(row) > 1 && edgeLabels(next) === 0;
}

/** Most of the bars of one lie in line with bars of the other. */
function isAligned(bars: readonly Bounds[], others: readonly Bounds[]): boolean {
  const inLine = others.filter(a =>
    bars.some(b => Math.abs(a.y0 - b.y0) < 1.5 && Math.abs(a.y1 - b.y1) < 1.5),
  );
  return others.length >= 3 && inLine.length > 0.6 * others.length;
}

/** Categories: words to the left of all bars, or the outlines of their letters. */
function names(panel: Panel): number {
  const { labels, marks } = panel;
  const bars = barsOf(panel);
  const left = Math.min(...bars.map(bar => bar.x0));
  const letters = marks.filter(
    mark =>
      mark.kind === 'shape' &&
      mark.x1 < left &&
      mark.y1 - mark.y0 < 12 &&
      bars.some(bar => mark.y0 < bar.y1 && mark.y1 > bar.y0),
  );
  return labels.filter(label => isWordy(label) && label.x1 < left + 4).length + letters.length / LETTERS;
}

const LETTERS = 8;

function barsOf({ marks }: Panel): Mark[] {
  return marks.filter(mark => mark.kind === 'bar');
}

/** Labels left of the drawing, or in its leftmost part. */
function edgeLabels({ labels, core }: Panel): number {
  const edge = core.x0 + 0.15 * (core.x1 - core.x0);
  return labels.filter((label: Segment) => label.x1 < edge).length;
}

function joined(row: Panel, next: Panel): Panel {
  return {
    ...row,
    ...union([row, next]),
    labels: [...row.labels, ...next.labels],
    core: union([row.core, next.core]),
    marks: [...row.marks, ...next.marks],
  };
}
