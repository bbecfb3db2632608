import type { Match } from './match.ts';
import { afterLead } from './sentences.ts';
import { withoutTimes } from './times.ts';
import { isStop, tidy, type Word, wordsOf } from './words.ts';

/** Words that bind two measures into one thing to find out. */
const RELATION =
  /\b(?:gap|difference|differ|between|ratio|sum|percent of|percentage of|proportion of|(?:percent|percentage|share|%) of|relative to|compared?|divided|than|versus|vs|correlat\w*|as a result of|impact of|effect of|due to)\b/iu;
const LISTS =
  /^(?:and |so |please )?(?:what (?:is|are|was|were|did|do|does)|how (?:did|do|does|has|have|much)|describe|summari[sz]e|give|show|list|report|compare|explain|outline|analy[sz]e|discuss|provide)\b/iu;
const CONJUNCTION = /[,;]|\b(?:and|or|as well as|plus)\b/iu;

/** Whether the measures that a clause names are a list of things to find out, and not parts of one. */
export function areApart(clause: string, matches: readonly Match[]): boolean {
  const words = wordsOf(clause);
  const asks = afterLead(clause);
  const around = words.filter((_, i) => !matches.some(({ start, end }) => start <= i && i < end));
  const rest = around.map(word => word.raw).join(' ');
  if (RELATION.test(withoutTimes(rest)) && !/^(?:please )?compare\b/iu.test(asks)) return false;
  const between = matches.slice(1).map((match, i) => gap(clause, words, matches[i]!.end, match.start));
  if (between.some(({ text }) => !CONJUNCTION.test(text))) return false;
  return between.every(({ plain }) => plain) || LISTS.test(asks) || !/^\p{L}+.*\?$/u.test(asks);
}

/** What stands between two measures; `plain`: nothing but small words and names. */
function gap(clause: string, words: readonly Word[], from: number, to: number) {
  const inner = words.slice(from, to);
  const text = tidy(clause).slice(words[from - 1]?.end, words[to]?.start);
  return { text, plain: inner.every(word => isStop(word.stem) || /^\p{Lu}|^total$/u.test(word.raw)) };
}
