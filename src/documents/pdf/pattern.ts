/**
 * The colour that stands for a pattern: in the middle of a gradient, and of a tiling the last that it draws with.
 * `pattern` holds the arguments of a colour operator; `gradient` looks up what a shading is made of.
 */
export function middleColor(pattern: readonly unknown[], gradient: (name: string) => unknown): string {
  if (pattern[0] === 'Shading') return ofGradient(gradient(String(pattern[1])));
  if (pattern[0] === 'TilingPattern') return ofTiling(pattern[1], pattern[2]);
  return UNKNOWN;
}

const UNKNOWN = '#808080';
const COLOR = /^#[0-9a-f]{6}$/i;

type Stop = readonly [at: number, color: string];

/** pdf.js: `['RadialAxial', type, box, stops, …]`. Stops without a colour are where the gradient ends. */
function ofGradient(description: unknown): string {
  const stops = Array.isArray(description) && description[0] === 'RadialAxial' ? description[3] : null;
  const colored = ((stops ?? []) as Stop[]).filter(stop => COLOR.test(stop[1]));
  const after = colored.findIndex(stop => stop[0] >= 0.5);
  const [a, b] = [colored[Math.max(after - 1, 0)], colored[after] ?? colored.at(-1)];
  if (!a || !b) return UNKNOWN;
  const t = b[0] > a[0] ? (0.5 - a[0]) / (b[0] - a[0]) : 0;
  return mixed(a[1], b[1], Math.min(Math.max(t, 0), 1));
}

function mixed(a: string, b: string, t: number): string {
  const channel = (color: string, i: number) => Number.parseInt(color.slice(i, i + 2), 16);
  const mix = [1, 3, 5].map(i => Math.round((1 - t) * channel(a, i) + t * channel(b, i)));
  return `#${mix.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

/** pdf.js: a colour where the tiles have none of their own, and the operators that draw a tile. */
function ofTiling(color: unknown, tile: unknown): string {
  if (typeof color === 'string' && COLOR.test(color)) return color;
  const { argsArray = [] } = (tile ?? {}) as { argsArray?: readonly unknown[] };
  const colors = argsArray.flatMap(args => (Array.isArray(args) ? args.slice(0, 1) : []));
  const drawn = colors.filter((c): c is string => typeof c === 'string' && COLOR.test(c));
  return drawn.findLast(c => c.toLowerCase() !== '#ffffff') ?? drawn.at(-1) ?? UNKNOWN;
}
