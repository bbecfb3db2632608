import { unionOf } from '../bounds.ts';
import type { Label } from '../types.ts';
import { alongOf } from './along.ts';

/** Lines of one text stacked across its reading direction, as one label; their words joined by a space. */
export function joinLines(lines: readonly Label[]): Label {
  const sorted = [...lines].sort((a, b) => alongOf(a).across - alongOf(b).across);
  const [first] = sorted;
  const text = sorted.reduce((joined, { text }) => joinWords(joined, text), '');
  return { ...first!, ...unionOf(sorted), text, runs: sorted.flatMap(({ runs }) => runs) };
}

/** A hyphen at a line's end between small letters broke a word; a slash or dash keeps its neighbours together. */
function joinWords(before: string, next: string): string {
  if (before === '') return next;
  if (/\p{Ll}[-‐]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
  return /[/–—]$/.test(before) ? before + next : `${before} ${next}`;
}
