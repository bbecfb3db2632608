import type { ChartSpec } from '../../../domain/report.ts';
import { BugError } from '../../../errors.ts';
import type { Theme } from '../../theme.ts';
import type { Frame } from '../page.ts';
import { el, val, XML_HEAD } from '../xml.ts';
import { categoryAxis, valueAxis } from './axes.ts';
import { LABEL_SIZE, nativeLook } from './look.ts';
import { barSeries, type Drawn, lineSeries, pieSeries } from './series.ts';
import { line, textProperties } from './text.ts';

const AXES = [val('c:axId', 111111111), val('c:axId', 222222222)];

/**
 * `chartN.xml` of a native chart. PptxGenJS writes zeros as gaps, labels at random colours and children out of order,
 * so that its part is replaced by this one. Schema: ECMA-376 part 1, 21.2.
 */
export function chartPart(chart: ChartSpec, theme: Theme, frame: Pick<Frame, 'w' | 'h'>): string {
  const drawn: Drawn = { chart, look: nativeLook(chart, frame), theme };
  const draw = drawers[drawn.look.kind] as ((drawn: Drawn) => readonly string[]) | undefined;
  if (draw === undefined) throw new BugError(`No native chart of kind "${chart.kind}"`);
  const legend = el(
    'c:legend',
    {},
    val('c:legendPos', 't'),
    val('c:overlay', 0),
    textProperties({ size: LABEL_SIZE, colour: 'tx1' }),
  );
  const plot = el(
    'c:plotArea',
    {},
    layout(drawn),
    ...draw(drawn),
    el('c:spPr', {}, el('a:noFill'), line(null)),
  );
  return `${XML_HEAD}${el(
    'c:chartSpace',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    val('c:date1904', 0),
    val('c:roundedCorners', 0),
    el(
      'c:chart',
      {},
      val('c:autoTitleDeleted', 1),
      plot,
      drawn.look.legend ? legend : '',
      val('c:plotVisOnly', 1),
      val('c:dispBlanksAs', 'gap'),
    ),
    el('c:spPr', {}, el('a:noFill'), line(null)),
    textProperties({ size: LABEL_SIZE, colour: 'tx1' }),
    el('c:externalData', { 'r:id': 'rId1' }, val('c:autoUpdate', 0)),
  )}`;
}

/** Names beside lines need room that PowerPoint doesn't leave by itself. */
function layout({ look }: Drawn): string {
  if (look.plot === null) return el('c:layout');
  const place = [
    val('c:layoutTarget', 'inner'),
    val('c:xMode', 'edge'),
    val('c:yMode', 'edge'),
    val('c:x', fraction(look.plot.x)),
    val('c:y', '0.03'),
    val('c:w', fraction(look.plot.w)),
    val('c:h', '0.87'),
  ];
  return el('c:layout', {}, el('c:manualLayout', {}, ...place));
}

function fraction(number: number): string {
  return number.toFixed(4);
}

const drawers = {
  column: drawn => bars(drawn, 'col', 'clustered'),
  'stacked-column': drawn => bars(drawn, 'col', 'stacked'),
  bar: drawn => bars(drawn, 'bar', 'clustered'),
  line: drawn => [
    el(
      'c:lineChart',
      {},
      val('c:grouping', 'standard'),
      val('c:varyColors', 0),
      ...drawn.chart.series.map((_, index) => lineSeries(drawn, index)),
      val('c:marker', 1),
      ...AXES,
    ),
    categoryAxis('b'),
    valueAxis(drawn, 'l'),
  ],
  pie: drawn => [el('c:pieChart', {}, val('c:varyColors', 1), pieSeries(drawn), val('c:firstSliceAng', 0))],
} satisfies Record<ChartSpec['kind'], (drawn: Drawn) => readonly string[]>;

function bars(drawn: Drawn, direction: 'col' | 'bar', grouping: 'clustered' | 'stacked'): readonly string[] {
  const several = drawn.chart.series.length > 1;
  return [
    el(
      'c:barChart',
      {},
      val('c:barDir', direction),
      val('c:grouping', grouping),
      val('c:varyColors', 0),
      ...drawn.chart.series.map((_, index) => barSeries(drawn, index)),
      val('c:gapWidth', drawn.look.gap),
      grouping === 'stacked' ? val('c:overlap', 100) : several ? val('c:overlap', -5) : '',
      ...AXES,
    ),
    categoryAxis(direction === 'col' ? 'b' : 'l'),
    valueAxis(drawn, direction === 'col' ? 'l' : 'b'),
  ];
}
