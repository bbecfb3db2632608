import type { Side } from '../../label-sides.ts';
import { FIGURE } from '../page.ts';
import { categoryAxis, valueScale, zeroLine } from './bars.ts';
import { colourScale, framed, inkScale, legend, type Sketch, type Spec } from './frame.ts';

/** Lines with a point at every value; a gap in the data is a gap in the line. */
export function line(sketch: Sketch): Spec {
  const { look, rows, chart } = sketch;
  const values = rows.map(row => row.value);
  const low = look.fromZero ? Math.min(0, ...values) : Math.min(...values);
  const colour = { field: 'series', type: 'nominal', scale: colourScale(sketch), legend: legend(sketch) };
  const y = { field: 'value', type: 'quantitative', ...valueScale(sketch, [low, Math.max(...values, low)]) };
  const names = {
    transform: [{ filter: `${JSON.stringify(lastKeys(sketch))}[datum.series] === datum.key` }],
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 9, fontWeight: 'bold' },
    encoding: { text: { field: 'series' }, color: { ...colour, scale: inkScale(sketch), legend: null } },
  };
  const points = {
    mark: { type: 'point', filled: true, size: 46, opacity: 1 },
    encoding: { color: { ...colour, legend: null } },
  };
  return framed(sketch, {
    width: FIGURE.plot.width - (look.endNames ? 60 : 0),
    height: FIGURE.plot.height,
    // Numbered runs without a gap: a line joins the points of one run.
    transform: [{ calculate: `${JSON.stringify(runs(sketch))}[datum.series][+datum.key]`, as: 'run' }],
    encoding: { x: categoryAxis(sketch), y },
    layer: [
      ...zeroLine(sketch, 'y'),
      { mark: { type: 'line', strokeWidth: 2.5 }, encoding: { color: colour, detail: { field: 'run' } } },
      ...(look.markers ? [points] : []),
      ...(look.endNames ? [names] : []),
      ...(look.labels && chart.series.length === 1 ? valueLabels(sketch) : []),
    ],
    resolve: { scale: { color: 'independent' } },
  });
}

const PLACES = {
  above: { align: 'center', baseline: 'bottom', dy: -9 },
  below: { align: 'center', baseline: 'top', dy: 9 },
  left: { align: 'right', baseline: 'middle', dx: -9 },
  right: { align: 'left', baseline: 'middle', dx: 9 },
} satisfies Record<Side, Spec>;

/** A layer a side, because a mark's alignment can't depend on its data. */
function valueLabels({ look }: Sketch): readonly Spec[] {
  return Object.entries(PLACES).map(([side, place]) => ({
    transform: [{ filter: `${JSON.stringify(look.sides)}[+datum.key] === '${side}'` }],
    mark: { type: 'text', ...place },
    encoding: { text: { field: 'label' } },
  }));
}

function lastKeys({ rows }: Sketch): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(row => [row.series, row.key]));
}

function runs({ chart, rows }: Sketch): Readonly<Record<string, readonly number[]>> {
  const names = [...new Set(rows.map(row => row.series))];
  return Object.fromEntries(
    names.map(name => {
      const present = new Set(rows.filter(row => row.series === name).map(row => Number(row.key)));
      let run = 0;
      return [name, chart.categories.map((_, index) => (present.has(index) ? run : ++run))];
    }),
  );
}
