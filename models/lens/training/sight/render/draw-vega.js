/* Vega-Lite, drawn as SVG; places come from the scene graph. */
Sight.libraries.vega = async (spec, box, marks) => {
  const { spec: compiled } = vegaLite.compile(vegaSpec(spec));
  const view = new vega.View(vega.parse(compiled), { renderer: 'svg', logLevel: vega.Error }).initialize(box);
  await view.runAsync();
  vegaFurniture(box, marks);
  for (const group of box.querySelectorAll('g.role-mark')) vegaData(group, spec, marks);
  return () => view.finalize();
};

function vegaSpec(spec) {
  const round = spec.kind === 'pie' || spec.kind === 'donut';
  const xy = spec.kind === 'scatter' || spec.kind === 'bubble';
  const rows = spec.series.flatMap(s =>
    s.values.map((v, i) =>
      xy
        ? { x: v[0], y: v[1], size: v[2], series: s.name }
        : { name: spec.categories[i], value: v, series: s.name, order: i },
    ),
  );
  const text = {
    labelFont: spec.font,
    titleFont: spec.font,
    labelFontSize: spec.size,
    titleFontSize: spec.size + (spec.seed % 2),
    labelColor: spec.ink,
    titleColor: spec.ink,
  };
  const many = spec.series.length > 1;
  const color = {
    field: round ? 'name' : 'series',
    type: 'nominal',
    legend:
      spec.legend === 'none' || (!many && !round)
        ? null
        : { orient: spec.legend, title: spec.seed % 3 ? null : 'group' },
    ...(spec.palette.length ? { scale: { range: spec.palette } } : {}),
  };
  return {
    width: Math.max(120, spec.width - 190),
    height: Math.max(100, spec.height - 130),
    padding: 8,
    background: spec.background,
    title: spec.title
      ? {
          text: spec.title,
          subtitle: spec.subtitle || undefined,
          font: spec.font,
          fontSize: spec.size * 1.3,
          color: spec.ink,
          anchor: spec.titleAt === 'left' ? 'start' : 'middle',
        }
      : undefined,
    data: { values: rows },
    ...vegaMarks(spec, { round, xy, many, color }),
    config: {
      axis: {
        ...text,
        labelOverlap: spec.seed % 8 > 0,
        grid: spec.grid !== 'none',
        domain: spec.seed % 4 > 0,
        ticks: spec.seed % 5 > 0,
        gridColor: spec.dark ? '#444' : '#ddd',
        domainColor: spec.ink,
        tickColor: spec.ink,
      },
      axisX: { labelAngle: spec.level || xy ? 0 : -spec.turn, grid: spec.grid === 'both' },
      legend: { ...text, symbolType: spec.seed % 2 ? 'square' : 'circle' },
      view: { stroke: spec.seed % 3 ? 'transparent' : '#ccc' },
    },
  };
}

function vegaMarks(spec, { round, xy, many, color }) {
  const along = { field: 'name', type: 'nominal', sort: { field: 'order' }, title: spec.xTitle || null };
  const value = {
    field: 'value',
    type: 'quantitative',
    title: spec.yTitle || null,
    stack: spec.stacked ? (spec.percent ? 'normalize' : 'zero') : null,
  };
  if (round)
    return {
      mark: {
        type: 'arc',
        innerRadius: spec.kind === 'donut' ? { expr: `min(width, height) / 2 * ${spec.hole}` } : 0,
        stroke: spec.seed % 2 ? spec.background : null,
      },
      encoding: { theta: { field: 'value', type: 'quantitative', stack: true }, color },
    };
  if (xy)
    return {
      mark: { type: spec.seed % 2 ? 'point' : 'circle', size: spec.dotSize ** 2 * 3 },
      encoding: {
        x: { field: 'x', type: 'quantitative', title: spec.xTitle || null, scale: { zero: false } },
        y: { field: 'y', type: 'quantitative', title: spec.yTitle || null, scale: { zero: false } },
        color,
        ...(spec.kind === 'bubble' ? { size: { field: 'size', type: 'quantitative', legend: null } } : {}),
      },
    };
  if (spec.kind === 'line' || spec.kind === 'area' || spec.kind === 'radar') {
    const mark = {
      type: spec.kind === 'area' ? 'area' : 'line',
      interpolate: { smooth: 'monotone', step: 'step-after' }[spec.curve] ?? 'linear',
      strokeWidth: spec.lineWidth,
      point: spec.dots && { size: spec.dotSize ** 2 * 2 },
      ...(spec.kind === 'area' ? { opacity: spec.fillOpacity, line: spec.fillOpacity < 1 } : {}),
    };
    return { mark, encoding: { x: along, y: value, color } };
  }
  const sides = spec.level ? { y: along, x: value } : { x: along, y: value };
  const grouped = many && !spec.stacked ? { [spec.level ? 'yOffset' : 'xOffset']: { field: 'series' } } : {};
  const bars = {
    mark: { type: 'bar', cornerRadiusEnd: spec.radius },
    encoding: { ...sides, color, ...grouped },
  };
  if (!spec.labels || spec.stacked) return bars;
  return {
    layer: [
      bars,
      {
        mark: {
          type: 'text',
          [spec.level ? 'dx' : 'dy']: spec.level ? 14 : -7,
          font: spec.font,
          fontSize: spec.size * 0.9,
          color: spec.ink,
        },
        encoding: { ...sides, ...grouped, text: { field: 'value' } },
      },
    ],
  };
}

/** Every SVG node carries its item of the scene graph. */
function vegaFurniture(box, marks) {
  const all = selector => [...box.querySelectorAll(selector)];
  for (const [role, list] of [
    ['axis-grid', marks.grids],
    ['axis-domain', marks.axes],
  ])
    for (const line of all(`.role-${role} line`)) list.push(Sight.segment(line));
  for (const line of all('.role-axis-tick line')) marks.ticks.push(Sight.segment(line).slice(0, 2));
  for (const symbol of all('.role-legend-symbol path')) marks.swatches.push(Sight.box(symbol));
  for (const frame of all('.role-frame path.background, .role-scope path.background')) {
    const b = Sight.box(frame);
    if (b[2] - b[0] > 20 && !marks.plots.length) marks.plots.push(b);
  }
}

function vegaData(group, spec, marks) {
  const type = group.classList[0];
  const nodes = [...group.children].filter(n => n.tagName === 'path' && n.__data__);
  if (type === 'mark-line' || type === 'mark-area')
    for (const node of nodes) vegaRun(type, node, spec, marks);
  for (const node of nodes) {
    const item = node.__data__;
    const [x0, y0, x1, y1] = Sight.box(node);
    if (type === 'mark-rect' && x1 - x0 > 0.3 && y1 - y0 > 0.3)
      marks.bars.push([
        ...vegaPlace(group, item.x, item.y),
        ...vegaPlace(group, item.x + item.width, item.y + item.height),
        0,
      ]);
    if (type === 'mark-symbol')
      marks.markers.push([...vegaPlace(group, item.x, item.y), Math.sqrt(item.size / Math.PI), 0]);
    if (type === 'mark-arc')
      marks.wedges.push([
        ...vegaPlace(group, item.x, item.y),
        item.innerRadius ?? 0,
        item.outerRadius,
        item.startAngle,
        item.endAngle,
      ]);
  }
}

function vegaRun(type, node, spec, marks) {
  const items = node.__data__.mark.items;
  const points = items.flatMap(i => vegaPlace(node.parentElement, i.x, i.y));
  if (type === 'mark-area') marks.areas.push([Sight.trace(node, 4), marks.areas.length]);
  else marks.lines.push([Sight.trace(node, 3), spec.lineWidth]);
  if (type === 'mark-area' || !marks.areas.length) marks.points.push([points, marks.points.length]);
}

function vegaPlace(group, x, y) {
  const m = group.getScreenCTM();
  return [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f];
}

/** Marks of an SVG that was exported before: its nodes carry no items, so boxes of what is drawn have to do. The pictures beside them are set in DejaVu Sans. */
// biome-ignore lint/correctness/noUnusedVariables: called by read-svg.mjs
function readVegaSvg(svg) {
  const box = document.getElementById('chart');
  box.innerHTML = svg.slice(svg.indexOf('<svg')).replaceAll('sans-serif', 'DejaVu Sans');
  const [, , width, height] = Sight.box(box.querySelector('svg'));
  const marks = Object.fromEntries(
    [
      'bars',
      'markers',
      'wedges',
      'axes',
      'grids',
      'rules',
      'ticks',
      'swatches',
      'plots',
      'lines',
      'points',
      'areas',
    ].map(n => [n, []]),
  );
  vegaFurniture(box, marks);
  for (const path of box.querySelectorAll('.mark-rect.role-mark path')) {
    const b = Sight.box(path);
    if (b[2] - b[0] > 0.3 && b[3] - b[1] > 0.3) marks.bars.push([...b, 0]);
  }
  for (const path of box.querySelectorAll('.mark-symbol.role-mark path')) {
    const [x0, y0, x1, y1] = Sight.box(path);
    marks.markers.push([(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, 0]);
  }
  for (const path of box.querySelectorAll('.mark-line.role-mark path'))
    marks.lines.push([Sight.trace(path, 3), 2]);
  return {
    kind: 'other',
    traits: [],
    width: Math.round(width),
    height: Math.round(height),
    ...marks,
    ...Sight.texts(box, marks),
  };
}
