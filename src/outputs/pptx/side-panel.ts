import type { Sentence } from '../../domain/report.ts';
import { bulletSize } from './fit.ts';
import { BODY, type Frame, SIZES } from './page.ts';

const PANEL_WIDTH = 3.45;
const GUTTER = 0.45;
const HEADING = 0.4;
const MOST = 5;

/** Where the parts of a chart slide stand. */
export interface ChartFrames {
  readonly heading: Frame;
  readonly chart: Frame;
  readonly panel: Frame;
  /** The x of the line between chart and panel. */
  readonly rule: number;
}

export function chartFrames(withPanel: boolean): ChartFrames {
  const width = withPanel ? BODY.w - PANEL_WIDTH - 2 * GUTTER : BODY.w;
  return {
    heading: { x: BODY.x, y: BODY.y - 0.06, w: width, h: HEADING },
    chart: { x: BODY.x, y: BODY.y + HEADING, w: width, h: BODY.h - HEADING },
    panel: { x: BODY.x + BODY.w - PANEL_WIDTH, y: BODY.y, w: PANEL_WIDTH, h: BODY.h },
    rule: BODY.x + BODY.w - PANEL_WIDTH - GUTTER,
  };
}

/** The points that stand beside a chart, and those that don't fit there. */
export function sidePanel(points: readonly Sentence[]): {
  readonly beside: readonly Sentence[];
  readonly rest: readonly Sentence[];
} {
  const { panel } = chartFrames(true);
  let count = Math.min(points.length, MOST);
  while (count > 0 && panelSize(points.slice(0, count), panel) === null) count--;
  return { beside: points.slice(0, count), rest: points.slice(count) };
}

export function panelSize(points: readonly Sentence[], panel: Frame): number | null {
  return bulletSize(
    points.map(point => point.text),
    panel,
    SIZES.sidePoints,
  );
}
