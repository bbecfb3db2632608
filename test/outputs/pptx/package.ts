import type { ChartSpec } from '../../../src/domain/report.ts';
import { all, readPart } from '../../../src/outputs/pptx/dom.ts';
import { partText, unzip } from '../../../src/outputs/zip.ts';

/** The texts of a slide, one a paragraph, in drawing order. */
export function slideTexts(bytes: Uint8Array, number: number): readonly string[] {
  const slide = readPart(unzip(bytes), `ppt/slides/slide${number}.xml`);
  return all(slide, 'a:p')
    .map(paragraph =>
      all(paragraph, 'a:t')
        .map(run => run.textContent ?? '')
        .join(''),
    )
    .filter(text => text !== '');
}

export function slideCount(bytes: Uint8Array): number {
  return [...unzip(bytes).keys()].filter(name => /^ppt\/slides\/[^/]+\.xml$/.test(name)).length;
}

export function notesTexts(bytes: Uint8Array, number: number): readonly string[] {
  const notes = readPart(unzip(bytes), `ppt/notesSlides/notesSlide${number}.xml`);
  return all(notes, 'a:t').map(run => run.textContent ?? '');
}

/** What a native chart's part holds: the values of each series by index; gaps are left out. */
export function chartValues(
  bytes: Uint8Array,
  number: number,
): readonly (readonly [name: string, values: Record<number, number>])[] {
  const chart = readPart(unzip(bytes), `ppt/charts/chart${number}.xml`);
  return all(chart, 'c:ser').map(series => {
    const name = all(all(series, 'c:tx')[0]!, 'c:v')[0]?.textContent ?? '';
    const points = all(all(series, 'c:val')[0]!, 'c:pt');
    return [
      name,
      Object.fromEntries(points.map(point => [Number(point.getAttribute('idx')), Number(point.textContent)])),
    ] as const;
  });
}

export function specValues(
  chart: ChartSpec,
): readonly (readonly [name: string, values: Record<number, number>])[] {
  return chart.series.map(series => [
    series.name,
    Object.fromEntries(series.values.flatMap((value, index) => (value === null ? [] : [[index, value]]))),
  ]);
}

export function part(bytes: Uint8Array, name: string): string {
  return partText(unzip(bytes), name);
}
