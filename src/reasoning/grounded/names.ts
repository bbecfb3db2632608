import { isStop, tidy, type Word, wordsOf } from './words.ts';

/** Proper names in a clause. */
export interface Names {
  /** Whom it asks about: companies, countries, groups, products. */
  readonly entities: readonly string[];
  /** All of them, also publishers, projects and abbreviations: good to search by. */
  readonly all: readonly string[];
}

/** Capitalised words that name no one. */
const NO_NAME = new Set(
  (
    'i a ceo cfo coo cto esg ai it r&d kpi faq faqs q1 q2 q3 q4 h1 h2 fy ytd usd eur gbp chf jpy cny co2 co2e tco2e ghg gdp cpi eps ebit ebitda capex opex fcf roe roce roi roa ' +
    'cogs dpo dso dio sg&a sga d&a p&l pp&e ppe ar/vr iot saas sns ok app apps tv pdf url api ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'scope form report annual page table figure fig chart slide section appendix item note question introduction'
  ).split(' '),
);
/** A name that ends so is who published or where it stands, not whom it is about. */
const PUBLISHED =
  /\b(?:project|survey|report|study|poll|center|centre|associates|international|section|chapter|appendix|introduction|guide|manual|disclosure)s?$/iu;
/** Capitalised, or as brands write themselves: "iOS". */
const NAME = /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu})/u;
/** Abbreviations that name a subject also before a noun: "US exports". */
const PLACES = new Set(['US', 'USA', 'UK', 'EU', 'UN', 'OECD', 'UAE']);
const UNIT = /^(?:[kMGT]?(?:Hz|W|Wh|V|A|J|B|Pa)|[kMG]?t|mg|kg|km|cm|mm|dB|°C|CO2e?)$/u;

/**
 * Runs of capitalised words, "of" inside them allowed ("Bank of America"). The first word counts only where it can't
 * be a plain one: a possessive, in capitals, or the start of a longer name.
 */
export function namesIn(clause: string, known: (index: number) => boolean): Names {
  const words = wordsOf(clause);
  const text = tidy(clause);
  const all = new Set<string>();
  const entities = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const end = isNameWord(words, at, known) ? endOfName({ words, text }, at, known) : at;
    if (end > at) {
      const name = nameOf(text, words.slice(at, end));
      all.add(name);
      if (isSubject(name, { words, text }, at, end)) entities.add(name);
    }
    at = Math.max(end, at + 1);
  }
  return { entities: [...entities], all: [...all] };
}

interface Said {
  readonly words: readonly Word[];
  readonly text: string;
}

function nameOf(text: string, words: readonly Word[]): string {
  const name = text.slice(words[0]?.start, words.at(-1)?.end);
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(name) ? `${name}.` : name;
}

function isNameWord(words: readonly Word[], at: number, known: (index: number) => boolean): boolean {
  const word = words[at];
  if (!word || known(at) || !NAME.test(word.raw)) return false;
  if (NO_NAME.has(word.raw.toLowerCase()) && !(words[at - 1] && /^Apps?$/u.test(word.raw))) return false;
  if (word.raw.length === 1) return false;
  if (PLACES.has(word.raw)) return true;
  if (isStop(word.stem) && (word.raw !== word.raw.toUpperCase() || word.raw.length < 4)) return false;
  if (/^(?:FY|CY|Q[1-4]|H[12])\s?\d*$/u.test(word.raw)) return false;
  if (UNIT.test(word.raw) && /^\d/.test(words[at - 1]?.raw ?? '')) return false;
  if (at > 0) return true;
  const next = words[1];
  const longer = next !== undefined && /^\p{Lu}/u.test(next.raw) && !known(1) && !isStop(next.stem);
  return word.possessive || longer || word.raw === word.raw.toUpperCase();
}

function endOfName({ words, text }: Said, start: number, known: (index: number) => boolean): number {
  let at = start;
  while (at < words.length) {
    const part = at > start && /[,;:()"]/.test(text.slice(words[at - 1]?.end, words[at]?.start));
    if (part) break;
    if (!isNameWord(words, at, known) && at > start) {
      const linked = words[at]?.stem === 'of' || words[at]?.raw === '&';
      const next = words[at]?.raw ?? '';
      const attached = text.slice(words[at - 1]?.end, words[at]?.start) === '-' && /^[\p{Lu}\d]/u.test(next);
      const numbered = attached || /^(?:\d{1,2}|\p{Lu})$/u.test(next);
      if (!numbered && !(linked && isNameWord(words, at + 1, known))) break;
    }
    at += 1;
    if (words[at - 1]?.possessive) break;
  }
  return at;
}

/** An abbreviation before a noun ("RF equipment") or in brackets narrows the noun, and a publisher is not the subject. */
function isSubject(name: string, { words, text }: Said, start: number, end: number): boolean {
  const last = words[end - 1];
  if (PUBLISHED.test(name) || (last?.possessive && isNameWord(words, end, () => false))) return false;
  const before = text.slice(0, words[start]?.start);
  if (/\b(?:an?|this|that)\s+$/iu.test(before) || /^-\p{Ll}/u.test(text.slice(last?.end))) return false;
  if (/[("]$/.test(before) && /^[)"]/.test(text.slice(last?.end))) return false;
  if (/\b(?:survey|study|report|poll|paper)\s+(?:of|by|from)\s+$/iu.test(before)) return false;
  if (last?.possessive || PLACES.has(name) || !/^[\p{Lu}\d&.-]+$/u.test(name) || /\d|\./.test(name))
    return true;
  const next = words[end];
  const asked = /^(?:do|does|did|has|have|had|is|was|were|are|will)$/iu.test(words[start - 1]?.raw ?? '');
  return asked || next === undefined || isStop(next.stem) || !/^\p{Ll}/u.test(next.raw);
}
