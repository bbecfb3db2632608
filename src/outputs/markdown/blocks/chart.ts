import { chartAlt, chartData } from '../../chart-data.ts';
import type { Context } from '../context.ts';
import { escapeInline } from '../escape.ts';
import { references } from '../footnotes.ts';
import { pipeTable } from '../table.ts';
import type { BlockOf } from './index.ts';

/** The redrawn chart as a picture (which names its source), its evidence, and its data in a table that opens on demand. */
export function chart({ chart: spec }: BlockOf<'chart'>, context: Context): string {
  const data = chartData(spec);
  const notes = references(spec.citations, context);
  const table = pipeTable({
    columns: data.columns.map(({ label, number }) => ({ label: escapeInline(label), number })),
    rows: data.rows.map(row => row.map(escapeInline)),
  });
  return [
    `![${escapeInline(chartAlt(spec))}](${context.figures}/${spec.id}.svg)`,
    notes === '' ? '' : `Evidence: ${notes}`,
    `<details>\n<summary>Data of the chart</summary>\n\n${table}\n\n</details>`,
  ]
    .filter(part => part !== '')
    .join('\n\n');
}
