import { chartData } from '../../chart-data.ts';
import type { Context } from '../context.ts';
import { references } from '../sentence.ts';
import { tableHtml } from '../table.ts';
import { tag, text } from '../tag.ts';
import type { BlockOf } from './index.ts';

/** The redrawn chart inline, its source with the way to the evidence, its data on demand. */
export function chart({ chart: spec }: BlockOf<'chart'>, context: Context): string {
  const data = chartData(spec);
  const svg = context.figures.get(spec.id);
  const table = tableHtml({
    caption: svg === undefined ? spec.title : '',
    columns: data.columns,
    rows: data.rows,
  });
  const notes = references(spec.citations, context);
  if (svg === undefined) return tag('figure', { class: 'chart' }, table, caption(spec.sourceLine, notes));
  const details = tag('details', {}, tag('summary', {}, 'Data of the chart'), table);
  return tag(
    'figure',
    { class: 'chart' },
    svg.trim(),
    caption(notes === '' ? '' : 'Evidence:', notes),
    details,
  );
}

function caption(line: string, notes: string): string {
  return line === '' && notes === '' ? '' : tag('figcaption', {}, text(line), notes);
}
