import type { ChartSpec } from '../../../domain/report.ts';
import { niceAxis } from '../../axis.ts';
import { amountsOf, type ChartLook, chartLook, widestName } from '../../chart-look.ts';
import { textWidth } from '../../font/measure.ts';
import { decimalsOf, formatNumber } from '../../number.ts';
import type { Frame } from '../page.ts';

/** Points; nothing on a slide but its source line is smaller. */
export const LABEL_SIZE = 12;

/** A chart's look and what a native chart needs beside it. */
export interface NativeLook extends ChartLook {
  /** Excel number formats of labels and of the value axis. */
  readonly format: string;
  readonly axisFormat: string;
  /** Lowest value of the value axis; null leaves it to the application. */
  readonly min: number | null;
  /** Percent of a bar's width between bars. */
  readonly gap: number;
  /** The plot as fractions of the frame, where names beside lines need room; null leaves it to the application. */
  readonly plot: { readonly x: number; readonly w: number } | null;
}

export function nativeLook(chart: ChartSpec, frame: Pick<Frame, 'w' | 'h'>): NativeLook {
  const room = { width: frame.w * 72, height: frame.h * 72, label: LABEL_SIZE };
  const look = chartLook(chart, room);
  const amounts = amountsOf(chart);
  const low = look.fromZero ? Math.min(0, ...amounts) : Math.min(...amounts);
  const positive = amounts.every(value => value >= 0);
  const widest = Math.max(0, ...amounts.map(value => textWidth(formatNumber(value), { size: LABEL_SIZE })));
  const left = (widest + 24) / room.width;
  return {
    ...look,
    format: numberFormat(look.decimals),
    axisFormat: numberFormat(decimalsOf(niceAxis(low, Math.max(low, ...amounts)).ticks)),
    min: look.fromZero && positive ? 0 : null,
    gap: chart.categories.length <= 4 && chart.series.length === 1 ? 90 : 55,
    plot: look.endNames
      ? {
          x: left,
          w: 1 - left - Math.max(0, widestName(chart, room) + 12 - slot(chart, room.width) / 2) / room.width,
        }
      : null,
  };
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** A line's last point stands half a slot from the plot's right edge, and its name may use that. */
function slot(chart: ChartSpec, width: number): number {
  return width / Math.max(1, chart.categories.length);
}
