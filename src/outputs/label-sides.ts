import type { ChartSpec } from '../domain/report.ts';
import type { Room } from './chart-look.ts';
import { textWidth } from './font/measure.ts';
import { formatNumber } from './number.ts';

/** Where a value stands beside its point. */
export type Side = 'above' | 'below' | 'left' | 'right';

interface Scale {
  readonly room: Room;
  readonly fromZero: boolean;
  readonly decimals: number;
}

/** Distance of a label from its point. */
const GAP = 8;

/** For every point of a single line the side on which the line runs through its label least; above where it can. */
export function labelSides(chart: ChartSpec, { room, fromZero, decimals }: Scale): readonly Side[] {
  const values = chart.series[0]?.values ?? [];
  const known = values.filter(value => value !== null);
  const low = fromZero ? Math.min(0, ...known) : Math.min(...known);
  const perUnit = (room.height * 0.75) / Math.max(1e-9, Math.max(...known) - low);
  const slot = (room.width * 0.94) / Math.max(1, values.length);
  const rise = (from: number, to: number) => {
    const [a, b] = [values[from], values[to]];
    return a == null || b == null ? null : (b - a) * perUnit;
  };
  return values.map((value, index) => {
    if (value === null) return 'above';
    const width = textWidth(formatNumber(value, decimals), { size: room.label });
    const height = (value - low) * perUnit;
    const lines: readonly Slope[] = [
      { rise: rise(index, index - 1), run: -slot },
      { rise: rise(index, index + 1), run: slot },
    ];
    const sides = allowed({ width, height, slot, label: room.label });
    return leastCrossed(sides, lines, { width, label: room.label });
  });
}

/** From the point to a neighbour; `rise` is null where there is none. */
interface Slope {
  readonly rise: number | null;
  readonly run: number;
}

/** Below needs room above the axis, and beside needs room up to the neighbour. */
function allowed(at: {
  readonly width: number;
  readonly height: number;
  readonly slot: number;
  readonly label: number;
}): readonly Side[] {
  const below = at.height > GAP + at.label * 1.3;
  const beside = at.width + 2 * GAP <= at.slot;
  return ['above', ...(below ? (['below'] as const) : []), ...(beside ? (['left', 'right'] as const) : [])];
}

function leastCrossed(
  sides: readonly Side[],
  lines: readonly Slope[],
  text: { readonly width: number; readonly label: number },
): Side {
  const crossed = sides.map(side => lines.reduce((sum, line) => sum + crossing(boxOf(side, text), line), 0));
  // A pixel or two of a line under a label are better than a label where nobody looks for it.
  const best = Math.min(...crossed);
  return sides.find((_, index) => (crossed[index] ?? 0) <= best + 2) ?? 'above';
}

/** Left, right, bottom, top around the point, upwards positive. */
type Around = readonly [left: number, right: number, bottom: number, top: number];

function boxOf(side: Side, { width, label }: { readonly width: number; readonly label: number }): Around {
  const half = label * 0.5;
  switch (side) {
    case 'above':
      return [-width / 2, width / 2, GAP - 2, GAP + label];
    case 'below':
      return [-width / 2, width / 2, -GAP - label, -GAP + 2];
    case 'left':
      return [-GAP - width, -GAP, -half, half];
    case 'right':
      return [GAP, GAP + width, -half, half];
  }
}

/** Length of the line's part inside the box, in steps of one. */
function crossing([left, right, bottom, top]: Around, { rise, run }: Slope): number {
  if (rise === null) return 0;
  const steps = Math.ceil(Math.hypot(rise, run));
  return Array.from({ length: steps }, (_, step) => step / steps).filter(part => {
    const [x, y] = [run * part, rise * part];
    return x > left && x < right && y > bottom && y < top;
  }).length;
}
