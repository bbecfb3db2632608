import { numericGold } from './numeric-answer.ts';

/** Gold in words: a name, a phrase, yes or no, or a list of such; as plain lower-case words. */
export interface TextGold {
  readonly items: readonly string[];
}

/** Longer gold is an explanation, which no phrase can be held against. */
const LONGEST = 12;
const LIST = /^\s*\[(?<items>.*)\]\s*$/su;
const VERDICT = /^\s*(?<word>yes|no)\s*(?:[.,;:].*)?$/isu;

/** Null for numbers, for explanations, and for what says that there is no answer. */
export function textGold(answer: string): TextGold | null {
  if (numericGold(answer) || /^not (?:answerable|available)/iu.test(answer.trim())) return null;
  const verdict = VERDICT.exec(answer)?.groups?.word;
  if (verdict) return { items: [verdict.toLowerCase()] };
  const list = LIST.exec(answer)?.groups?.items;
  const items = (list === undefined ? [answer] : listed(list)).map(plain).filter(item => item !== '');
  const fits = items.every(item => item.split(' ').length <= LONGEST);
  return items.length > 0 && fits ? { items } : null;
}

/**
 * Whether a sentence says all of the gold, word for word. What the question itself offers ("the first or the second?")
 * proves nothing unless the sentence opens with it, and neither does yes or no.
 */
export function saysText({ items }: TextGold, sentence: string, question: string): boolean {
  const said = ` ${plain(sentence)} `;
  const asked = ` ${plain(question)} `;
  return items.every(item => {
    const open = item === 'yes' || item === 'no' || asked.includes(` ${item} `);
    return open ? said.startsWith(` ${item} `) : said.includes(` ${item} `);
  });
}

function listed(list: string): readonly string[] {
  const quoted = [...list.matchAll(/'((?:[^']|(?<=\p{L})'(?=\p{L}))*)'|"([^"]*)"/gu)];
  if (quoted.length === 0) return list.split(',');
  return quoted.map(([, single, double]) => single ?? double ?? '');
}

/** Words and numbers alone, without articles and grouping commas. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}\b)/gu, '')
    .replace(/\.(?!\d)/gu, ' ')
    .replace(/[^\p{L}\p{N}.%]+/gu, ' ')
    .replace(/\b(?:the|an?)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
