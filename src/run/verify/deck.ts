import type { ChartRegion, Document, Page, Region } from '../../domain/region.ts';
import { numbersIn, strangers } from './numbers.ts';
import type { Problem } from './problem.ts';

/**
 * Holds an edited deck, read back from its XML, against the deck that the store renders, read back the same way.
 * Slides may be moved, removed and reworded; numbers in text, tables and charts must be those of the slide they came from.
 */
export function verifyDeck(edited: Document, rendered: Document, name: string): readonly Problem[] {
  return edited.pages.flatMap(page => {
    const original = likest(page, rendered.pages);
    if (!original) return [];
    const where = `${name}, slide ${page.page}`;
    return [...checkWords(page, original, where), ...checkCharts(page, original, where)];
  });
}

function checkWords(page: Page, original: Page, where: string): readonly Problem[] {
  const allowed = new Set(original.regions.flatMap(region => numbersIn(wordsOf(region))));
  return page.regions
    .filter(region => region.kind !== 'chart')
    .flatMap(region =>
      strangers(wordsOf(region), allowed).map(number => ({
        where,
        rule: 'number' as const,
        message: `${number} is in no finding that this slide stands on: ${wordsOf(region).slice(0, 160)}`,
      })),
    );
}

function checkCharts(page: Page, original: Page, where: string): readonly Problem[] {
  const points = new Set(charts(original).flatMap(chart => pointsOf(chart).map(({ key }) => key)));
  return charts(page).flatMap(chart =>
    pointsOf(chart)
      .filter(({ key }) => !points.has(key))
      .map(({ series, category, value }) => ({
        where,
        rule: 'number' as const,
        message: `The chart${chart.title ? ` “${chart.title}”` : ''} shows ${value} for ${series} at ${category}; no finding says so.`,
      })),
  );
}

function charts({ regions }: Page): readonly ChartRegion[] {
  return regions.filter(region => region.kind === 'chart');
}

function pointsOf({ categories, series }: ChartRegion) {
  return series.flatMap(({ name, values }) =>
    values.flatMap((value, i) =>
      value === null
        ? []
        : [
            {
              series: name,
              category: categories[i] ?? '',
              value,
              key: `${name}\u0000${categories[i]}\u0000${value}`,
            },
          ],
    ),
  );
}

function likest(page: Page, pages: readonly Page[]): Page | undefined {
  const words = bag(page);
  const scored = pages.map(other => ({
    other,
    shared: [...bag(other)].filter(word => words.has(word)).length,
  }));
  return scored.sort(
    (a, b) => b.shared - a.shared || Math.abs(a.other.page - page.page) - Math.abs(b.other.page - page.page),
  )[0]?.other;
}

function bag({ regions }: Page): ReadonlySet<string> {
  return new Set(
    regions.flatMap(
      region =>
        wordsOf(region)
          .toLowerCase()
          .match(/\p{L}{3,}/gu) ?? [],
    ),
  );
}

function wordsOf(region: Region): string {
  if (region.kind === 'text') return region.text;
  if (region.kind === 'table')
    return [region.title, region.note, ...region.columns, ...region.rows.flat()].join(' \n ');
  if (region.kind === 'chart')
    return [region.title, ...region.categories, ...region.series.map(series => series.name)].join(' \n ');
  return region.caption;
}
