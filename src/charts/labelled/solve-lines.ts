import type { Bounds } from '../../domain/mark.ts';
import { parsePrinted } from '../axes/numbers.ts';
import { gapOf, grown, heightOf, touches, unionOf, widthOf } from '../bounds.ts';
import { checkSeries } from '../checks/check-series.ts';
import { isGray } from '../colors.ts';
import { nameDirectly } from '../legend/direct.ts';
import { namedByInk } from '../legend/inks.ts';
import { readLegend } from '../legend/read-legend.ts';
import { readLines } from '../lines/read-lines.ts';
import { rounded, tableOf } from '../table.ts';
import { titleAbove } from '../titles.ts';
import type { CategoryScale, Ink, Label, Line, Shape, SolvedChart, ValueScale } from '../types.ts';
import { baseBelow, withFoot } from './line-base.ts';
import { scaleFromLabels, scaleOfTwo } from './line-scale.ts';

/** Line charts without a value axis, whose nodes carry their values in print: places and numbers must lie on one scale. */
export function solveLabelledLines(
  shapes: readonly Shape[],
  labels: readonly Label[],
  inks: readonly Ink[] = [],
): SolvedChart[] {
  return panelsOf(shapes).flatMap(lines => {
    const plot = unionOf(lines);
    const near = labels.filter(label => touches(grown(withFoot(plot, shapes), AROUND), label));
    const chart = solvePanel(lines, { plot, shapes, labels: near, inks });
    return chart ? [chart] : [];
  });
}

/** Page units: how far off the words of a panel may stand. */
const AROUND = 75;

/** Coloured pens' ways across, those over each other together. */
function panelsOf(shapes: readonly Shape[]): readonly (readonly Line[])[] {
  const lines = shapes.filter(
    (shape): shape is Line =>
      shape.shape === 'line' &&
      !shape.mark.closed &&
      !isGray(shape.color) &&
      widthOf(shape) > 8 &&
      heightOf(shape) > 0.5,
  );
  const panels: Line[][] = [];
  for (const line of lines.length > MOST ? [] : lines) {
    const joined = panels.filter(panel => panel.some(other => areOver(other, line)));
    const rest = panels.filter(panel => !joined.includes(panel));
    panels.splice(0, panels.length, ...rest, [...joined.flat(), line]);
  }
  return panels;
}

/** More lines than this are a drawing. */
const MOST = 60;

function areOver(a: Bounds, b: Bounds): boolean {
  const common = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const alike = Math.abs(a.x0 - b.x0) < TWIN && Math.abs(a.x1 - b.x1) < TWIN;
  const width = Math.max(widthOf(a), widthOf(b));
  return common > -1 && gapOf(a, b) < (alike ? Math.max(3 * width, NARROW) : 0.5 * width);
}

/** Page units: panels of few points are higher than wide. */
const NARROW = 160;
/** Page units: lines of one panel begin and end together. */
const TWIN = 4;

interface Panel {
  readonly plot: Bounds;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
  readonly inks: readonly Ink[];
}

function solvePanel(lines: readonly Line[], { plot, shapes, labels, inks }: Panel): SolvedChart | null {
  const proven = scaleFromLabels(lines.flatMap(nodesOf), labels);
  const value = proven ?? scaleOfTwo(lines, labels);
  if (!value) return null;
  const printed = new Set(value.ticks.map(tick => tick.label));
  const legend = readLegend(
    shapes,
    labels.filter(label => !printed.has(label) && parsePrinted(label.text) === null),
    plot,
  );
  const words = labels.filter(label => !legend.labels.has(label) && !printed.has(label));
  const nodes = lines.map(line => nodesOf(line).map(([x]) => x));
  const base = baseBelow(plot, { labels: words, shapes, nodes });
  const names = namesOn(base);
  const view = { plot: grown(plot, 2), base, value, turned: false };
  const inside = shapes.filter(shape => !legend.used.has(shape) && touches(grown(plot, 3), shape));
  const named = new Set(names.flatMap(label => label.runs));
  const free = words.filter(label => !label.runs.some(run => named.has(run)));
  const read = nameDirectly(readLines(view, inside, legend.entries).series, free);
  if (read.series.length === 0) return null;
  const measured = namedByInk(read.series, inks).map(series => ({
    series: rounded(series),
    view,
    sure: true,
  }));
  const checked = checkSeries(measured, { labels: [...printed], shapes });
  const around = unionOf([plot, ...printed, ...legend.entries, ...names]);
  const title = titleAbove(
    around,
    free.filter(label => !read.used.has(label)),
  );
  return {
    kind: 'chart',
    bounds: unionOf([around, ...(title ? [title] : [])]),
    chart: 'line',
    title: title?.text ?? '',
    xTitle: '',
    yTitle: '',
    unit: value.unit,
    table: tableOf(
      checked.map(one => one.series),
      { x: '', y: '' },
    ),
    points: checked
      .flatMap(one => one.points)
      .map(point => ({ ...point, verified: point.verified && proven !== null })),
    inks: checked.flatMap(({ series: { name, color } }) => (name === '' ? [] : [{ name, color }])),
    confidence: 0.85,
  };
}

function namesOn(base: CategoryScale | ValueScale | null): readonly Label[] {
  if (!base) return [];
  return base.kind === 'category'
    ? base.categories.map(({ label }) => label)
    : base.ticks.map(({ label }) => label);
}

function nodesOf({ nodes }: Line): (readonly [number, number])[] {
  return nodes.flatMap((x, i) => (i % 2 === 0 ? [[x, nodes[i + 1]!] as const] : []));
}
