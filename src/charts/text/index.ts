import type { TextMark } from '../../domain/mark.ts';
import { groupBy } from '../../lib/group.ts';
import { unionOf } from '../bounds.ts';
import type { Label } from '../types.ts';
import { alongOf } from './along.ts';

export { joinLines } from './wrap.ts';

/** Texts with their split runs joined: "1" and ",000" are one label, "10" and a raised "5" are "10^5". Lines stay apart. */
export function readLabels(texts: readonly TextMark[]): Label[] {
  const printed = withoutRepeats(texts.filter(({ text }) => text.trim() !== ''));
  return [...groupBy(printed, ({ angle }) => Math.round(angle)).values()].flatMap(joinRuns);
}

/** Texts drawn twice in one place, as for a shadow, are one. */
function withoutRepeats(texts: readonly TextMark[]): TextMark[] {
  const seen = new Set<string>();
  return texts.filter(({ text, x0, y0, size }) => {
    const places = [0, 0.5].flatMap(dx => [0, 0.5].map(dy => cell(x0 / size + dx, y0 / size + dy)));
    const known = places.some(place => seen.has(`${text} ${place}`));
    for (const place of places) seen.add(`${text} ${place}`);
    return !known;
  });
}

function cell(x: number, y: number): string {
  return `${Math.floor(x)} ${Math.floor(y)}`;
}

function joinRuns(texts: readonly TextMark[]): Label[] {
  const sorted = [...texts].sort((a, b) => alongOf(a).from - alongOf(b).from);
  const groups: TextMark[][] = [];
  for (const run of sorted) {
    const group = groups.find(g => follows(g, run));
    if (group) group.push(run);
    else groups.push([run]);
  }
  return groups.map(labelOf);
}

/** Whether a run goes on where a group ends: on its line, or raised behind it. */
function follows(group: readonly TextMark[], run: TextMark): boolean {
  const last = group.at(-1)!;
  const [a, b] = [alongOf(last), alongOf(run)];
  const gap = b.from - a.to;
  if (gap < -overlap(last, run) * last.size || gap > GAP * last.size || b.from <= a.from) return false;
  const shift = b.across - a.across;
  if (run.size < RAISED * last.size) return isRaised(last, run, shift) && gap < 0.25 * last.size;
  const alike =
    Math.abs(shift) < 0.2 * last.size && run.size < last.size / RAISED && last.color === run.color;
  return alike && arePieces(last.text, run.text);
}

/** Single letters or parts of a number: whole words side by side are labels of their own, however close. */
function arePieces(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return true;
  return (/\d$/.test(a) && /^[.,]\d/.test(b)) || (/\d[.,]$|^[-+−–(]?[$€£]$/.test(a) && /^\d/.test(b));
}

/** In ems: single letters that are placed one by one may be narrower than their box. */
function overlap(last: TextMark, run: TextMark): number {
  return last.text.length === 1 || run.text.length === 1 ? 0.5 : 0.25;
}

/** In ems: a word space is wider. */
const GAP = 0.2;
/** A superscript's size, as a share of the letters before it. */
const RAISED = 0.85;

function isRaised(last: TextMark, run: TextMark, shift: number): boolean {
  return shift < -0.1 * last.size && shift > -0.9 * last.size && /^[-−–+\d]+$/.test(run.text);
}

function labelOf(runs: readonly TextMark[]): Label {
  const [first] = runs;
  const text = runs.reduce((joined, run, i) => joined + separator(runs, i) + run.text, '');
  const { angle, size, bold, color } = first!;
  return { ...unionOf(runs), text: text.replace(/\s+/g, ' ').trim(), angle, size, bold, color, runs };
}

function separator(runs: readonly TextMark[], i: number): string {
  if (i === 0) return '';
  const [last, run] = [runs[i - 1]!, runs[i]!];
  if (run.size < RAISED * last.size) return /\d$/.test(last.text) ? '^' : '';
  return alongOf(run).from - alongOf(last).to > 0.14 * last.size ? ' ' : '';
}
