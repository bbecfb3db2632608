import type { Question } from '../domain/question.ts';

/** Share of a question's words that each page has, 0 to 1: words that few of the pages have count for more. */
export function coverage({ terms }: Question, pages: readonly string[]): readonly number[] {
  const texts = pages.map(normalise);
  const weighed = terms.map(({ term, weight }) => {
    const word = ` ${normalise(term).trim()}`;
    const has = texts.map(text => text.includes(word));
    const count = has.filter(Boolean).length;
    return { has, worth: count === 0 ? 0 : weight * Math.log(1 + pages.length / count) };
  });
  const whole = weighed.reduce((sum, { worth }) => sum + worth, 0);
  return pages.map((_, i) =>
    whole === 0 ? 0 : weighed.reduce((sum, { has, worth }) => sum + (has[i] ? worth : 0), 0) / whole,
  );
}

/** Words with a space before each. */
function normalise(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}%&'+]+/gu, ' ')
    .trim()} `;
}
