import type { Ink, Series } from '../types.ts';

/**
 * Series that nothing beside them names, named like the series of the same ink in another chart of the page: panels
 * explain their inks once. No name twice; a lone series may be any.
 */
export function namedByInk(series: readonly Series[], inks: readonly Ink[]): readonly Series[] {
  const unnamed = series.filter(({ name }) => name === '');
  if (unnamed.length === 0 || series.length < 2) return series;
  const taken = new Set(series.map(({ name }) => name));
  const names = new Map(
    unnamed.flatMap(one => {
      const alike = inks.filter(ink => ink.color === one.color);
      const distinct = new Set(alike.map(({ name }) => name));
      const [name] = distinct;
      return distinct.size === 1 && name && !taken.has(name) ? [[one, name] as const] : [];
    }),
  );
  if (new Set(names.values()).size < names.size) return series;
  return series.map(one => ({ ...one, name: names.get(one) ?? one.name }));
}
