import { around } from './geometry.ts';
import { readTokens } from './lines.ts';
import { isValue } from './numbers.ts';
import type { Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/** Text of a cell's lines joined by spaces, words broken at line ends made whole; footnote marks left out. */
export function readCell(lines: readonly (readonly Token[])[]): string {
  let text = '';
  for (const line of lines) {
    const next = readTokens(line);
    if (/\p{Ll}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(next)) text = text.slice(0, -1) + next;
    else text = text === '' || next === '' ? text + next : `${text} ${next}`;
  }
  return cleanValue(text.trim());
}

/** The box around a cell's words without their footnote marks. */
export function boxOf(lines: readonly (readonly Token[])[]): PointBox | null {
  const tokens = lines.flat();
  const plain = tokens.filter(token => !token.mark);
  return tokens.length === 0 ? null : around(plain.length === 0 ? tokens : plain);
}

/** A number without the marks printed after it: "1,234 (a)" and "57**" are 1,234 and 57. */
function cleanValue(text: string): string {
  if (!/\d/.test(text)) return text;
  const bare = text.replace(/\s?[*†‡§]+$/, '').replace(/(?<=[\d%)])\s?\((?:[a-z]|\d)\)$/i, '');
  if (bare !== text && bare !== '' && isValue(bare)) return bare;
  return text.replace(/^\(\s+(?=[\d$])|(?<=\d)\s+(?=[)%]$)/g, part => part.trim());
}
