/** Charts as an office program draws them: a slide with one chart each, exported as SVG by LibreOffice. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PptxGenJS from 'pptxgenjs';

const PALETTES = [
  '4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47',
  '4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646',
  '004586 FF420E FFD320 579D1C 7E0021 83CAFF',
  '156082 E97132 196B24 0F9ED5 A02B93 4EA72E',
];
const POINTS_A_PIXEL = 0.75;

/** Adds `svg`, `palette` and `values` as they were given to the program; specs that it can't draw come back without. */
export async function officeCharts(specs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
  try {
    for (const spec of specs) await writeSlide(adapted(spec), path.join(folder, `${spec.seed}.pptx`));
    const files = specs.map(spec => path.join(folder, `${spec.seed}.pptx`));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'svg', '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    return specs.map(spec => ({
      ...spec,
      svg: chartOf(readFileSync(path.join(folder, `${spec.seed}.svg`), 'utf8')),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function adapted(spec) {
  if (spec.kind === 'bubble') spec.kind = 'scatter';
  if (spec.kind === 'histogram') spec.kind = 'bar';
  if (spec.kind === 'combo') spec.dual = false;
  if (!spec.palette.length) spec.palette = PALETTES[spec.seed % PALETTES.length].split(' ').map(c => `#${c}`);
  spec.dark = false;
  spec.background = '#ffffff';
  return spec;
}

async function writeSlide(spec, file) {
  const deck = new PptxGenJS();
  const [w, h] = [spec.width / 96, spec.height / 96];
  deck.defineLayout({ name: 'chart', width: w, height: h });
  deck.layout = 'chart';
  const place = { x: 0, y: 0, w, h };
  const slide = deck.addSlide();
  if (spec.kind === 'combo') slide.addChart(mixed(deck, spec), { ...place, ...options(spec) });
  else slide.addChart(deck.charts[typeOf(spec)], rows(spec), { ...place, ...options(spec) });
  await deck.writeFile({ fileName: file });
}

const typeOf = spec => ({ donut: 'DOUGHNUT', histogram: 'BAR' })[spec.kind] ?? spec.kind.toUpperCase();

function rows(spec) {
  if (spec.kind === 'scatter') {
    const cloud = spec.series[0].values;
    return [
      { name: 'x', values: cloud.map(v => v[0]) },
      { name: spec.series[0].name, values: cloud.map(v => v[1]) },
    ];
  }
  const round = spec.kind === 'pie' || spec.kind === 'donut';
  return spec.series.map(s => ({
    name: s.name,
    labels: spec.categories,
    values: round || spec.kind === 'radar' ? s.values.map(Math.abs) : s.values,
  }));
}

function mixed(deck, spec) {
  const all = rows(spec);
  const colors = spec.palette.map(c => c.slice(1));
  return [
    {
      type: deck.charts.BAR,
      data: all.slice(0, -1),
      options: { barGrouping: 'clustered', chartColors: colors },
    },
    {
      type: deck.charts.LINE,
      data: all.slice(-1),
      options: { chartColors: [colors[(all.length - 1) % colors.length]] },
    },
  ];
}

function options(spec) {
  const size = Math.max(6, Math.round(spec.size * POINTS_A_PIXEL));
  const ink = spec.ink.slice(1);
  const font = { FontFace: spec.font, FontSize: size, Color: ink };
  const prefixed = prefix => Object.fromEntries(Object.entries(font).map(([k, v]) => [prefix + k, v]));
  const line = { color: spec.seed % 2 ? 'D9D9D9' : '868686', size: 0.75, style: 'solid' };
  return {
    chartColors: spec.palette.map(c => c.slice(1)),
    barDir: spec.level ? 'bar' : 'col',
    barGapWidthPct: Math.round((spec.gap / (1 - spec.gap)) * 100),
    barGrouping: spec.percent ? 'percentStacked' : spec.stacked ? 'stacked' : 'clustered',
    showTitle: !!spec.title,
    title: spec.title || undefined,
    titleFontFace: spec.font,
    titleFontSize: Math.round(size * 1.4),
    titleColor: ink,
    ...prefixed('catAxisLabel'),
    ...prefixed('valAxisLabel'),
    catAxisLabelRotate: spec.level ? 0 : spec.turn && 360 - spec.turn,
    showLegend: spec.legend !== 'none',
    legendPos: { top: 't', bottom: 'b', left: 'l', right: 'r' }[spec.legend] ?? 'r',
    legendFontFace: spec.font,
    legendFontSize: size,
    legendColor: ink,
    showValue: spec.labels,
    dataLabelFontSize: Math.max(6, size - 1),
    dataLabelFontFace: spec.font,
    dataLabelPosition:
      spec.kind === 'bar' && !spec.stacked ? (spec.labelInside ? 'ctr' : 'outEnd') : undefined,
    showPercent: false,
    valGridLine: spec.grid === 'none' ? { style: 'none' } : line,
    catGridLine: spec.grid === 'both' ? line : { style: 'none' },
    showCatAxisTitle: !!spec.xTitle,
    catAxisTitle: spec.xTitle,
    catAxisTitleFontSize: size,
    showValAxisTitle: !!spec.yTitle,
    valAxisTitle: spec.yTitle,
    valAxisTitleFontSize: size,
    lineSize: spec.kind === 'scatter' ? 0 : spec.lineWidth,
    lineDataSymbol: spec.dots ? ['circle', 'square', 'diamond', 'triangle'][spec.seed % 4] : 'none',
    lineDataSymbolSize: Math.round(spec.dotSize * 1.2),
    lineSmooth: spec.curve === 'smooth',
    holeSize: Math.round(spec.hole * 100),
    radarStyle: spec.dots ? 'marker' : 'standard',
    valAxisHidden: spec.seed % 12 === 0,
  };
}

/** The chart's group alone, and the size of the slide. */
function chartOf(svg) {
  const box = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
  const start = svg.indexOf('<g class="OLE2">');
  if (start < 0 || !box) return '';
  const end = svg.indexOf('</g>\n    </g>\n   </g>\n  </g>', start);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box[1]} ${box[2]}" width="100%" height="100%" fill-rule="evenodd" stroke-width="28" stroke-linejoin="round">${svg.slice(start, end < 0 ? undefined : end)}`;
}
