import type { MetricRef } from '../domain/question.ts';
import { parseNumbers } from '../lib/quantity/index.ts';
import { indexOfPhrase, stem, stems, words } from './words.ts';

/** A metric that a label names. */
export interface LabelMatch {
  readonly metric: MetricRef;
  /** `exact`: the label says nothing else; `partial`: it narrows the metric ("Net product sales" for sales). */
  readonly grade: 'exact' | 'partial';
  /** What narrows it, as printed: bracketed words and words that are left; [] for an exact match. */
  readonly scope: readonly string[];
  /** Words of the phrase that matched: longer is surer. */
  readonly length: number;
}

/** These words make another measure of what they stand beside: "net sales growth" is not net sales. */
const CHANGERS = new Set(
  'cost costs growth change changes increase increases decrease decreases decline per percent percentage % margin margins ratio average averages deferred unearned effect effects adjusted intensity tax taxes expense expenses receivable receivables payable payables backlog discount discounts returns allowance share variance impact reserve obligations accrued pro forma target targets goal goals reduction reductions avoided saved offset offsets savings versus vs contribution mix price prices volume index cagr days yield interest depreciation amortization prepaid assets liabilities restricted minimum maximum coverage compared before excluding proceeds gain gains losses multiple hypothetical if'.split(
    ' ',
  ),
);
/** These leave a measure what it is. */
const NEUTRAL = new Set(
  'total totals net consolidated the our of and in from for as a an to by on at group company annual overall reported actual sum gross subtotal amount amounts all global worldwide including under with or gaap continuing operations own activities basis used its metric'.split(
    ' ',
  ),
);

const FOOTNOTE = /(?:\s*(?:\(\d{1,2}\)|\(\w\)(?=\s*$)|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§]+))+/gu;
/** Brackets that say which sign a number has, not what it is. */
const SIGN_NOTE =
  /\s*\((?:loss(?:es)?|income|benefit|expense|used|gain|deficit|decrease|increase|used in|used for|used by|benefit from)\)/gi;
/** "Trade receivables (net of allowances of $33 at December 28, 2019)": how it was counted, not what. */
const REMARK =
  /\s*\((?:net of|less) (?:allowances?|accumulated|reserves?|provisions?)\b[^()]*\)|,? (?:net of|less) (?:allowances?|accumulated|reserves?)\b.*$/gi;
const SHARE_OF_WHOLE = 0.5;

/** The metric that a row label, column header or title names; the longest phrase wins; null where it names none. */
export function matchLabel(label: string, metrics: readonly MetricRef[]): LabelMatch | null {
  const clean = cleanLabel(label);
  const all = stems(clean);
  if (all.length === 0 || all.length > 30 || statesAmount(clean)) return null;
  let best: LabelMatch | null = null;
  for (const metric of metrics) {
    const match = matchMetric(clean, all, metric);
    if (match && (!best || rank(match) > rank(best))) best = match;
  }
  return best;
}

/** "Reduce emissions by 55% by 2025" is a sentence with its own numbers, not a label. */
export function statesAmount(label: string): boolean {
  if (!/[%$€£]|\d\s?(?:kt|t|Mt|kg|g|percent|thousand|million|billion)\b/.test(label)) return false;
  return parseNumbers(label).some(
    ({ dimension, unit }) => dimension === 'percent' || dimension === 'mass' || unit === 'USD',
  );
}

/** A label without footnote signs, sign notes and the footnote digit that a scope number caught ("Scope 2²"). */
export function cleanLabel(label: string): string {
  return label
    .replace(/\/(?=\()/g, ' ')
    .replace(REMARK, '')
    .replace(FOOTNOTE, ' ')
    .replace(SIGN_NOTE, '')
    .replace(/\b(scope [123])\d\b/gi, '$1')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.…]+$/, '')
    .trim();
}

/** Whether a label, read with the heading over it, is something else than the metric that it matches alone. */
export function isBarred(label: string, { phrases, not }: MetricRef): boolean {
  const all = stems(cleanLabel(label));
  return (longestIn(all, not)?.length ?? 0) >= Math.max(1, longestIn(all, phrases)?.length ?? 0);
}

/** Whether a label turns what it stands beside into another measure: "Change", "% of net sales", "Growth". */
export function isChanger(label: string): boolean {
  return words(label).some(word => CHANGERS.has(word));
}

function rank(match: LabelMatch): number {
  return match.length + (match.grade === 'exact' ? 0.5 : 0);
}

function matchMetric(label: string, all: readonly string[], metric: MetricRef): LabelMatch | null {
  const { head, brackets } = parts(label);
  const headStems = stems(head);
  const phrase = longestIn(headStems, metric.phrases) ?? longestIn(all, metric.phrases);
  if (!phrase) return null;
  const barred = longestIn(all, metric.not);
  if (barred && barred.length >= phrase.length) return null;
  const left = residue(head, phrase);
  if (left.some(word => CHANGERS.has(word.toLowerCase()))) return null;
  const telling = left.filter(word => !NEUTRAL.has(word.toLowerCase()) && !/^\d+$/.test(word));
  if (telling.length > 0 && phrase.length / (phrase.length + telling.length) < SHARE_OF_WHOLE) return null;
  const scope = [...(telling.length > 0 ? [telling.join(' ')] : []), ...brackets];
  return { metric, grade: telling.length > 0 ? 'partial' : 'exact', scope, length: phrase.length };
}

/** The head of a label is what stands before ", including …" or a dash; brackets that aren't units narrow it. */
function parts(label: string): { readonly head: string; readonly brackets: readonly string[] } {
  const brackets: string[] = [];
  const outside = label.replace(/\(([^()]*)\)/g, (_, inner: string) => {
    if (!isNoise(inner)) brackets.push(inner.trim().toLowerCase());
    return ' ';
  });
  const cut = outside.search(/,\s*(?:including|excluding|net of|less|attributable|after)\b|\s[–—-]\s|;/i);
  const head = cut > 0 ? outside.slice(0, cut) : outside;
  const tail = cut > 0 ? outside.slice(cut) : '';
  if (/,\s*net(?:\s+of\b.*)?$/i.test(label) && OUTFLOW.test(label)) brackets.push('net');
  if (/^\s[–—-]\s/.test(tail) && !isNoise(tail))
    brackets.push(
      tail
        .replace(/^[\s–—-]+/, '')
        .trim()
        .toLowerCase(),
    );
  for (const [variant] of label.matchAll(VARIANT)) {
    const word = variant.toLowerCase().replace(/ based/, '-based');
    if (!brackets.some(inside => inside.includes(word))) brackets.push(word);
  }
  return { head: head.trim() === '' ? label : head, brackets };
}

/** Purchases less what came back for them are another amount than purchases. */
const OUTFLOW = /^(?:purchases?|payments?|proceeds|additions?|capital expenditures?)\b/i;

/** Ways of counting that a phrase may swallow ("scope 3 upstream"), but that always narrow. */
const VARIANT = /\b(?:market[- ]based|location[- ]based|upstream|downstream)\b/gi;

/** Units, scales, references and the metric said again are no narrowing. */
function isNoise(inner: string): boolean {
  const text = inner.trim();
  if (text === '' || /^\W*$/.test(text) || /^(?:note|see|in |thousands|millions|page|unaudited)/i.test(text))
    return true;
  if (
    /^(?:\w|scope [123]|direct|indirect|capex|gaap|[A-Z]{2,8})$/i.test(text) &&
    !/market|location/i.test(text)
  )
    return true;
  return /^[$€£%]|\b(?:tons?|tonnes?|t?co2e?q?|kwh|mwh|gwh|usd|eur|thousand|million|billion|percent)\b/i.test(
    text,
  );
}

function longestIn(text: readonly string[], phrases: readonly string[]): readonly string[] | null {
  let longest: readonly string[] | null = null;
  for (const phrase of phrases) {
    const words = phraseStems(phrase);
    if (words.length > (longest?.length ?? 0) && indexOfPhrase(text, words) >= 0) longest = words;
  }
  return longest;
}

function residue(head: string, phrase: readonly string[]): readonly string[] {
  const printed = head.replace(/[&+]/g, ' and ').match(/[\p{L}\p{N}%]+/gu) ?? [];
  const start = indexOfPhrase(
    printed.map(word => stem(word.toLowerCase())),
    phrase,
  );
  return start < 0 ? printed : [...printed.slice(0, start), ...printed.slice(start + phrase.length)];
}

const PHRASES = new Map<string, readonly string[]>();

/** Phrases come from a fixed vocabulary, so their stems are worth keeping. */
export function phraseStems(phrase: string): readonly string[] {
  const known = PHRASES.get(phrase);
  if (known) return known;
  const made = stems(phrase);
  PHRASES.set(phrase, made);
  return made;
}
