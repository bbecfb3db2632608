/* Runs in the browser: calls a library, and collects texts from the page, from SVG and from what was written on canvases. */
const Sight = {
  libraries: {},
  written: [],
  stop: null,

  async draw(spec) {
    const box = document.createElement('div');
    document.getElementById('chart').replaceChildren(box);
    Object.assign(spec, Sight.instead(spec));
    document.body.style.background = spec.background;
    box.style.cssText = `width:${spec.width}px;height:${spec.height}px;font-family:'${spec.font}';position:relative;overflow:hidden`;
    Sight.written.length = 0;
    const marks = {
      kind: Sight.kindOf(spec),
      traits: Sight.traitsOf(spec),
      bars: [],
      markers: [],
      wedges: [],
      axes: [],
      grids: [],
      rules: [],
      ticks: [],
      swatches: [],
      plots: [],
      lines: [],
      points: [],
      areas: [],
    };
    Sight.stop = await Sight.libraries[spec.library](spec, box, marks);
    await new Promise(done => setTimeout(done, 30));
    const texts = Sight.texts(box, marks);
    return Sight.scaled({ ...marks, ...texts, width: spec.width, height: spec.height }, spec.scale);
  },

  /** Libraries that redraw by themselves do it where nobody sees it. */
  clear() {
    Sight.stop?.();
    Sight.stop = null;
    document.getElementById('chart').replaceChildren();
  },

  /** What a library can't draw becomes something that it can. */
  instead(spec) {
    if (!['vega', 'plotly'].includes(spec.library)) return {};
    if (spec.kind === 'radar') return { kind: 'line' };
    return spec.kind === 'combo' && spec.library === 'vega' ? { kind: 'bar', dual: false } : {};
  },

  kindOf: spec => (spec.kind === 'bar' ? (spec.level ? 'bar' : 'column') : spec.kind),

  traitsOf(spec) {
    const on = {
      stacked: spec.stacked,
      labels: spec.labels,
      dual: spec.dual,
      smooth: spec.curve === 'smooth' && ['line', 'area'].includes(spec.kind),
      negative: spec.series.some(s => s.values.some(v => v < 0)),
    };
    return Object.keys(on).filter(name => on[name]);
  },

  /** Boxes of lines: from 0.73 em above the baseline to 0.22 em below. */
  texts(root, marks) {
    const found = [...Sight.svgTexts(root), ...Sight.htmlTexts(root), ...Sight.written].filter(
      t => t.text.trim() && t.width > 1,
    );
    return {
      texts: found.map(t => [t.x, t.y, t.width, t.height, t.angle, Sight.role(t, marks)]),
      words: found.map(t => t.text),
    };
  },

  role: (text, marks) =>
    marks.plots.some(([x0, y0, x1, y1]) => text.x > x0 && text.x < x1 && text.y > y0 && text.y < y1) ? 1 : 0,

  *svgTexts(root) {
    for (const node of root.querySelectorAll('svg text')) {
      if (!Sight.shown(node)) continue;
      const count = node.getNumberOfChars?.() ?? 0;
      const words = node.textContent;
      let line = null;
      for (let i = 0; i < count; i++) {
        const from = node.getStartPositionOfChar(i);
        const to = node.getEndPositionOfChar(i);
        const size = Number.parseFloat(getComputedStyle(node.querySelector('tspan') ?? node).fontSize);
        if (line && Math.abs(from.y - line.y) < size * 0.4 && Math.abs(from.x - line.to) < size) {
          line.to = to.x;
          line.text += words[i] ?? '';
        } else {
          if (line) yield Sight.lineBox(line, node.getScreenCTM());
          line = { from: from.x, to: to.x, y: from.y, size, text: words[i] ?? '' };
        }
      }
      if (line) yield Sight.lineBox(line, node.getScreenCTM());
    }
  },

  lineBox({ from, to, y, size, text }, m) {
    const [u, v] = [(from + to) / 2, y - size * 0.255];
    const scale = Math.hypot(m.a, m.b);
    return {
      x: m.a * u + m.c * v + m.e,
      y: m.b * u + m.d * v + m.f,
      width: Math.abs(to - from) * scale,
      height: size * 0.95 * scale,
      angle: (Math.atan2(m.b, m.a) * 180) / Math.PI,
      text,
    };
  },

  *htmlTexts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (
        node.parentElement.closest('text,title,desc,style,script') ||
        !node.data.trim() ||
        !Sight.shown(node.parentElement)
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = Number.parseFloat(getComputedStyle(node.parentElement).fontSize);
      for (const r of range.getClientRects())
        yield {
          x: (r.left + r.right) / 2,
          y: (r.top + r.bottom) / 2 + size * 0.09,
          width: r.width,
          height: size * 0.95,
          angle: 0,
          text: node.data,
        };
    }
  },

  shown(node) {
    for (let at = node; at && at.id !== 'chart'; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) < 0.1)
        return false;
    }
    return true;
  },

  /** Points along an SVG path, in pixels of the page. */
  trace(path, every = 4) {
    const m = path.getScreenCTM();
    const length = path.getTotalLength();
    const steps = Math.max(1, Math.min(400, Math.round(length / every)));
    const out = [];
    for (let i = 0; i <= steps; i++) {
      const p = path.getPointAtLength((length * i) / steps);
      out.push(m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f);
    }
    return out;
  },

  /** Start points of a path's commands, in pixels of the page: the corners of straight lines. */
  corners(path) {
    const m = path.getScreenCTM();
    const numbers = (path.getAttribute('d') ?? '').match(/[ML]\s*-?[\d.e]+[\s,]+-?[\d.e]+/gi) ?? [];
    return numbers.flatMap(part => {
      const [x, y] = part
        .slice(1)
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      return [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f];
    });
  },

  box(node) {
    const r = node.getBoundingClientRect();
    return [r.left, r.top, r.right, r.bottom];
  },

  segment(node) {
    const m = node.getScreenCTM();
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map(n => Number(node.getAttribute(n) ?? 0));
    return [
      m.a * x1 + m.c * y1 + m.e,
      m.b * x1 + m.d * y1 + m.f,
      m.a * x2 + m.c * y2 + m.e,
      m.b * x2 + m.d * y2 + m.f,
    ];
  },

  /** A legend's line is taken as a box around it. */
  thickened([x0, y0, x1, y1]) {
    const more = Math.max(0, (8 - (y1 - y0)) / 2);
    return [x0, y0 - more, x1, y1 + more];
  },

  scaled(marks, s) {
    const all = rows => rows.map(row => row.map(v => v * s));
    const first = (rows, n) => rows.map(row => row.map((v, i) => (i < n ? v * s : v)));
    const paths = rows => rows.map(([p, extra]) => [p.map(v => v * s), extra]);
    return {
      ...marks,
      width: Math.round(marks.width * s),
      height: Math.round(marks.height * s),
      texts: first(marks.texts, 4),
      bars: first(marks.bars, 4),
      markers: first(marks.markers, 3),
      wedges: first(marks.wedges, 4),
      axes: all(marks.axes),
      grids: all(marks.grids),
      rules: all(marks.rules),
      ticks: all(marks.ticks),
      swatches: all(marks.swatches.map(Sight.thickened)),
      plots: all(marks.plots),
      points: paths(marks.points),
      areas: paths(marks.areas),
      lines: marks.lines.map(([p, w]) => [p.map(v => v * s), w * s]),
    };
  },
};

/* Canvas libraries: what is written, and where. */
{
  const original = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
    const m = this.getTransform();
    const size = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '12');
    const width = this.measureText(text).width;
    const shift = { left: 0.5, start: 0.5, center: 0, right: -0.5, end: -0.5 }[this.textAlign] * width;
    const base =
      y +
      {
        alphabetic: 0,
        middle: size * 0.3,
        top: size * 0.8,
        hanging: size * 0.73,
        bottom: -size * 0.2,
        ideographic: -size * 0.2,
      }[this.textBaseline];
    const [u, v] = [x + shift, base - size * 0.255];
    const scale = devicePixelRatio;
    Sight.written.push({
      x: (m.a * u + m.c * v + m.e) / scale,
      y: (m.b * u + m.d * v + m.f) / scale,
      width: (width * Math.hypot(m.a, m.b)) / scale,
      height: (size * 0.95 * Math.hypot(m.a, m.b)) / scale,
      angle: (Math.atan2(m.b, m.a) * 180) / Math.PI,
      text: String(text),
    });
    return original.call(this, text, x, y, ...rest);
  };
}
