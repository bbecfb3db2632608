import type { Datum } from './chart-data.ts';
import { canonicalKey, numberOf, timeOf } from './chart-keys.ts';
import { textDistance } from './rms.ts';

/** Key distances from which two entries are strangers, as in RMS. */
export const STRANGERS = 0.5;
/** What a key that nobody could read off the drawing costs: less than a stranger, more than any likeness worth the name. */
const UNNAMED = 0.45;

/** Where a point lies along its axis: a number, or milliseconds; NaN for names. */
export function placeOf({ x }: Pick<Datum, 'x'>): number {
  return timeOf(x) ?? numberOf(x) ?? Number.NaN;
}

/**
 * How unlike the keys of two entries are: the larger distance of series and x, 0 to 1.
 *
 * The name of a single series is no part of the key. Numbers and dates along an axis are alike where they lie nearer
 * than neighbours do, and within 2 % of the axis. Names that aren't drawn can't be read: what was read without one, or
 * with a bare number in its place, is then paired by its value alone.
 * @param drawn all texts of the page
 */
export function keyDistance(
  truth: readonly Datum[],
  drawn: readonly string[],
): (read: Datum, gold: Datum) => number {
  const series = seriesDistance(truth, drawn);
  const x = xDistance(truth, drawn);
  return (read, gold) => Math.max(series(read.series, gold.series), x(read.x, gold.x));
}

type Distance = (read: string, gold: string) => number;

/** Bars coloured by category come as series of one value each: then the category is the whole key. */
function seriesDistance(truth: readonly Datum[], drawn: readonly string[]): Distance {
  const names = [...new Set(truth.map(({ series }) => series))];
  const heads = new Set(truth.map(({ x }) => x));
  if (names.length === 1 || heads.size === truth.length) return () => 0;
  const distance = textsApart();
  return areDrawn(names, drawn) ? distance : (read, gold) => (read === '' ? UNNAMED : distance(read, gold));
}

function xDistance(truth: readonly Datum[], drawn: readonly string[]): Distance {
  const heads = [...new Set(truth.map(({ x }) => x))];
  const distance = placesApart(heads) ?? textsApart();
  if (areDrawn(heads, drawn)) return distance;
  return (read, gold) => (/^\d*$/.test(read) ? UNNAMED : distance(read, gold));
}

/** An axis prints some of its places; a few words of all names come up on any page. */
const DRAWN_SHARE = 0.2;

function areDrawn(names: readonly string[], drawn: readonly string[]): boolean {
  const page = ` ${drawn.map(canonicalKey).join(' | ')} `;
  const keys = new Set(drawn.flatMap(text => [text, ...text.split(/\s+/)]).map(canonicalKey));
  const found = names.filter(name => {
    const key = canonicalKey(name);
    return key === '' || keys.has(key) || (key.length > 2 && page.includes(key)) || keys.has(leafOf(key));
  });
  return found.length > DRAWN_SHARE * names.length;
}

/** The innermost of nested heads: "CA" of "US / CA". */
function leafOf(key: string): string {
  return key.slice(key.lastIndexOf(' / ') + 1).replace(/^\/ /, '');
}

function textsApart(): Distance {
  const memory = new Map<string, number>();
  return (read, gold) => {
    const key = `${read}\n${gold}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const distance = textDistance(canonicalKey(read), canonicalKey(gold));
    memory.set(key, distance);
    return distance;
  };
}

/** Null where the heads aren't all numbers or dates. */
function placesApart(heads: readonly string[]): Distance | null {
  const places = heads.map(x => placeOf({ x }));
  if (!places.every(Number.isFinite)) return null;
  const near = tolerance(places);
  if (near === 0) return null;
  const texts = textsApart();
  return (read, gold) => {
    const place = placeAmong(read, gold);
    if (!Number.isFinite(place)) return texts(read, gold);
    return Math.min(1, (STRANGERS * Math.abs(place - placeOf({ x: gold }))) / near);
  };
}

/** Where `x` lies among places like `gold`: a year alone is its first day among dates, and a date its year among years. */
function placeAmong(x: string, gold: string): number {
  const [time, number] = [timeOf(x), numberOf(x)];
  if (timeOf(gold) === null) return number ?? (time === null ? Number.NaN : new Date(time).getUTCFullYear());
  const isYear = number !== null && number > 1500 && number < 2200;
  return time ?? (isYear ? Date.UTC(number, 0) : Number.NaN);
}

function tolerance(places: readonly number[]): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const spread = sorted.at(-1)! - sorted[0]!;
  const gaps = sorted.slice(1).map((place, i) => place - sorted[i]!);
  return spread === 0 ? 0 : Math.min(0.5 * Math.min(...gaps), 0.02 * spread);
}
