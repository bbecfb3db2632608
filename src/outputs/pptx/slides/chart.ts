import { chartAlt } from '../../chart-data.ts';
import { plain } from '../../plain.ts';
import { type Canvas, drawBullets, drawHeading, drawSource, drawTitle } from '../draw.ts';
import { BODY } from '../page.ts';
import { chartFrames, panelSize } from '../side-panel.ts';
import type { SlideOf } from './index.ts';

/** One message: the chart that proves it at the left, what it means at the right. */
export function chart(page: SlideOf<'chart'>, canvas: Canvas): void {
  const { slide, charts } = canvas;
  const points = page.points.map(point => plain(point.text));
  const frames = chartFrames(points.length > 0);
  drawTitle(canvas, page.title);
  drawHeading(canvas, plain(page.chart.subtitle), frames.heading);
  const name = `Chart ${charts.length + 1}`;
  // Only the frame and the relation are PptxGenJS's: the finishing pass replaces the chart and its workbook.
  const placeholder = [{ name: 'Data', labels: ['A'], values: [1] }];
  slide.addChart('bar', placeholder, { ...frames.chart, objectName: name, altText: chartAlt(page.chart) });
  charts.push({ chart: page.chart, frame: frames.chart, name });
  if (points.length > 0) {
    slide.addShape('line', {
      x: frames.rule,
      y: BODY.y,
      w: 0,
      h: BODY.h,
      line: { color: 'bg2', width: 1 },
      objectName: 'Rule',
    });
    drawBullets(canvas, points, { ...frames.panel, size: panelSize(page.points, frames.panel) ?? 12 });
  }
  drawSource(canvas, page);
}
