import { type Bounds, overlapX, overlapY, shareInside, touches, union } from './bounds.ts';
import type { Word } from './words.ts';

/** Printed numbers in even steps along one line: the ticks of an axis. */
export interface Scale extends Bounds {
  /** `down` where they stand above each other. */
  readonly runs: 'down' | 'across';
  readonly ticks: number;
  /** Years alone name columns as often as they name ticks. */
  readonly years: boolean;
}

/** The scales among a page's words; three ticks make one. */
export function findScales(words: readonly Word[]): Scale[] {
  const numbers = words.flatMap(word => {
    const value = numberOf(word.text);
    return value === null ? [] : [{ word, value }];
  });
  const upright = (edge: (b: Bounds) => number) =>
    lanes(numbers, n => edge(n.word)).flatMap(lane => steps(lane, n => (n.word.y0 + n.word.y1) / 2, 'down'));
  const right = upright(b => b.x1);
  const middle = upright(b => (b.x0 + b.x1) / 2);
  const left = upright(b => b.x0);
  const level = lanes(numbers, n => n.word.baseline).flatMap(lane =>
    steps(lane, n => (n.word.x0 + n.word.x1) / 2, 'across'),
  );
  return [...right, ...middle, ...left, ...level];
}

/** Points: how far off an axis its numbers stand. */
const REACH = 30;

/** Whether one of the scales runs along a side of `box` for at least half its length. */
export function runsAlong(box: Bounds, scales: readonly Scale[]): boolean {
  const { x0, y0, x1, y1 } = box;
  const near = { x0: x0 - REACH, x1: x1 + REACH, y0: y0 - REACH, y1: y1 + REACH };
  return scales.some(scale => {
    if (scale.years || !touches(scale, near) || shareInside(scale, near) < 0.95) return false;
    return scale.runs === 'down'
      ? overlapY(scale, box) > 0.5 * (y1 - y0)
      : overlapX(scale, box) > 0.5 * (x1 - x0);
  });
}

interface Numbered {
  readonly word: Word;
  readonly value: number;
}

const NUMBER = /^[($€£¥+]*[-–−]?[($€£¥+]*(\d[\d.,]*)\s*(?:%|°|[kKmMbB]|bn|pp)?\)?$/;
const POWER = /^10([⁰¹²³⁴-⁹]+)$/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const NEGATIVE = /^[($€£¥+]*[-–−]/;

function numberOf(text: string): number | null {
  const power = POWER.exec(text)?.[1];
  if (power) return 10 ** Number([...power].map(sign => SUPERSCRIPTS.indexOf(sign)).join(''));
  const digits = NUMBER.exec(text)?.[1];
  if (digits === undefined) return null;
  const value = Number(digits.replace(/,(?=\d{3}\b)/g, '').replace(',', '.'));
  if (Number.isNaN(value)) return null;
  return NEGATIVE.test(text) ? -value : value;
}

/** Points: numbers whose edges lie this close stand in one line. */
const LANE = 1.6;

function lanes(numbers: readonly Numbered[], at: (n: Numbered) => number): Numbered[][] {
  const sorted = [...numbers].sort((a, b) => at(a) - at(b));
  const groups: Numbered[][] = [];
  for (const number of sorted) {
    const group = groups.at(-1);
    if (group && at(number) - at(group.at(-1)!) < LANE) group.push(number);
    else groups.push([number]);
  }
  return groups.filter(group => group.length >= FEWEST);
}

const FEWEST = 3;
/** Share of a step by which ticks may stand off. */
const UNEVEN = 0.12;

/** Stretches of a lane that step evenly, both on paper and in value. */
function steps(lane: readonly Numbered[], at: (n: Numbered) => number, runs: Scale['runs']): Scale[] {
  const sorted = [...lane].sort((a, b) => at(a) - at(b));
  const found: Scale[] = [];
  for (let from = 0; from + FEWEST <= sorted.length; ) {
    let to = from + 1;
    while (goesOn(sorted.slice(to - 1, to + 2), at, runs)) to++;
    const ticks = sorted.slice(from, to + 1);
    if (ticks.length >= FEWEST) found.push(scaleOf(ticks, runs));
    from = ticks.length >= FEWEST ? to : from + 1;
  }
  return found;
}

function goesOn([a, b, c]: readonly Numbered[], at: (n: Numbered) => number, runs: Scale['runs']): boolean {
  if (!a || !b || !c) return false;
  const [first, second] = [at(b) - at(a), at(c) - at(b)];
  if (first < SHORTEST_STEP || Math.abs(second - first) > UNEVEN * first + 1) return false;
  const [step, next] = [b.value - a.value, c.value - b.value];
  // What counts upwards on the way down is a list.
  if (step === 0 || (runs === 'down' && step > 0)) return false;
  const linear = Math.abs(next - step) < 1e-6 * Math.max(Math.abs(step), Math.abs(c.value));
  const powers = a.value > 0 && b.value > 0 && Math.abs(c.value / b.value - b.value / a.value) < 1e-6;
  return linear || powers;
}

/** Points. */
const SHORTEST_STEP = 6;

function scaleOf(ticks: readonly Numbered[], runs: Scale['runs']): Scale {
  return {
    ...union(ticks.map(tick => tick.word)),
    runs,
    ticks: ticks.length,
    years: ticks.every(({ value }) => Number.isInteger(value) && value >= 1800 && value <= 2100),
  };
}
