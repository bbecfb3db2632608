/* ECharts, drawn as SVG; places come from its own layout of each series. */
Sight.libraries.echarts = async (spec, box, marks) => {
  const chart = echarts.init(box, spec.dark ? 'dark' : null, {
    renderer: 'svg',
    width: spec.width,
    height: spec.height,
  });
  chart.setOption(echartsOption(spec));
  const model = chart.getModel();
  model.eachSeries((series, k) => echartsSeries(spec, series, k, marks));
  for (const name of ['xAxis', 'yAxis']) model.eachComponent(name, c => echartsAxis(c.axis, marks));
  echartsLegend(chart, marks);
  return () => chart.dispose();
};

function echartsOption(spec) {
  const round = spec.kind === 'pie' || spec.kind === 'donut';
  const text = { fontFamily: spec.font, fontSize: spec.size, color: spec.ink };
  const option = {
    animation: false,
    backgroundColor: spec.background,
    textStyle: text,
    ...(spec.palette.length ? { color: spec.palette } : {}),
    title: spec.title
      ? {
          text: spec.title,
          subtext: spec.subtitle,
          left: spec.titleAt,
          textStyle: { ...text, fontSize: spec.size * 1.5 },
        }
      : undefined,
    legend:
      spec.legend === 'none'
        ? undefined
        : {
            show: true,
            textStyle: text,
            ...{
              top: { top: spec.title ? 30 : 4 },
              bottom: { bottom: 4 },
              right: { right: 8, top: 'middle', orient: 'vertical' },
              left: { left: 8, top: 'middle', orient: 'vertical' },
            }[spec.legend],
          },
    series: spec.series.map((s, k) => echartsShape(spec, s, k)),
  };
  if (spec.kind === 'radar')
    option.radar = {
      indicator: spec.categories.map((name, i) => ({
        name,
        max: Math.max(...spec.series.map(s => Math.abs(s.values[i]))) * 1.3,
      })),
      axisName: text,
    };
  else if (!round) Object.assign(option, echartsAxes(spec, text));
  if (spec.seed % 9 === 0)
    option.toolbox = {
      feature: { saveAsImage: {}, dataView: {}, magicType: { type: ['line', 'bar'] }, restore: {} },
    };
  return option;
}

function echartsAxes(spec, text) {
  const xy = spec.kind === 'scatter' || spec.kind === 'bubble';
  const value = {
    type: 'value',
    axisLabel: text,
    name: spec.yTitle,
    nameTextStyle: text,
    splitLine: { show: spec.grid !== 'none' },
    axisLine: { show: spec.seed % 3 === 0 },
    axisTick: { show: spec.seed % 4 === 0 },
  };
  const along = xy
    ? { ...value, name: spec.xTitle }
    : {
        type: 'category',
        data: spec.categories,
        axisLabel: { ...text, rotate: spec.level ? 0 : spec.turn, interval: spec.turn ? 0 : 'auto' },
        name: spec.xTitle,
        nameTextStyle: text,
        nameLocation: 'middle',
        nameGap: 32,
        boundaryGap: spec.kind !== 'area',
        splitLine: { show: spec.grid === 'both' },
      };
  const values = spec.dual ? [value, { ...value, name: '' }] : value;
  const side = {
    top: spec.title ? 75 : 45,
    bottom: spec.legend === 'bottom' ? 60 : 30,
    left: spec.legend === 'left' ? 140 : 20,
    right: spec.legend === 'right' ? 150 : 30,
    containLabel: true,
  };
  return { xAxis: spec.level ? values : along, yAxis: spec.level ? along : values, grid: side };
}

function echartsShape(spec, s, k) {
  const label = {
    show: spec.labels,
    fontFamily: spec.font,
    fontSize: spec.size * 0.9,
    position: spec.labelInside ? 'inside' : spec.level ? 'right' : 'top',
  };
  const base = { name: s.name, data: s.values, label };
  const line = {
    ...base,
    type: 'line',
    smooth: spec.curve === 'smooth',
    step: spec.curve === 'step' ? 'end' : false,
    showSymbol: spec.dots,
    symbolSize: spec.dotSize * 1.6,
    lineStyle: { width: spec.lineWidth, type: spec.dashed && k ? 'dashed' : 'solid' },
  };
  switch (spec.kind) {
    case 'pie':
    case 'donut':
      return {
        type: 'pie',
        radius: spec.kind === 'donut' ? [`${spec.hole * 65}%`, '65%'] : '65%',
        data: s.values.map((v, i) => ({ value: Math.abs(v), name: spec.categories[i] })),
        label: {
          show: spec.labels || spec.legend === 'none',
          fontFamily: spec.font,
          fontSize: spec.size,
          position: spec.labelInside ? 'inside' : 'outside',
        },
      };
    case 'line':
      return line;
    case 'area':
      return { ...line, areaStyle: { opacity: spec.fillOpacity }, stack: spec.stacked ? 'all' : undefined };
    case 'scatter':
      return { ...base, type: 'scatter', symbolSize: spec.dotSize * 2 };
    case 'bubble':
      return { ...base, type: 'scatter', symbolSize: v => v[2] * 1.6, itemStyle: { opacity: 0.7 } };
    case 'radar':
      return {
        type: 'radar',
        symbol: spec.dots ? 'circle' : 'none',
        data: [
          {
            value: s.values.map(Math.abs),
            name: s.name,
            areaStyle: spec.fillOpacity < 1 ? { opacity: 0.3 } : undefined,
          },
        ],
      };
    case 'combo':
      if (k === spec.series.length - 1) return { ...line, yAxisIndex: spec.dual ? 1 : 0 };
  }
  return {
    ...base,
    type: 'bar',
    stack: spec.stacked ? 'all' : undefined,
    barCategoryGap: `${spec.gap * 100}%`,
    barGap: spec.seed % 3 ? 0 : '20%',
    itemStyle: { borderRadius: spec.stacked ? 0 : spec.radius },
  };
}

function echartsSeries(spec, series, k, marks) {
  const data = series.getData();
  const layouts = Array.from({ length: data.count() }, (_, i) => data.getItemLayout(i));
  const type = series.subType;
  if (type === 'bar')
    for (const b of layouts)
      if (b.width && b.height)
        marks.bars.push([
          Math.min(b.x, b.x + b.width),
          Math.min(b.y, b.y + b.height),
          Math.max(b.x, b.x + b.width),
          Math.max(b.y, b.y + b.height),
          k,
        ]);
  if (type === 'scatter')
    layouts.forEach((p, i) => {
      const size = spec.kind === 'bubble' ? series.get('data')[i][2] * 1.6 : spec.dotSize * 2;
      marks.markers.push([p[0], p[1], size / 2, k]);
    });
  if (type === 'pie')
    for (const w of layouts)
      marks.wedges.push([w.cx, w.cy, w.r0, w.r, ...[w.startAngle, w.endAngle].map(a => a + Math.PI / 2)]);
  if (type === 'line') echartsLine(spec, data, k, marks);
  if (type === 'radar') for (const points of layouts) echartsRadar(points, k, marks);
}

function echartsLine(spec, data, k, marks) {
  const flat = Array.from(data.getLayout('points') ?? []);
  const root = document.querySelectorAll('#chart svg path[fill="none"]');
  const near = [...root]
    .filter(p => Math.abs(Number(p.getAttribute('stroke-width') ?? 1) - spec.lineWidth) < 0.01)
    .map(p => Sight.trace(p, 3));
  const own = near.find(
    t =>
      Math.hypot(t[0] - flat[0], t[1] - flat[1]) < 2 &&
      Math.hypot(t.at(-2) - flat.at(-2), t.at(-1) - flat.at(-1)) < 2,
  );
  marks.lines.push([own ?? flat, spec.lineWidth]);
  marks.points.push([flat, k]);
  if (spec.dots)
    for (let i = 0; i < flat.length; i += 2)
      marks.markers.push([flat[i], flat[i + 1], spec.dotSize * 0.8, k]);
  if (spec.kind === 'area') {
    const lower = Array.from(data.getLayout('stackedOnPoints') ?? []);
    const back = [];
    for (let i = lower.length - 2; i >= 0; i -= 2) back.push(lower[i], lower[i + 1]);
    if (back.length) marks.areas.push([[...(own ?? flat), ...back], k]);
  }
}

function echartsRadar(points, k, marks) {
  const flat = points.flat();
  marks.lines.push([[...flat, flat[0], flat[1]], 2]);
  marks.points.push([flat, k]);
}

function echartsAxis(axis, marks) {
  const grid = axis.grid?.getRect();
  if (!grid) return;
  if (!marks.plots.length) marks.plots.push([grid.x, grid.y, grid.x + grid.width, grid.y + grid.height]);
  const level = axis.isHorizontal();
  const [x0, y0, x1, y1] = [grid.x, grid.y, grid.x + grid.width, grid.y + grid.height];
  const at = axis.position === 'right' ? x1 : axis.position === 'top' ? y0 : level ? y1 : x0;
  const shown = name =>
    axis.model.get([name, 'show']) !== false &&
    (name !== 'axisLine' || axis.model.get([name, 'show']) !== 'auto' || axis.type === 'category');
  if (shown('axisLine')) marks.axes.push(level ? [x0, at, x1, at] : [at, y0, at, y1]);
  for (const { coord } of axis.getTicksCoords()) {
    const spot = axis.toGlobalCoord(coord);
    if (shown('axisTick') && axis.model.get(['axisTick', 'show']) !== 'auto')
      marks.ticks.push(level ? [spot, at] : [at, spot]);
    if (axis.model.get(['splitLine', 'show']))
      marks.grids.push(level ? [spot, y0, spot, y1] : [x0, spot, x1, spot]);
  }
}

function echartsLegend(chart, marks) {
  const view = chart._componentsViews.find(v => v.type?.startsWith('legend'));
  for (const item of view?._contentGroup?.children() ?? []) {
    const icon = item.children?.().find(c => !c.ignore && !c.invisible && c.type !== 'text');
    if (!icon) continue;
    const rect = icon.getBoundingRect().clone();
    const m = icon.getComputedTransform?.() ?? icon.transform;
    if (m) rect.applyTransform(m);
    if (rect.width) marks.swatches.push([rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]);
  }
}
