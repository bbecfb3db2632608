import { afterLead, isAsking as opensQuestion } from './sentences.ts';
import { contentWords } from './terms.ts';
import { withoutTimes } from './times.ts';

const AUXILIARIES = 'do|does|did|is|are|was|were|has|have|had|can|could|will|would|should';
const LONGEST = 90;

/** A heading for what a clause asks: a noun phrase where it holds one, the question itself where it doesn't. */
export function headline(clause: string): string {
  const asked = afterLead(clause)
    .replace(/[.!;:,\s]+$/u, '')
    .trim();
  const phrase = nounPhrase(asked);
  if (phrase !== null && contentWords(phrase).length > 0) return shorten(capital(phrase), LONGEST);
  const question = capital(asked);
  return shorten(opensQuestion(question) && !question.endsWith('?') ? `${question}?` : question, LONGEST);
}

/** "What risks does the company see?" is about risks; "Which continent has …?" stays a question. */
function nounPhrase(asked: string): string | null {
  const bare = asked.replace(/[?.!;:]+$/u, '');
  const drove = /^what (?:drove|drives|caused|explains?|led to|is behind|was behind)\s+(.+)$/iu.exec(
    bare,
  )?.[1];
  if (drove) return `drivers of ${drove}`;
  if (
    /^what (?:do|does|did)\b/iu.test(bare) ||
    (asked.endsWith('?') && !/^what\b/iu.test(bare) && !/^how many\b/iu.test(bare))
  )
    return null;
  const many =
    /^how many (?:of the )?(.+?)\s+(?:are|were|is|was) there\b(.*)$/iu.exec(bare) ??
    /^how many (\S+(?: \S+)?)$/iu.exec(bare);
  if (many) return `number of ${many[1] ?? ''}${many[2] ?? ''}`;
  if (new RegExp(`^(?:which|who|whose|when|where|why|how|${AUXILIARIES})\\b`, 'iu').test(bare)) return null;
  const stripped = stripAsking(bare);
  const cut = stripped.replace(/\s+(?:look like|over time|(?:by|each|per) \w+)$/iu, '');
  const head = new RegExp(`^(\\S+(?:\\s+\\S+){0,6}?)\\s+(?:${AUXILIARIES})\\s`, 'iu').exec(`${cut} `)?.[1];
  if (head && !/\b(?:who|that|which)$/iu.test(head))
    return contentWords(head).length > 0 && isLoose(cut, head) ? head : null;
  return tidyTimes(cut);
}

/** "risks does the company see": what follows the auxiliary only says who; "score did X achieve in Y" says what. */
function isLoose(phrase: string, head: string): boolean {
  if (/^(?:percent|percentage|share|proportion|number|amount|fraction)\b/iu.test(head)) return false;
  return contentWords(phrase.slice(head.length)).length <= 2;
}

function tidyTimes(phrase: string): string {
  return withoutTimes(phrase)
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.?])/g, '$1')
    .replace(/[\s,]+(?:by|in|of|for|from|at|since|to|and|as|on)?\s*$/iu, '')
    .trim();
}

/** Without the words that only ask: "What were the", "How did". */
export function stripAsking(clause: string): string {
  return clause
    .replace(/[?.!;:]+$/u, '')
    .replace(
      /^(?:please\s+)?(?:and\s+|so\s+)?(?:tell (?:me|us) about|describe|list|name|summari[sz]e|compare|explain|give|show|find|identify|provide|report|state|calculate|compute|outline)\s+/iu,
      '',
    )
    .replace(
      new RegExp(
        `^(?:what(?:'s)?|which|who|whom|how|why|when|where)\\b(?:\\s+(?:${AUXILIARIES}|much|many))*\\s+`,
        'iu',
      ),
      '',
    )
    .replace(/^(?:(?:the|a|an|its|their|our)\s+)+/iu, '')
    .replace(/^(?:\p{Lu}[\p{L}.&-]*\s+){0,3}\p{Lu}[\p{L}.&-]*['’]s?\s+/u, '')
    .replace(/^(?:company|group|firm|corporation)['’]s\s+/iu, '')
    .replace(/\s+\(\p{Lu}{2,6}\)/gu, '')
    .replace(/\bof the of the\b/giu, 'of the')
    .trim();
}

/** Up to the verb or the words that say how to lay it out: "margins", not "margins develop over time". */
export function untilVerb(phrase: string): string {
  const verb =
    /\s+(?:(?:change[ds]?|shift(?:ed)?|rise|fall|declined?)(?!\s+(?:in|of)\s+(?!\d))|develop(?:ed)?|evolved?|differ(?:ed|s)?|look like|over time|(?:by|each|per) year|by \w+$|var(?:y|ied|ies)|grow|grew|rose|fell|improved?)\b.*$/iu;
  const cut = phrase.replace(verb, '').replace(/\s+/g, ' ').trim();
  return cut === '' ? phrase : cut;
}

function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/\s+\S*$/u, '')}…`;
}
