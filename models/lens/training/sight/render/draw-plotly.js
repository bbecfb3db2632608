/* Plotly, drawn as SVG; places come from its elements. Held out of training: it tells how well unseen makers are read. */
Sight.libraries.plotly = async (spec, box, marks) => {
  await Plotly.newPlot(
    box,
    spec.series.map((s, k) => plotlyTrace(spec, s, k)),
    plotlyLayout(spec),
    { staticPlot: true, responsive: false },
  );
  const all = selector => [...box.querySelectorAll(selector)];
  for (const path of all('.barlayer .point path')) {
    const b = Sight.box(path);
    if (b[2] - b[0] > 0.3 && b[3] - b[1] > 0.3) marks.bars.push([...b, 0]);
  }
  for (const path of all('.scatterlayer path.js-line'))
    marks.lines.push([Sight.trace(path, 3), spec.lineWidth]);
  for (const path of all('.scatterlayer path.js-fill')) marks.areas.push([Sight.trace(path, 4), 0]);
  for (const path of all('.scatterlayer .points path.point')) {
    const [x0, y0, x1, y1] = Sight.box(path);
    marks.markers.push([(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, 0]);
  }
  if (spec.curve === 'straight')
    for (const path of all('.scatterlayer path.js-line')) marks.points.push([Sight.corners(path), 0]);
  plotlyRound(box, marks);
  plotlyFurniture(spec, all, box, marks);
  return () => Plotly.purge(box);
};

function plotlyTrace(spec, s, k) {
  const line = {
    type: 'scatter',
    name: s.name,
    x: spec.categories,
    y: s.values,
    mode: spec.dots ? 'lines+markers' : 'lines',
    line: {
      width: spec.lineWidth,
      shape: { smooth: 'spline', step: 'hv' }[spec.curve] ?? 'linear',
      dash: spec.dashed && k ? 'dash' : 'solid',
      simplify: false,
    },
    marker: { size: spec.dotSize * 1.6 },
  };
  switch (spec.kind) {
    case 'pie':
    case 'donut':
      return {
        type: 'pie',
        values: s.values.map(Math.abs),
        labels: spec.categories,
        hole: spec.kind === 'donut' ? spec.hole : 0,
        sort: false,
        textposition: spec.labelInside ? 'inside' : 'outside',
        textinfo: spec.labels ? 'percent' : 'none',
      };
    case 'line':
      return line;
    case 'area':
      return { ...line, ...(spec.stacked ? { stackgroup: 'all' } : { fill: 'tozeroy' }) };
    case 'scatter':
      return {
        type: 'scatter',
        mode: 'markers',
        name: s.name,
        x: s.values.map(v => v[0]),
        y: s.values.map(v => v[1]),
        marker: { size: spec.dotSize * 2 },
      };
    case 'bubble':
      return {
        type: 'scatter',
        mode: 'markers',
        name: s.name,
        x: s.values.map(v => v[0]),
        y: s.values.map(v => v[1]),
        marker: { size: s.values.map(v => v[2] * 1.6) },
      };
    case 'combo':
      if (k === spec.series.length - 1) return { ...line, yaxis: spec.dual ? 'y2' : 'y' };
  }
  const [x, y] = spec.level ? [s.values, spec.categories] : [spec.categories, s.values];
  return {
    type: 'bar',
    name: s.name,
    x,
    y,
    orientation: spec.level ? 'h' : 'v',
    text: spec.labels ? s.values.map(String) : undefined,
    textposition: spec.labelInside ? 'inside' : 'outside',
  };
}

function plotlyLayout(spec) {
  const font = { family: spec.font, size: spec.size, color: spec.ink };
  const value = {
    title: { text: spec.yTitle },
    showgrid: spec.grid !== 'none',
    gridcolor: spec.dark ? '#444' : spec.seed % 2 ? '#ffffff' : '#e5e5e5',
    automargin: true,
    zeroline: spec.seed % 3 > 0,
  };
  const along = {
    title: { text: spec.xTitle },
    showgrid: spec.grid === 'both',
    gridcolor: value.gridcolor,
    type: spec.kind === 'scatter' || spec.kind === 'bubble' ? 'linear' : 'category',
    tickangle: spec.turn ? -spec.turn : 'auto',
    automargin: true,
  };
  const place =
    {
      top: { orientation: 'h', y: 1.12 },
      bottom: { orientation: 'h', y: -0.2 },
      left: { x: -0.25 },
      right: {},
    }[spec.legend] ?? {};
  return {
    width: spec.width,
    height: spec.height,
    font,
    title: { text: spec.title, x: spec.titleAt === 'left' ? 0.05 : 0.5 },
    paper_bgcolor: spec.background,
    plot_bgcolor: spec.dark || spec.seed % 2 === 0 ? spec.background : '#e5ecf6',
    ...(spec.palette.length ? { colorway: spec.palette } : {}),
    xaxis: spec.level ? value : along,
    yaxis: spec.level ? { ...along, tickangle: 'auto' } : value,
    ...(spec.dual ? { yaxis2: { overlaying: 'y', side: 'right', showgrid: false } } : {}),
    barmode: spec.stacked ? 'relative' : 'group',
    bargap: spec.gap,
    showlegend: spec.legend !== 'none' && (spec.deep > 1 || spec.kind === 'pie' || spec.kind === 'donut'),
    legend: place,
    margin: { l: 50, r: 30, t: spec.title ? 60 : 30, b: 50 },
  };
}

function plotlyRound(box, marks) {
  for (const [first, ...rest] of box.calcdata ?? []) {
    if (first.trace.type !== 'pie') continue;
    for (const part of [first, ...rest]) {
      const [start, stop] = [part.startangle, part.stopangle];
      if (Number.isFinite(start))
        marks.wedges.push([
          first.cx,
          first.cy,
          first.r * (first.trace.hole || 0),
          first.r,
          Math.min(start, stop),
          Math.max(start, stop),
        ]);
    }
  }
}

function plotlyFurniture(spec, all, box, marks) {
  const { xaxis, yaxis } = box._fullLayout;
  if (spec.kind !== 'pie' && spec.kind !== 'donut')
    marks.plots.push([
      xaxis._offset,
      yaxis._offset,
      xaxis._offset + xaxis._length,
      yaxis._offset + yaxis._length,
    ]);
  for (const path of all('path.xgrid, path.ygrid, path.zl')) marks.grids.push(Sight.box(path));
  for (const path of all('path.xtick, path.ytick')) marks.ticks.push(Sight.trace(path, 999).slice(0, 2));
  for (const part of all('.legend .legendsymbols, .legend .layers')) {
    const b = Sight.box(
      part.querySelector(
        'path.legendbar, path.legendpie, .legendlines path, .legendpoints path, .legendfill path',
      ) ?? part,
    );
    if (b[2] - b[0] > 2 && !marks.swatches.some(s => Math.abs(s[1] - b[1]) < 2 && Math.abs(s[0] - b[0]) < 2))
      marks.swatches.push(b);
  }
}
