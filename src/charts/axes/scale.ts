import type { Tick, ValueScale } from '../types.ts';
import { offBy, regression } from './fit.ts';

/** The scale that ticks measure, fitted by least squares. Values of a log scale are positive. */
export function scaleOf(
  kind: ValueScale['kind'],
  ticks: readonly Tick[],
  unit: string,
  blur = 0,
): ValueScale {
  const into = kind === 'log' ? Math.log10 : (value: number) => value;
  const out = kind === 'log' ? (value: number) => 10 ** value : (value: number) => value;
  const pairs = ticks.map(({ at, value }) => ({ at, value: into(value) }));
  const line = regression(pairs)!;
  return {
    kind,
    ticks,
    unit,
    residual: Math.max(...pairs.map(pair => offBy(line, pair))),
    blur,
    toValue: at => out((at - line.start) / line.slope),
    toPlace: value => line.start + line.slope * into(value),
  };
}

/** The same scale, moved along its axis by so many page units. */
export function moved(scale: ValueScale, by: number): ValueScale {
  const ticks = scale.ticks.map(tick => ({ ...tick, at: tick.at + by }));
  return scaleOf(scale.kind, ticks, scale.unit, scale.blur);
}

/** The same scale with its values multiplied, and then raised. */
export function rescaled(
  scale: ValueScale,
  by: { readonly factor: number; readonly add: number },
): ValueScale {
  const ticks = scale.ticks.map(tick => ({ ...tick, value: tick.value * by.factor + by.add }));
  return scaleOf(scale.kind, ticks, scale.unit, scale.blur);
}
