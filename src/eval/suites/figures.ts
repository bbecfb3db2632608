import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Reading } from '../../domain/reading.ts';
import { DRAWN_CHARTS, type DrawnCharts } from '../drawn-charts.ts';
import { inLanes } from '../lanes.ts';
import type { EvalContext, Suite } from '../suite.ts';

/** Charts as they stand in reports: how many of those that a person sees are found and read. */
export const figures: Suite = {
  name: 'figures',
  about: 'charts drawn in reports: how many of those counted by eye are listed, and how many solved',
  needs: 'data',
  run: async context => {
    const there = DRAWN_CHARTS.filter(({ document }) => existsSync(join(context.data, document)));
    const pages = (await inLanes(there, 2, report => countPages(report, context))).flat();
    const sum = (pick: (page: CountedPage) => number) => pages.reduce((all, page) => all + pick(page), 0);
    const counted = sum(page => page.counted);
    const read = sum(page => page.solved);
    const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
    return {
      scores: {
        listed: share(
          sum(page => Math.min(page.counted, page.solved + page.reasons.length)),
          counted,
        ),
        solved: share(
          sum(page => Math.min(page.counted, page.solved)),
          counted,
        ),
        charts: share(
          sum(page => Math.min(page.counted, page.solved)),
          read,
        ),
      },
      n: counted,
      notes: pages.filter(({ counted: all, solved }) => all !== solved).map(noteOn),
      each: pages.map(({ reasons, ...page }) => ({ ...page, reasons: reasons.join(' ') })),
    };
  },
};

interface CountedPage {
  readonly name: string;
  readonly page: number;
  readonly counted: number;
  readonly solved: number;
  /** Why drawings of the page were not read. */
  readonly reasons: readonly string[];
}

/** The pages on which charts were counted, or are read though there is none. */
async function countPages({ document, pages }: DrawnCharts, context: EvalContext): Promise<CountedPage[]> {
  const opened = await context.read(join(context.data, document));
  const read = new Map(
    opened.ok ? opened.document.pages.map(page => [page.page, page.readings] as const) : [],
  );
  const numbers = new Set([...Object.keys(pages).map(Number), ...read.keys()]);
  return [...numbers]
    .map(page =>
      countPage({ name: basename(document), page, counted: pages[page] ?? 0 }, read.get(page) ?? []),
    )
    .filter(({ counted, solved }) => counted > 0 || solved > 0);
}

function countPage(
  page: Pick<CountedPage, 'name' | 'page' | 'counted'>,
  readings: readonly Reading[],
): CountedPage {
  const drawn = readings.filter(({ route }) => route === 'vector');
  return {
    ...page,
    solved: drawn.filter(({ kind }) => kind === 'chart').length,
    reasons: drawn.flatMap(reading => (reading.kind === 'failed' ? [reading.code] : [])),
  };
}

function noteOn({ name, page, counted, solved, reasons }: CountedPage): string {
  const why = reasons.length > 0 ? `: ${reasons.join(', ')}` : '';
  return `${name}, page ${page}: ${solved} of ${counted}${why}`;
}
