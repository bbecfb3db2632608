import { chartAlt, chartData } from '../../chart-data.ts';
import type { Context } from '../context.ts';
import { escapeInline, escapeLine } from '../escape.ts';
import { references } from '../footnotes.ts';
import { pipeTable } from '../table.ts';
import type { BlockOf } from './index.ts';

/** The redrawn chart as a picture, its source, and its data in a table that opens on demand. */
export function chart({ chart: spec }: BlockOf<'chart'>, context: Context): string {
  const data = chartData(spec);
  const source = `${escapeLine(spec.sourceLine)}${references(spec.citations, context)}`;
  const table = pipeTable({
    columns: data.columns.map(({ label, number }) => ({ label: escapeInline(label), number })),
    rows: data.rows.map(row => row.map(escapeInline)),
  });
  return [
    `![${escapeInline(chartAlt(spec))}](${context.figures}/${spec.id}.svg)`,
    source,
    `<details>\n<summary>Data of the chart</summary>\n\n${table}\n\n</details>`,
  ]
    .filter(part => part !== '')
    .join('\n\n');
}
