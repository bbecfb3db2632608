import type { Measured } from './checks/check-series.ts';
import type { Axis, Frame } from './types.ts';

/**
 * Series that nothing else names, named by the title of their axis: where each of two axes measures one of them, or
 * where layers share an axis whose title names them in their order, "Lowest, Highest".
 */
export function namedByTitle(measured: readonly Measured[], { x, y }: Frame): readonly Measured[] {
  const unnamed = measured.filter(({ series }) => series.name === '');
  if (unnamed.length === 0 || measured.length < 2) return measured;
  const axes = measured[0]!.view.turned ? x : y;
  const names = axes.length === 2 ? byAxis(unnamed, axes) : inOrder(measured, unnamed, axes[0]);
  return measured.map(one => {
    const name = names.get(one);
    return name ? { ...one, series: { ...one.series, name } } : one;
  });
}

function byAxis(
  unnamed: readonly Measured[],
  [first, second]: readonly Axis[],
): ReadonlyMap<Measured, string> {
  const onSecond = unnamed.filter(({ view }) => view.value === second!.scale);
  const onFirst = unnamed.filter(one => !onSecond.includes(one));
  const named = (own: readonly Measured[], { title }: Axis) =>
    own.length === 1 && title !== '' ? [[own[0]!, title] as const] : [];
  return new Map([...named(onFirst, first!), ...named(onSecond, second!)]);
}

function inOrder(
  measured: readonly Measured[],
  unnamed: readonly Measured[],
  axis: Axis | undefined,
): ReadonlyMap<Measured, string> {
  const parts = axis?.title.split(/, (?=\S)/) ?? [];
  const fits = parts.length === unnamed.length + (measured.length > unnamed.length ? 1 : 0);
  if (parts.length < 2 || !fits) return new Map();
  const names = parts.slice(-unnamed.length);
  return new Map(unnamed.map((one, i) => [one, names[i]!]));
}
