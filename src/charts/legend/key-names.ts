import { middleOf } from '../bounds.ts';
import { sameColor } from '../colors.ts';
import type { Label } from '../types.ts';
import type { Key } from './keys.ts';

/**
 * Keys in one row with other inks but the same words, told apart by what stands below their first line, or else by the
 * headings above them: "Disapprove: Strongly". Rows whose words differ are left as they are.
 */
export function toldApart(keys: readonly Key[], labels: readonly Label[]): readonly Key[] {
  const named = new Map<Key, Key>();
  for (const key of keys) {
    if (named.has(key)) continue;
    const row = keys.filter(other => isLevel(key, other));
    if (!repeatsName(row)) continue;
    const own = new Set(row.map(({ label }) => label));
    const words = labels.filter(label => !own.has(label) && label.angle === 0 && /\p{L}/u.test(label.text));
    const [wrapped, headed] = [row.map(one => withNextLine(one, words)), withHeadings(row, words)];
    const told = [wrapped, headed].find(renamed => !repeatsName(renamed)) ?? [];
    for (const [i, one] of told.entries()) named.set(row[i]!, one);
  }
  return keys.map(key => named.get(key) ?? key);
}

function isLevel(a: Key, b: Key): boolean {
  const { size } = a.label;
  return Math.abs(middleOf(a.bounds).y - middleOf(b.bounds).y) < 0.35 * size && a.label.size === b.label.size;
}

/** Swatches of one ink before one name are bars of a row. */
function repeatsName(row: readonly Key[]): boolean {
  const inks = row.every((key, i) => !row.slice(0, i).some(other => sameColor(key.color, other.color)));
  return row.length > 1 && inks && new Set(row.map(({ name }) => name)).size < row.length;
}

/** The line right below that begins or ends where the first one does, or stands under its middle. */
function withNextLine(key: Key, words: readonly Label[]): Key {
  const { label } = key;
  const next = words.find(other => {
    const gap = other.y0 - label.y1;
    const edges = [other.x0 - label.x0, other.x1 - label.x1, middleOf(other).x - middleOf(label).x];
    const aligned = edges.some(edge => Math.abs(edge) < 0.5 * label.size);
    return aligned && gap > -0.4 * label.size && gap < 0.4 * label.size;
  });
  return next ? { ...key, name: `${label.text} ${next.text}`, more: [next] } : key;
}

/** Each with the nearest heading of a row of several right above. */
function withHeadings(row: readonly Key[], words: readonly Label[]): readonly Key[] {
  const top = Math.min(...row.map(({ label }) => label.y0));
  const { size } = row[0]!.label;
  const above = words.filter(({ y1 }) => top - y1 > -0.4 * size && top - y1 < 1.2 * size);
  if (above.length < 2) return row;
  return row.map(key => {
    const middle = (key.bounds.x0 + key.label.x1) / 2;
    const away = (label: Label) => Math.abs(middleOf(label).x - middle);
    const heading = above.reduce((a, b) => (away(b) < away(a) ? b : a));
    return { ...key, name: `${heading.text}: ${key.label.text}`, more: [heading] };
  });
}
