/* What LibreOffice drew, as SVG without names: marks are known by colour, form and place, and by what was asked for. */
Sight.libraries.office = async (spec, box, marks) => {
  if (!spec.svg) throw new Error('nothing was exported');
  box.innerHTML = spec.svg;
  const parts = [...box.querySelectorAll('.OLE2 path')]
    .filter(p => !p.closest('clipPath'))
    .map(officePart)
    .filter(p => p.wide + p.high > 0.5);
  const colors = new Set(spec.palette.map(officeColor));
  const lines = parts.filter(
    p => p.fill === 'none' && p.nodes === 2 && (p.wide < 0.6 || p.high < 0.6) && !colors.has(p.stroke),
  );
  const plot = officePlot(lines, spec);
  const round = spec.kind === 'pie' || spec.kind === 'donut' || spec.kind === 'radar';
  if (plot && !round) {
    marks.plots.push(plot);
    for (const line of lines) officeLine(line, plot, marks);
  }
  const own = parts.filter(p => colors.has(p.fill) || (p.fill === 'none' && colors.has(p.stroke)));
  const inside = p =>
    !plot || (p.x0 > plot[0] - 3 && p.x1 < plot[2] + 3 && p.y0 > plot[1] - 3 && p.y1 < plot[3] + 3);
  for (const p of own) officeMark(p, { spec, round, inside: inside(p) && !officeTiny(p, own, round) }, marks);
  if (spec.kind === 'pie' || spec.kind === 'donut') officeWedges(spec, own, marks);
};

function officePart(path) {
  const [x0, y0, x1, y1] = Sight.box(path);
  const d = path.getAttribute('d') ?? '';
  return {
    path,
    x0,
    y0,
    x1,
    y1,
    wide: x1 - x0,
    high: y1 - y0,
    fill: path.getAttribute('fill'),
    stroke: path.getAttribute('stroke'),
    nodes: (d.match(/-?\d+,-?\d+/g) ?? []).length,
    straight: !/C/.test(d),
    width: Number(path.getAttribute('stroke-width') ?? 28),
  };
}

const officeColor = hex => `rgb(${[1, 3, 5].map(i => Number.parseInt(hex.slice(i, i + 2), 16)).join(',')})`;

/** Long level and upright lines span the plot. */
function officePlot(lines, spec) {
  const long = lines.filter(l => l.wide > spec.width * 0.25 || l.high > spec.height * 0.25);
  if (!long.length) return null;
  return [
    Math.min(...long.map(l => l.x0)),
    Math.min(...long.map(l => l.y0)),
    Math.max(...long.map(l => l.x1)),
    Math.max(...long.map(l => l.y1)),
  ];
}

function officeLine(line, [x0, y0, x1, y1], marks) {
  const level = line.wide > line.high;
  const [cx, cy] = [(line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2];
  const segment = level ? [line.x0, cy, line.x1, cy] : [cx, line.y0, cx, line.y1];
  const size = Math.max(line.wide, line.high);
  if (size < 12) {
    const on = level
      ? [Math.abs(line.x1 - x0) < Math.abs(line.x0 - x1) ? line.x1 : line.x0, cy]
      : [cx, Math.abs(line.y0 - y1) < Math.abs(line.y1 - y0) ? line.y0 : line.y1];
    marks.ticks.push(on);
  } else if (size > 0.8 * (level ? x1 - x0 : y1 - y0)) {
    const edge = level ? Math.abs(cy - y1) < 1 : Math.abs(cx - x0) < 1;
    (edge ? marks.axes : marks.grids).push(segment);
  }
}

/** Legend symbols of round charts lie in no plot; they are the small ones. */
function officeTiny(p, own, round) {
  if (!round) return false;
  const largest = Math.max(...own.map(o => o.wide * o.high));
  return p.wide * p.high < largest * 0.02 && p.wide < 16 && Math.abs(p.wide - p.high) < 3;
}

function officeMark(p, { spec, round, inside }, marks) {
  const box = [p.x0, p.y0, p.x1, p.y1];
  if (!inside) {
    if (!marks.swatches.some(s => s[0] < p.x1 + 1 && p.x0 < s[2] + 1 && s[1] < p.y1 && p.y0 < s[3]))
      marks.swatches.push(box);
    return;
  }
  if (p.fill === 'none') {
    if (p.nodes < 2) return;
    marks.lines.push([Sight.trace(p.path, 3), spec.lineWidth]);
    if (p.straight && p.nodes === spec.categories.length)
      marks.points.push([officeNodes(p.path), marks.points.length]);
  } else if (spec.kind === 'area') marks.areas.push([Sight.trace(p.path, 4), marks.areas.length]);
  else if (
    (spec.kind === 'bar' || spec.kind === 'combo') &&
    p.nodes === 5 &&
    p.straight &&
    !(spec.kind === 'combo' && p.wide < 14 && p.high < 14)
  )
    marks.bars.push([...box, 0]);
  else if (!round || spec.kind === 'radar')
    if (p.wide < 30) marks.markers.push([(p.x0 + p.x1) / 2, (p.y0 + p.y1) / 2, (p.x1 - p.x0) / 2, 0]);
}

function officeNodes(path) {
  const m = path.getScreenCTM();
  return (path.getAttribute('d').match(/-?\d+,-?\d+/g) ?? []).flatMap(pair => {
    const [x, y] = pair.split(',').map(Number);
    return [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f];
  });
}

/** Slices go clockwise from noon, as large as their values. */
function officeWedges(spec, own, marks) {
  const big = own.filter(p => p.fill !== 'none' && !officeTiny(p, own, true));
  if (!big.length) return;
  const [x0, y0, x1, y1] = [
    Math.min(...big.map(p => p.x0)),
    Math.min(...big.map(p => p.y0)),
    Math.max(...big.map(p => p.x1)),
    Math.max(...big.map(p => p.y1)),
  ];
  const r = (x1 - x0) / 2;
  if (Math.abs(x1 - x0 - (y1 - y0)) > 2) throw new Error('not a whole circle');
  const values = spec.series[0].values.map(Math.abs);
  const total = values.reduce((a, b) => a + b, 0);
  let at = 0;
  for (const value of values) {
    const end = at + (value / total) * 2 * Math.PI;
    marks.wedges.push([
      (x0 + x1) / 2,
      (y0 + y1) / 2,
      spec.kind === 'donut' ? r * officeHole(big, r) : 0,
      r,
      at,
      end,
    ]);
    at = end;
  }
}

/** LibreOffice makes rings half as wide as their radius, whatever was asked for. */
const officeHole = () => 0.5;
