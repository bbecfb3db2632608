import type { Dimension } from '../../domain/value.ts';
import { currencyAfter, currencyBefore } from './currencies.ts';
import { parseFractions } from './fractions.ts';
import { isMasked, type Mask, masksOf } from './masks.ts';
import { scaleAt } from './scales.ts';
import type { NumberSpan } from './types.ts';
import { unitAt } from './units.ts';

export interface NumberOptions {
  /** The mark before decimals; a comma beside a currency, a scale word or a percent sign is understood anyway. */
  readonly decimal?: '.' | ',';
}

const DIGITS = new RegExp(
  [
    '(?<![\\p{N}_.,/:])(?:',
    [
      '(?<english>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?)(?!,?\\d)',
      '(?<spaced>\\d{1,3}(?:[\\u00a0\\u202f\\u2009’]\\d{3})+(?:[.,]\\d+)?)',
      '(?<european>\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d+)?|\\d{1,3}(?:\\.\\d{3})+,\\d+)',
      '(?<comma>\\d+,\\d{1,2})(?![\\d,])',
      '(?<plain>\\d+(?:\\.\\d+)?|(?<=\\s|[$€£]|^)\\.\\d+)(?![.,]?\\d)',
    ].join('|'),
    ')',
  ].join(''),
  'gu',
);

/**
 * Every quantity in running text, in order. Years, dates, page, figure and section numbers, telephone numbers,
 * ordinals and list marks are not quantities. A range is one span with `high`.
 */
export function parseNumbers(text: string, options: NumberOptions = {}): NumberSpan[] {
  const masks = masksOf(text);
  const single: NumberSpan[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const span = isMasked(masks, match.index) ? null : numberAt(text, match, options);
    if (span && !isMasked(masks, span.end - 1)) single.push(span);
  }
  const spans = joinRanges(text, single);
  const words = parseFractions(text).filter(
    word => !spans.some(s => word.start < s.end && s.start < word.end),
  );
  return [...spans, ...words]
    .sort((a, b) => a.start - b.start)
    .map(span => withQualifiers(text, span, masks));
}

/** The amount that digits print, under a decimal mark; null where they can't be one number. */
export function amountOf(digits: string, decimal: '.' | ',' = '.'): number | null {
  const bare = digits.replace(/[\s\u00a0\u202f\u2009’']/g, '');
  const european = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d+,\d{1,2}$/.test(bare);
  const comma = european || (decimal === ',' && !/^\d{1,3}(?:,\d{3})+\./.test(bare));
  const plain = comma ? bare.replace(/\./g, '').replace(',', '.') : bare.replace(/,/g, '');
  const amount = Number(plain);
  return plain === '' || Number.isNaN(amount) ? null : amount;
}

function numberAt(text: string, match: RegExpExecArray, { decimal }: NumberOptions): NumberSpan | null {
  const [digits] = match;
  const { before, after, unit, scale, inBrackets, end } = marksAround(text, match.index, digits.length);
  if (!before && isPartOfName(text, match.index)) return null;
  const marked = (before ?? after ?? unit ?? scale) !== null;
  if (!marked && (touchesLetter(text, end) || (match.groups?.comma && decimal !== ','))) return null;
  const amount = amountOf(digits, decimal);
  if (amount === null) return null;
  const { start, sign } = signOf(text, before?.start ?? match.index);
  const stop = Math.max(unit?.end ?? 0, after?.end ?? 0, scale?.end ?? end);
  return {
    start,
    end: stop,
    amount: inBrackets ? -amount : sign * amount,
    scale: (scale?.scale ?? 1) * (unit?.scale ?? 1),
    ...unitFields(before?.code ?? after?.code, unit),
    printed: text.slice(start, stop),
    qualifiers: [],
  };
}

/** Currency, scale word and unit on either side of the digits. */
function marksAround(text: string, at: number, length: number) {
  const inBrackets = bracketed(text, at, at + length);
  const before = currencyBefore(text, at - inBrackets);
  const end = at + length + inBrackets;
  const scale = scaleAt(text, end, { currency: before !== null });
  const afterScale = scale?.end ?? end;
  const after = before ? null : (currencyAfter(text, afterScale) ?? currencyAfter(text, end));
  const unit = before || after ? perUnit(text, after?.end ?? afterScale) : unitAt(text, afterScale);
  return { before, after, unit, scale, inBrackets, end };
}

function unitFields(currency: string | undefined, unit: { dimension: Dimension; unit: string } | null) {
  if (currency) return { dimension: 'money' as const, unit: currency + (unit?.unit ?? ''), currency };
  return { dimension: unit?.dimension ?? ('count' as const), unit: unit?.unit ?? '' };
}

/** "CO2", "COVID-19", "PM2.5"; the upper end of a range ("10%-12%") is none. */
function isPartOfName(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  return /[\p{L}_]$|[\p{L}\d][-–‑]$/u.test(before) && !/\d\s?%?[-–‑]$/.test(before);
}

/** "$6.15 per share" is another unit than "$6.15". */
function perUnit(text: string, at: number) {
  const match =
    /^\s*(?:per|a|\/)\s?(?:diluted |basic |common |ordinary )?(share|ton|tonne|metric ton|barrel|hour|month|unit|kWh|MWh)\b/i.exec(
      text.slice(at, at + 32),
    );
  if (!match) return null;
  const dimension: Dimension = 'money';
  return { dimension, unit: ` per ${match[1]?.toLowerCase()}`, scale: 1, end: at + match[0].length };
}

/** 1 where the digits stand in brackets after a currency, "$(4) million": a negative. */
function bracketed(text: string, start: number, end: number): 0 | 1 {
  return text[start - 1] === '(' && text[end] === ')' && currencyBefore(text, start - 1) ? 1 : 0;
}

/** A dash makes a negative only where it touches the number and nothing but space or a bracket precedes it. */
function signOf(text: string, start: number) {
  const negative = /(?:^|[\s(:;,])[-−–]$/.test(text.slice(Math.max(0, start - 2), start));
  return negative ? { start: start - 1, sign: -1 } : { start, sign: 1 };
}

function touchesLetter(text: string, end: number): boolean {
  return /^(?:[\p{L}°]|-\p{L})/u.test(text.slice(end, end + 2));
}

const BETWEEN = /^\s?(?:–|-|‑|—|to|and)\s?$/;

function joinRanges(text: string, spans: readonly NumberSpan[]): NumberSpan[] {
  const joined: NumberSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && isRange(text, last, span)) joined[joined.length - 1] = rangeOf(text, last, span);
    else joined.push(span);
  }
  return joined;
}

function isRange(text: string, low: NumberSpan, high: NumberSpan): boolean {
  const gap = text.slice(low.end, high.start);
  if (!BETWEEN.test(gap) || low.high !== undefined) return false;
  const word = gap.trim();
  const lead = text.slice(Math.max(0, low.start - 12), low.start);
  if (word === 'and' && !/between\s$/i.test(lead)) return false;
  if (word === 'to' && /(?:from|%)\s$/i.test(lead)) return false;
  const bareLow = low.dimension === 'count' && low.unit === '';
  const rising = high.amount * high.scale > low.amount * (bareLow ? high.scale : low.scale);
  return rising && (bareLow || (low.unit === high.unit && low.dimension === high.dimension));
}

function rangeOf(text: string, low: NumberSpan, high: NumberSpan): NumberSpan {
  const bareLow = low.dimension === 'count' && low.unit === '';
  const scale = bareLow && low.scale === 1 ? high.scale : low.scale;
  return {
    ...high,
    scale,
    start: low.start,
    amount: low.amount,
    high: (high.amount * high.scale) / scale,
    printed: text.slice(low.start, high.end),
    qualifiers: ['between'],
  };
}

const QUALIFIERS: readonly (readonly [pattern: RegExp, qualifier: string])[] = [
  [/(?:at least|no (?:less|fewer) than|a minimum of|minimum|≥)\s*$/i, 'at least'],
  [/(?:no more than|up to|at most|a maximum of|≤)\s*$/i, 'up to'],
  [/(?:more than|greater than|over|above|exceed(?:ing|ed|s)?|in excess of|upwards? of|>)\s*$/i, 'more than'],
  [/(?:less than|fewer than|under|below|<)\s*$/i, 'less than'],
  [
    /(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|an estimated|circa|ca\.|~|≈)\s*$/i,
    'about',
  ],
];

function withQualifiers(text: string, span: NumberSpan, masks: readonly Mask[]): NumberSpan {
  const before = text.slice(Math.max(0, span.start - 18), span.start);
  const found = QUALIFIERS.find(([pattern]) => pattern.test(before))?.[1];
  if (!found || span.qualifiers.includes(found) || isMasked(masks, span.start - 1)) return span;
  return { ...span, qualifiers: [found, ...span.qualifiers] };
}
