import type { Sentence } from '../domain/report.ts';
import { hasVerb } from './is-sentence.ts';

/** Two lines of a slide. */
export const LONGEST = 120;
const LEAST_WORDS = 5;
/** Where a sentence can end early and still say what it says. */
const CUTS = [
  /,\s(?:from|after|ahead of|rising|falling|then|and then)\s/u,
  /;\s/u,
  /,\sat\s/u,
  /\s\([^()]*\)$/u,
  /,\s(?:while|with|as|although|which|whereas|compared|but|including|driven|primarily|mainly)\s/u,
  /\s(?:partially|partly) offset\b/u,
  /,\s(?:when|up from|down from|according to|reducing|where|thanks to|mainly|after|supported by)\s/u,
  /\s[–—]\s/u,
  /\sand (?:by|in|to|for|optimistic|is)\s/u,
  /\scompared (?:with|to)\s/u,
  /\s(?:as a result of|because)\s/u,
  /,\sthen\s/u,
];

/** A clause that ends so goes on. */
const DANGLING =
  /\b(?:is|are|was|were|primarily|mainly|largely|partly|to|of|the|a|and|in|by|due|for|with)[”.,]*$/u;

/** An action title from a sentence: the whole of it or its first clause, at most about ninety characters; null where it can't be had. */
export function headlineOf({ text }: Pick<Sentence, 'text'>): string | null {
  const whole = text.replace(/\.(?=”?$)/u, '').trim();
  if (fits(whole)) return whole;
  const bare = whole.replace(/\s\([^()]*\)/gu, '');
  if (bare !== whole && fits(bare)) return bare;
  for (const cut of CUTS) {
    const at = whole.search(cut);
    const clause = at > 0 ? closed(whole.slice(0, at)) : '';
    if (fits(clause) && hasVerb(clause) && !DANGLING.test(clause)) return clause;
  }
  return null;
}

export function fits(title: string): boolean {
  return title.length <= LONGEST && title.split(/\s+/u).length >= LEAST_WORDS;
}

/** Numbers as written, thousands separators out. */
export function numbersOf(text: string): readonly string[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([digits]) =>
    digits.replace(/,/g, '').replace(/\.$/u, ''),
  );
}

/** Whether every number of a title stands somewhere on its slide. */
export function isShown(title: string, onSlide: readonly string[]): boolean {
  const shown = new Set(onSlide.flatMap(numbersOf));
  return numbersOf(title).every(number => shown.has(number));
}

/** A quotation that is cut short still ends with its mark. */
function closed(clause: string): string {
  const open = (clause.match(/“/gu)?.length ?? 0) - (clause.match(/”/gu)?.length ?? 0);
  return open > 0 ? `${clause}”` : clause;
}
