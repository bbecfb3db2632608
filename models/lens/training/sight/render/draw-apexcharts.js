/* ApexCharts 3 (the last series under MIT), drawn as SVG; places come from its elements. */
Sight.libraries.apexcharts = async (spec, box, marks) => {
  const chart = new ApexCharts(box, apexOptions(spec));
  await chart.render();
  const all = selector => [...box.querySelectorAll(selector)];
  for (const path of all('.apexcharts-bar-area')) {
    const b = Sight.box(path);
    if (b[2] - b[0] > 0.3 && b[3] - b[1] > 0.3)
      marks.bars.push([...b, Number(path.getAttribute('index') ?? 0)]);
  }
  if (spec.kind === 'pie' || spec.kind === 'donut') apexRound(spec, all('.apexcharts-pie-area'), marks);
  else apexCurves(spec, all, marks);
  apexFurniture(all, marks);
  return () => chart.destroy();
};

function apexOptions(spec) {
  const round = spec.kind === 'pie' || spec.kind === 'donut';
  const xy = spec.kind === 'scatter' || spec.kind === 'bubble';
  const type = { combo: 'line', histogram: 'bar' }[spec.kind] ?? spec.kind;
  const text = { fontFamily: spec.font, fontSize: `${spec.size}px`, colors: spec.ink };
  const series = round
    ? spec.series[0].values.map(Math.abs)
    : spec.series.map((s, k) => ({
        name: s.name,
        data: xy ? s.values.map(([x, y, z]) => (spec.kind === 'bubble' ? { x, y, z } : { x, y })) : s.values,
        ...(spec.kind === 'combo' ? { type: k === spec.series.length - 1 ? 'line' : 'column' } : {}),
      }));
  return {
    chart: {
      type,
      width: spec.width,
      height: spec.height,
      animations: { enabled: false },
      stacked: spec.stacked,
      stackType: spec.percent ? '100%' : 'normal',
      fontFamily: spec.font,
      foreColor: spec.ink,
      background: spec.background,
      toolbar: { show: spec.seed % 3 > 0 },
      redrawOnParentResize: false,
    },
    series,
    labels: round ? spec.categories : [],
    ...(spec.palette.length ? { colors: spec.palette } : {}),
    theme: { mode: spec.dark ? 'dark' : 'light' },
    title: {
      text: spec.title || undefined,
      align: spec.titleAt,
      style: { fontSize: `${spec.size * 1.25}px` },
    },
    subtitle: { text: (spec.title && spec.subtitle) || undefined },
    xaxis: {
      ...(xy ? { type: 'numeric', tickAmount: 6 } : { categories: spec.categories }),
      title: { text: spec.xTitle || undefined },
      labels: { style: text, rotate: -(spec.turn || 45), rotateAlways: spec.turn > 0 && !spec.level },
    },
    yaxis: spec.dual
      ? spec.series.map((s, k) => ({
          show: k === 0 || k === spec.series.length - 1,
          opposite: k === spec.series.length - 1,
          seriesName: k === spec.series.length - 1 ? s.name : spec.series[0].name,
        }))
      : { title: { text: spec.yTitle || undefined }, labels: { style: text } },
    plotOptions: {
      bar: {
        horizontal: spec.level,
        columnWidth: `${(1 - spec.gap) * 100}%`,
        barHeight: `${(1 - spec.gap) * 100}%`,
        borderRadius: spec.radius,
        dataLabels: { position: spec.labelInside ? 'center' : 'top' },
        distributed: spec.deep === 1 && spec.seed % 6 === 0,
      },
      pie: { donut: { size: `${spec.hole * 100}%` } },
    },
    dataLabels: {
      enabled: spec.labels,
      style: { fontSize: `${spec.size * 0.9}px` },
      offsetY: !spec.labelInside && spec.kind === 'bar' && !spec.level ? -18 : 0,
    },
    stroke: {
      width: spec.kind === 'bar' || spec.kind === 'histogram' ? spec.seed % 3 : round ? 2 : spec.lineWidth,
      curve: { smooth: 'smooth', step: 'stepline' }[spec.curve] ?? 'straight',
      dashArray: spec.dashed ? 5 : 0,
    },
    markers: {
      size:
        spec.kind === 'scatter'
          ? spec.dotSize
          : spec.dots && spec.kind !== 'bar' && spec.kind !== 'bubble'
            ? spec.dotSize * 0.8
            : 0,
    },
    fill: {
      type: spec.seed % 4 === 0 && !round ? 'gradient' : 'solid',
      opacity: spec.kind === 'area' ? spec.fillOpacity : 1,
    },
    grid: { show: spec.grid !== 'none', xaxis: { lines: { show: spec.grid === 'both' } } },
    legend: {
      show: spec.legend !== 'none',
      position: spec.legend === 'none' ? 'bottom' : spec.legend,
      showForSingleSeries: spec.seed % 2 === 0,
      fontSize: `${spec.size}px`,
    },
  };
}

function apexCurves(spec, all, marks) {
  for (const path of all(
    'path.apexcharts-line, path.apexcharts-area, .apexcharts-radar-series path.apexcharts-radar, .apexcharts-radar-series .apexcharts-series path',
  )) {
    if (!path.getTotalLength?.() || path.getAttribute('d').length < 5) continue;
    const filled = path.getAttribute('fill') !== 'none';
    if (filled) marks.areas.push([apexTrace(path), marks.areas.length]);
    else marks.lines.push([Sight.trace(path, 3), spec.lineWidth]);
  }
  for (const series of all('.apexcharts-series-markers-wrap, .apexcharts-series-markers')) {
    for (const marker of series.querySelectorAll(':scope .apexcharts-marker')) {
      const [x0, y0, x1, y1] = Sight.box(marker);
      if (
        x1 - x0 > 1.5 &&
        !marks.markers.some(m => Math.abs(m[0] - (x0 + x1) / 2) + Math.abs(m[1] - (y0 + y1) / 2) < 0.1)
      )
        marks.markers.push([(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, 0]);
    }
  }
  if (spec.curve === 'straight')
    for (const path of all('path.apexcharts-line[fill="none"], path.apexcharts-area[fill="none"]'))
      marks.points.push([Sight.corners(path), marks.points.length]);
  if (spec.curve !== 'straight') for (const m of marks.markers) marks.points.push([[m[0], m[1]], 0]);
}

/** The first subpath alone: the library adds an empty one. */
function apexTrace(path) {
  const first = path.cloneNode();
  first.setAttribute('d', path.getAttribute('d').split(/(?=M)/)[0]);
  path.parentElement.append(first);
  const trace = Sight.trace(first, 3);
  first.remove();
  return trace;
}

function apexRound(spec, slices, marks) {
  const boxes = slices.map(Sight.box);
  const [x0, y0, x1, y1] = [
    Math.min(...boxes.map(b => b[0])),
    Math.min(...boxes.map(b => b[1])),
    Math.max(...boxes.map(b => b[2])),
    Math.max(...boxes.map(b => b[3])),
  ];
  const radius = Math.max(...slices.map(s => Number(/A\s*([\d.]+)/.exec(s.getAttribute('d'))?.[1] ?? 0)));
  for (const slice of slices) {
    const start = (Number(slice.getAttribute('data:startAngle') ?? 0) * Math.PI) / 180;
    const span = (Number(slice.getAttribute('data:angle') ?? 0) * Math.PI) / 180;
    const radii = [...slice.getAttribute('d').matchAll(/A\s*([\d.]+)/g)].map(m => Number(m[1]));
    marks.wedges.push([
      (x0 + x1) / 2,
      (y0 + y1) / 2,
      spec.kind === 'donut' ? Math.min(...radii) : 0,
      radius,
      start,
      start + span,
    ]);
  }
}

function apexFurniture(all, marks) {
  for (const line of all('.apexcharts-gridlines-horizontal line, .apexcharts-gridlines-vertical line'))
    if (Sight.shown(line)) marks.grids.push(Sight.segment(line));
  for (const line of all('.apexcharts-xaxis-tick'))
    if (Sight.shown(line) && line.getAttribute('stroke') !== 'transparent')
      marks.ticks.push(Sight.segment(line).slice(0, 2));
  for (const line of all('.apexcharts-xaxis > line, .apexcharts-grid-borders line, .apexcharts-yaxis > line'))
    if (Sight.shown(line) && !['transparent', 'none'].includes(line.getAttribute('stroke')))
      marks.axes.push(Sight.segment(line));
  const grid = all('.apexcharts-gridlines-horizontal, .apexcharts-gridlines-vertical')
    .map(Sight.box)
    .filter(b => b[2] - b[0] > 20);
  if (grid.length)
    marks.plots.push([
      Math.min(...grid.map(b => b[0])),
      Math.min(...grid.map(b => b[1])),
      Math.max(...grid.map(b => b[2])),
      Math.max(...grid.map(b => b[3])),
    ]);
  for (const swatch of all('.apexcharts-legend-marker'))
    if (Sight.shown(swatch)) marks.swatches.push(Sight.box(swatch));
}
