/** What a chart is to show and how: drawn at random, the same for every library. */

const PLACES =
  'France,Germany,Italy,Spain,Poland,Norway,Japan,China,India,Brazil,Canada,Mexico,Kenya,Nigeria,Egypt,Chile,Peru,United States,United Kingdom,South Korea,Western Europe,Latin America'.split(
    ',',
  );
const THINGS =
  'Marketing,Research,Sales,Support,Finance,Operations,Human resources,Food,Clothing,Housing,Transport,Health care,Education,Coal,Natural gas,Nuclear,Wind power,Solar,Apples,Pears,Oranges,Phones,Tablets,Laptops,Direct,Search,Social media,Email,Strongly agree,Agree,Neutral,Disagree,18-24,25-34,35-44,45-54,55+,Team A,Team B,Baseline,Treatment'.split(
    ',',
  );
const NOUNS =
  'revenue,sales,profit,cost,price,growth,rate,share,index,volume,output,income,debt,energy,emissions,temperature,rainfall,speed,weight,visits,users,orders,returns,accuracy,loss,budget,votes,exports,traffic,cases,rents,flights,batteries,forest,wheat,patents'.split(
    ',',
  );
const MONTHS = 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(',');
const FONTS = [
  'Arial',
  'Liberation Sans',
  'DejaVu Sans',
  'Roboto',
  'Open Sans',
  'Lato',
  'Inter',
  'Carlito',
  'Noto Sans',
  'Liberation Serif',
  'Cantarell',
  'Karla',
];
const PALETTES = [
  '1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2',
  '4e79a7 f28e2b e15759 76b7b2 59a14f edc948 b07aa1',
  '4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47',
  '66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f',
  '08306b 2171b5 6baed6 c6dbef 4292c6',
  'e41a1c 377eb8 4daf4a 984ea3 ff7f00 a65628',
  '333333 777777 aaaaaa cccccc 555555',
];
const KINDS = [
  ['bar', 36],
  ['line', 20],
  ['area', 10],
  ['pie', 7],
  ['donut', 7],
  ['scatter', 8],
  ['bubble', 3],
  ['combo', 7],
  ['radar', 3],
  ['histogram', 4],
];

export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low, high) => low + next() * (high - low);
  const whole = (low, high) => Math.floor(between(low, high + 1));
  const pick = list => list[Math.floor(next() * list.length)];
  const chance = p => next() < p;
  return { next, between, whole, pick, chance };
}

export function makeSpec(seed, library) {
  const r = random(
    Math.imul(seed, 2654435761) + [...library].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7),
  );
  const kind = weighted(r, KINDS);
  const round = kind === 'pie' || kind === 'donut';
  const count = round ? r.whole(2, 8) : kind === 'histogram' ? r.whole(8, 24) : countFor(r, kind);
  const deep = round || kind === 'histogram' ? 1 : r.pick([1, 1, 2, 2, 3, 4, 5]);
  const top = 10 ** r.between(0, 5);
  const spec = {
    seed,
    library,
    kind,
    ...shapeOf(r, kind, deep),
    ...looks(r),
    categories: names(r, count),
    deep: kind === 'combo' ? Math.max(2, deep) : deep,
    title: r.chance(0.65) ? phrase(r, r.whole(1, 6)) : '',
    subtitle: r.chance(0.2) ? phrase(r, 4) : '',
    xTitle: r.chance(0.3) ? phrase(r, 2) : '',
    yTitle: r.chance(0.35) ? phrase(r, 2) : '',
  };
  const negative = kind === 'bar' && !spec.stacked && r.chance(0.15);
  spec.series = Array.from({ length: spec.deep }, (_, k) => ({
    name: seriesName(r, k),
    values:
      kind === 'scatter' || kind === 'bubble'
        ? cloud(r, r.whole(5, kind === 'bubble' ? 12 : 50), top)
        : run(r, count, { top, negative, walk: kind === 'line' || kind === 'area' }),
  }));
  if (spec.series[0].values.length * spec.deep > 36) spec.labels = spec.labels && r.chance(0.05);
  if (spec.percent) toPercent(spec);
  return spec;
}

function shapeOf(r, kind, deep) {
  const stacked = deep > 1 && (kind === 'bar' || kind === 'area') && r.chance(0.45);
  return {
    stacked,
    percent: stacked && r.chance(0.2),
    level: kind === 'bar' && r.chance(0.4),
    curve: r.pick(['straight', 'straight', 'smooth', 'step']),
    dots: r.chance(0.4),
    labels: r.chance(0.3),
    labelInside: r.chance(0.4),
    gap: kind === 'histogram' ? r.pick([0, 0.02]) : r.between(0.1, 0.6),
    radius: r.chance(0.15) ? r.whole(2, 10) : 0,
    hole: r.between(0.35, 0.75),
    dual: kind === 'combo' && r.chance(0.5),
    fillOpacity: r.pick([1, 0.8, 0.5, 0.25]),
    lineWidth: r.pick([1, 1.5, 2, 2, 3, 4]),
    dotSize: r.between(3, 9),
    dashed: r.chance(0.12),
  };
}

function looks(r) {
  const dark = r.chance(0.1);
  return {
    width: r.whole(320, 900),
    height: r.whole(240, 560),
    scale: r.pick([1, 1, 1, 1.25, 1.5, 2]),
    dark,
    background: dark
      ? r.pick(['#1e1e1e', '#100c2a', '#23272f'])
      : r.pick(['#ffffff', '#ffffff', '#ffffff', '#fafafa', '#fff8ee']),
    ink: dark ? '#d0d0d0' : r.pick(['#000000', '#333333', '#666666', '#444444']),
    font: r.pick(FONTS),
    size: r.pick([10, 11, 12, 12, 13, 14, 16]),
    palette: r.chance(0.45)
      ? []
      : r
          .pick(PALETTES)
          .split(' ')
          .map(c => `#${c}`),
    grid: r.pick(['value', 'value', 'both', 'none']),
    legend: r.pick(['top', 'bottom', 'right', 'left', 'none', 'bottom', 'right']),
    turn: r.pick([0, 0, 0, 45, 90]),
    titleAt: r.pick(['left', 'center']),
  };
}

function weighted(r, pairs) {
  let at = r.between(
    0,
    pairs.reduce((sum, [, w]) => sum + w, 0),
  );
  for (const [name, weight] of pairs) {
    at -= weight;
    if (at <= 0) return name;
  }
  return pairs[0][0];
}

const countFor = (r, kind) =>
  kind === 'line' || kind === 'area'
    ? r.pick([4, 6, 8, 12, 12, 20, 40, 80])
    : kind === 'radar'
      ? r.whole(3, 9)
      : r.pick([2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24]);

function names(r, count) {
  const form = r.next();
  if (form < 0.2 && count <= 12) return MONTHS.slice(0, count);
  if (form < 0.4) {
    const from = r.whole(1950, 2024 - Math.min(count, 70));
    return Array.from({ length: count }, (_, i) => String(from + i));
  }
  if (form < 0.5)
    return Array.from({ length: count }, (_, i) => `Q${(i % 4) + 1} ${2015 + Math.floor(i / 4)}`);
  const out = new Set();
  for (let i = 0; i < count * 5 && out.size < count; i++)
    out.add(form < 0.7 ? r.pick(PLACES) : form < 0.85 ? r.pick(THINGS) : phrase(r, r.whole(1, 4)));
  while (out.size < count) out.add(`Item ${out.size + 1}`);
  return [...out];
}

const seriesName = (r, k) =>
  r.pick([
    `Series ${k + 1}`,
    r.pick(PLACES),
    r.pick(THINGS),
    phrase(r, 2),
    String(2000 + k + r.whole(0, 15)),
  ]) + (k && r.chance(0.02) ? ` ${k}` : '');

function phrase(r, count) {
  const words = Array.from({ length: count }, () => r.pick(NOUNS)).join(' ');
  return r.pick([
    words,
    words[0].toUpperCase() + words.slice(1),
    words.replace(/\b[a-z]/g, c => c.toUpperCase()),
  ]);
}

function run(r, count, { top, negative, walk }) {
  let level = r.between(0.3, 0.8);
  return Array.from({ length: count }, () => {
    level = walk ? Math.min(1, Math.max(0.02, level + r.between(-0.15, 0.15))) : r.between(0.05, 1);
    const value = level * top * (negative && r.chance(0.35) ? -1 : 1);
    return Number(value.toPrecision(r.chance(0.5) ? 2 : 4));
  });
}

function cloud(r, count, top) {
  const slope = r.between(-1, 1);
  return Array.from({ length: count }, () => {
    const x = r.between(1, 10);
    return [
      Number((x * top).toPrecision(3)),
      Number((20 + slope * x + r.between(-3, 3)).toPrecision(3)),
      Number(r.between(1, 30).toPrecision(2)),
    ];
  });
}

function toPercent(spec) {
  spec.categories.forEach((_, i) => {
    const total = spec.series.reduce((sum, s) => sum + Math.abs(s.values[i]), 0) || 1;
    for (const s of spec.series) s.values[i] = Number(((Math.abs(s.values[i]) / total) * 100).toFixed(1));
  });
}
