import type { Bounds } from '../../domain/mark.ts';
import { gapOf } from '../bounds.ts';
import type { Label, ValueScale } from '../types.ts';
import type { Ruler } from './rulers.ts';
import { rescaled } from './scale.ts';

const FACTOR = /^[×x*]?\s?(?:1e(?<e>[-+−]?\d+)|10\^(?<ten>[-+−]?\d+))$/i;
const OFFSET = /^(?<sign>[-+−])(?<amount>\d+(?:\.\d+)?(?:e[-+−]?\d+)?)$/i;

/** A ruler's scale under the factor ("1e6", "×10^3") or the sum ("+2.5e4") that is printed at the axis' end. */
export function lettered(
  { scale, direction, bounds }: Ruler,
  plot: Bounds,
  free: readonly Label[],
): ValueScale {
  for (const label of free) {
    const change = changeIn(label.text);
    if (!change || scale.kind !== 'linear') continue;
    const beyond =
      direction === 'y'
        ? label.y1 <= plot.y0 + label.size && Math.abs(label.x0 - plot.x0) < 6 * label.size
        : label.y0 >= bounds.y0 - 2 && label.x1 > plot.x1 - 5 * label.size;
    const near = gapOf(label, bounds) < 4 * label.size || gapOf(label, plot) < 1.5 * label.size;
    if (beyond && near) return rescaled(scale, change);
  }
  return scale;
}

function changeIn(text: string): { factor: number; add: number } | null {
  const plain = text.replace(/\s+/g, '').replace(/−/g, '-');
  const factor = FACTOR.exec(plain)?.groups;
  if (factor) return { factor: 10 ** Number(factor.e ?? factor.ten), add: 0 };
  const offset = OFFSET.exec(plain)?.groups;
  return offset ? { factor: 1, add: Number(`${offset.sign}${offset.amount}`) } : null;
}
