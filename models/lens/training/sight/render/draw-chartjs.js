/* Chart.js, drawn on a canvas; places come from its elements. */
Sight.libraries.chartjs = async (spec, box, marks) => {
  const canvas = document.createElement('canvas');
  box.append(canvas);
  Chart.defaults.font = { family: spec.font, size: spec.size };
  Chart.defaults.color = spec.ink;
  Chart.defaults.borderColor = spec.dark ? '#444444' : '#e5e5e5';
  const chart = new Chart(canvas, chartjsConfig(spec));
  Sight.written.length = 0;
  chart.draw();
  chart.data.datasets.forEach((_, k) => {
    chartjsSeries(spec, chart, k, marks);
  });
  for (const scale of Object.values(chart.scales)) if (scale.axis !== 'r') chartjsAxis(scale, chart, marks);
  const area = chart.chartArea;
  if (spec.kind !== 'pie' && spec.kind !== 'donut')
    marks.plots.push([area.left, area.top, area.right, area.bottom]);
  chartjsLegend(spec, chart, marks);
  return () => chart.destroy();
};

const CHARTJS_COLORS = ['#36a2eb', '#ff6384', '#ff9f40', '#ffcd56', '#4bc0c0', '#9966ff', '#c9cbcf'];

function chartjsConfig(spec) {
  const colors = spec.palette.length ? spec.palette : CHARTJS_COLORS;
  const round = spec.kind === 'pie' || spec.kind === 'donut';
  const type = { donut: 'doughnut', area: 'line', combo: 'bar', histogram: 'bar' }[spec.kind] ?? spec.kind;
  const grid = wanted => ({ display: wanted });
  const value = {
    title: { display: !!spec.yTitle, text: spec.yTitle },
    stacked: spec.stacked,
    beginAtZero: spec.kind === 'bar' || spec.kind === 'area',
    grid: grid(spec.grid !== 'none'),
  };
  const along = {
    title: { display: !!spec.xTitle, text: spec.xTitle },
    stacked: spec.stacked,
    grid: grid(spec.grid === 'both'),
    ticks: spec.turn ? { minRotation: spec.turn, maxRotation: spec.turn } : {},
  };
  const scales =
    round || spec.kind === 'radar'
      ? {}
      : spec.level
        ? { x: value, y: { ...along, ticks: {} } }
        : { x: along, y: value };
  if (spec.dual) scales.y2 = { position: 'right', grid: { display: false } };
  return {
    type,
    plugins: [
      ...(spec.labels && globalThis.ChartDataLabels ? [ChartDataLabels] : []),
      { id: 'ground', beforeDraw: c => chartjsGround(c, spec) },
    ],
    data: {
      labels: spec.kind === 'scatter' || spec.kind === 'bubble' ? undefined : spec.categories,
      datasets: spec.series.map((s, k) => chartjsData(spec, s, k, colors)),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: spec.level ? 'y' : 'x',
      scales,
      cutout: spec.kind === 'donut' ? `${spec.hole * 100}%` : undefined,
      devicePixelRatio: spec.scale,
      layout: { padding: spec.seed % 20 },
      plugins: {
        title: {
          display: !!spec.title,
          text: spec.title,
          font: { size: spec.size * 1.4 },
          align: spec.titleAt === 'left' ? 'start' : 'center',
        },
        subtitle: { display: !!spec.subtitle, text: spec.subtitle },
        legend: {
          display: spec.legend !== 'none',
          position: spec.legend === 'none' ? 'top' : spec.legend,
          labels: { boxWidth: spec.seed % 2 ? 40 : 12, usePointStyle: spec.seed % 5 === 0 },
        },
        datalabels: {
          color: spec.labelInside ? '#ffffff' : spec.ink,
          anchor: spec.labelInside || round ? 'center' : 'end',
          align: spec.labelInside || round ? 'center' : 'end',
          formatter: v => (typeof v === 'object' ? '' : String(v)),
          font: { size: spec.size * 0.9 },
        },
      },
    },
  };
}

function chartjsGround(chart, spec) {
  chart.ctx.save();
  chart.ctx.globalCompositeOperation = 'destination-over';
  chart.ctx.fillStyle = spec.background;
  chart.ctx.fillRect(0, 0, chart.width, chart.height);
  chart.ctx.restore();
}

function chartjsData(spec, s, k, colors) {
  const color = colors[k % colors.length];
  const round = spec.kind === 'pie' || spec.kind === 'donut';
  const faded =
    color +
    Math.round(255 * spec.fillOpacity)
      .toString(16)
      .padStart(2, '0');
  const line = {
    type: spec.kind === 'radar' ? 'radar' : 'line',
    borderColor: color,
    backgroundColor: faded,
    borderWidth: spec.lineWidth,
    tension: spec.curve === 'smooth' && spec.kind !== 'radar' ? 0.4 : 0,
    stepped: spec.curve === 'step' && spec.kind !== 'radar',
    pointRadius: spec.dots ? spec.dotSize * 0.7 : 0,
    borderDash: spec.dashed && k ? [6, 4] : [],
  };
  const data =
    spec.kind === 'scatter' || spec.kind === 'bubble'
      ? s.values.map(([x, y, r]) => ({ x, y, r }))
      : round || spec.kind === 'radar'
        ? s.values.map(Math.abs)
        : s.values;
  const base = { label: s.name, data };
  if (round)
    return {
      ...base,
      backgroundColor: spec.categories.map((_, i) => colors[i % colors.length]),
      borderColor: spec.background,
      borderWidth: spec.seed % 4,
    };
  if (spec.kind === 'line' || (spec.kind === 'combo' && k === spec.series.length - 1))
    return { ...base, ...line, fill: false, yAxisID: spec.dual ? 'y2' : undefined, order: 0 };
  if (spec.kind === 'area') return { ...base, ...line, fill: spec.stacked && k ? '-1' : 'origin' };
  if (spec.kind === 'radar') return { ...base, ...line, fill: spec.fillOpacity < 1 };
  if (spec.kind === 'scatter' || spec.kind === 'bubble')
    return {
      ...base,
      backgroundColor: faded,
      borderColor: color,
      pointRadius: spec.kind === 'scatter' ? spec.dotSize : undefined,
    };
  return {
    ...base,
    backgroundColor: faded,
    borderColor: color,
    borderWidth: spec.seed % 3,
    borderRadius: spec.radius,
    categoryPercentage: 1 - spec.gap,
    barPercentage: spec.seed % 2 ? 1 : 0.9,
    order: 1,
  };
}

function chartjsSeries(spec, chart, k, marks) {
  const meta = chart.getDatasetMeta(k);
  const elements = meta.data;
  const area = chart.chartArea;
  if (meta.type === 'bar') {
    for (const b of elements) {
      const box = b.horizontal
        ? [Math.min(b.x, b.base), b.y - b.height / 2, Math.max(b.x, b.base), b.y + b.height / 2]
        : [b.x - b.width / 2, Math.min(b.y, b.base), b.x + b.width / 2, Math.max(b.y, b.base)];
      if (b.horizontal) [box[0], box[2]] = [Math.max(area.left, box[0]), Math.min(area.right, box[2])];
      else [box[1], box[3]] = [Math.max(area.top, box[1]), Math.min(area.bottom, box[3])];
      if (Number.isFinite(box[0]) && box[2] - box[0] > 0.3 && box[3] - box[1] > 0.3)
        marks.bars.push([...box, k]);
    }
  } else if (meta.type === 'pie' || meta.type === 'doughnut') {
    for (const w of elements)
      marks.wedges.push([
        w.x,
        w.y,
        w.innerRadius,
        w.outerRadius,
        w.startAngle + Math.PI / 2,
        w.endAngle + Math.PI / 2,
      ]);
  } else if (meta.type === 'scatter' || meta.type === 'bubble') {
    for (const p of elements) marks.markers.push([p.x, p.y, p.options.radius, k]);
  } else {
    const points = elements.flatMap(p => [p.x, p.y]);
    const path = chartjsPath(spec, elements, meta.type === 'radar');
    marks.lines.push([path, spec.lineWidth]);
    marks.points.push([points, k]);
    if (spec.dots) for (const p of elements) marks.markers.push([p.x, p.y, p.options.radius, k]);
    if (spec.kind === 'area') marks.areas.push([[...path, ...chartjsFloor(chart, k, spec, area, points)], k]);
  }
}

function chartjsFloor(chart, k, spec, area, points) {
  if (spec.stacked && k) {
    const below = chart.getDatasetMeta(k - 1).data;
    const path = chartjsPath(spec, below, false);
    const back = [];
    for (let i = path.length - 2; i >= 0; i -= 2) back.push(path[i], path[i + 1]);
    return back;
  }
  const zero = Math.min(area.bottom, Math.max(area.top, chart.scales.y.getPixelForValue(0)));
  return [points.at(-2), zero, points[0], zero];
}

function chartjsPath(spec, elements, closed) {
  const out = [];
  const list = closed ? [...elements, elements[0]] : elements;
  list.slice(1).forEach((b, i) => {
    const a = list[i];
    if (closed) out.push(a.x, a.y);
    else if (spec.curve === 'step') out.push(a.x, a.y, b.x, a.y);
    else if (spec.curve === 'smooth') {
      for (let s = 0; s < 8; s++) {
        const t = s / 8;
        const w = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        out.push(
          w[0] * a.x + w[1] * a.cp2x + w[2] * b.cp1x + w[3] * b.x,
          w[0] * a.y + w[1] * a.cp2y + w[2] * b.cp1y + w[3] * b.y,
        );
      }
    } else out.push(a.x, a.y);
  });
  return [...out, list.at(-1).x, list.at(-1).y];
}

function chartjsAxis(scale, chart, marks) {
  const area = chart.chartArea;
  const level = scale.isHorizontal();
  const gridded = scale.options.grid.display;
  const edge =
    scale.position === 'right'
      ? area.right
      : scale.position === 'top'
        ? area.top
        : level
          ? area.bottom
          : area.left;
  if (gridded)
    marks.axes.push(level ? [area.left, edge, area.right, edge] : [edge, area.top, edge, area.bottom]);
  const offset = scale.options.offset && scale.type === 'category';
  scale.ticks.forEach((_, i) => {
    let at = scale.getPixelForTick(i);
    if (offset && gridded) at -= (level ? scale.width : scale.height) / scale.ticks.length / 2;
    if (!gridded) return;
    marks.grids.push(level ? [at, area.top, at, area.bottom] : [area.left, at, area.right, at]);
    marks.ticks.push(level ? [at, edge] : [edge, at]);
  });
}

function chartjsLegend(spec, chart, marks) {
  const legend = chart.legend;
  if (!legend?.options.display) return;
  const { boxWidth, usePointStyle } = legend.options.labels;
  const size = spec.size;
  for (const hit of legend.legendHitBoxes) {
    const wide = usePointStyle ? Math.min(boxWidth, size) : boxWidth;
    const top = hit.top + (hit.height - size) / 2;
    marks.swatches.push([hit.left, top, hit.left + wide, top + size]);
  }
}
