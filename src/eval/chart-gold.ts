import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDelimited } from '../documents/csv/parse.ts';
import { statedBy } from './chart-stated.ts';
import { filesBelow, readJson } from './gold.ts';

/** What of the gold a drawing shows. */
export type Shown =
  /** The values themselves. */
  | 'values'
  /** Each value's share of its series (a pie) or of its row (a stack of 100 %). */
  | 'series-shares'
  | 'row-shares'
  /** Lines stacked on each other are drawn at the sum of all so far, and so they are read. */
  | 'sums'
  | 'row-sum-shares';

/** One drawn chart and the data it was drawn from. */
export interface GoldChart {
  /** Such as `vega-lite svg`. */
  readonly origin: string;
  readonly name: string;
  /** The file that shows it, absolute, and the page, from 1. */
  readonly document: string;
  readonly page: number;
  readonly type: string;
  readonly title: string;
  /** `wide`: heads, then a column a series; `xy`: a row a point. */
  readonly format: 'wide' | 'xy';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly shown: Shown;
  /** Why it isn't scored; '' where it is. */
  readonly leftOut: string;
  /** Values that the drawing itself says it shows otherwise, as `head\ncolumn`: neither right nor wrong. */
  readonly otherwise: ReadonlySet<string>;
}

const OTHER_DATA = 'drawn from other data';

const NOTHING_STATED = { other: false, values: new Set<string>() } as const;

/** Charts of which `charts/<origin>/` holds the file and, beside it, the data as CSV. */
export async function chartFiles(data: string, ending: '.svg' | '.png'): Promise<readonly GoldChart[]> {
  const folder = join(data, 'charts');
  const files = (await filesBelow(folder)).filter(file => file.endsWith(ending));
  return Promise.all(
    files.map(async file => {
      const name = file.slice(0, -ending.length);
      const meta = (await readJson(join(folder, `${name}.json`))) as ChartMeta;
      const csv = await readFile(join(folder, `${name}.csv`), 'utf8');
      const [columns = [], ...rows] = parseDelimited(`sep=,\n${csv}`).rows;
      const type = meta.chart_type;
      const chart = { type, columns, rows, format: meta.format === 'xy' ? 'xy' : 'wide' } as const;
      const stated =
        ending === '.svg' ? statedBy(await readFile(join(folder, file), 'utf8'), chart) : NOTHING_STATED;
      return {
        ...chart,
        origin: `${meta.origin ?? name.split('/')[0]} ${ending.slice(1)}`,
        name: name.slice(name.lastIndexOf('/') + 1),
        document: join(folder, file),
        page: 1,
        title: meta.title ?? '',
        shown: shownBy({ ...chart, percent: false }),
        leftOut: stated.other ? OTHER_DATA : '',
        otherwise: stated.values,
      };
    }),
  );
}

interface ChartMeta {
  readonly chart_type: string;
  readonly origin?: string;
  readonly format?: string | null;
  readonly title?: string | null;
}

/** Charts of decks that were exported to PDF: a page a slide, in order, without the hidden ones. */
export async function exportedCharts(data: string): Promise<readonly GoldChart[]> {
  const files = await filesBelow(join(data, 'vector_pdf'));
  const decks = await Promise.all(
    files.map(async file => {
      const name = file.replace(/\.pdf$/, '');
      const slides = (await readJson(join(data, 'pptx_gold', `${name}.json`))) as readonly DeckSlide[];
      return slides
        .filter(slide => !slide.hidden)
        .flatMap(({ charts }, i) =>
          charts.map(
            (chart, k): GoldChart => ({
              origin: 'office pdf',
              name: `${name} ${i + 1}.${k + 1}`,
              document: join(data, 'vector_pdf', file),
              page: i + 1,
              type: chart.type,
              title: chart.title ?? '',
              format: chart.format,
              columns: chart.columns,
              rows: chart.rows,
              shown: shownBy({ ...chart, percent: chart.percent_stacked }),
              leftOut: chart.three_d ? '3-D' : '',
              otherwise: new Set(),
            }),
          ),
        );
    }),
  );
  return decks.flat();
}

interface DeckSlide {
  readonly hidden: boolean;
  readonly charts: readonly {
    readonly type: string;
    readonly title: string | null;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly format: 'wide' | 'xy';
    readonly three_d: boolean;
    readonly percent_stacked: boolean;
  }[];
}

function shownBy({
  type,
  percent,
  rows,
}: Pick<GoldChart, 'type' | 'rows'> & { readonly percent: boolean }): Shown {
  if (/pie|donut/.test(type)) return 'series-shares';
  if (type === 'stacked_line') return percent ? 'row-sum-shares' : 'sums';
  const sums = rows.map(row => row.slice(1).reduce((sum, cell) => sum + Number(cell), 0));
  const hundred = /stacked/.test(type) && sums.length > 1 && sums.every(sum => Math.abs(sum - 100) < 0.5);
  return percent || hundred ? 'row-shares' : 'values';
}
