import type { Sentence } from '../domain/report.ts';

/** What a slide bears. */
const MOST_POINTS = 6;
const MOST_WORDS = 90;

/** As many sentences as a slide holds; long ones yield to those after them. The report has them all. */
export function briefly(
  sentences: readonly Sentence[],
  most: number,
  words = MOST_WORDS,
): readonly Sentence[] {
  const chosen: Sentence[] = [];
  let count = 0;
  for (const sentence of sentences) {
    const own = wordsOf(sentence);
    if (chosen.length === most || (chosen.length > 0 && count + own > words)) continue;
    chosen.push(sentence);
    count += own;
  }
  return chosen;
}

/** Sentences in slides as full as they may be; a single one at the end is left out. */
export function spread(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const left = [...sentences];
  const groups: (readonly Sentence[])[] = [];
  while (left.length > 0) {
    const group = briefly(left, MOST_POINTS);
    for (const one of group) left.splice(left.indexOf(one), 1);
    if (group.length > 1 || groups.length === 0) groups.push(group);
  }
  return groups;
}

function wordsOf({ text }: Sentence): number {
  return text.split(/\s+/u).length;
}
