import { currencyIn } from './currencies.ts';
import { amountOf, parseNumbers } from './numbers.ts';
import { scaleAt } from './scales.ts';
import type { Quantity, UnitHint } from './types.ts';
import { unitAt } from './units.ts';

export interface CellHints extends UnitHint {
  readonly decimal?: '.' | ',';
}

const FOOTNOTES = /(?:\s*(?:\((?:\d{1,2}|[a-z])\)|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§]+))+$/u;
const CELL =
  /^(?<lead>[<>~≈≤≥]|about )?\s*(?<open>\(?)\s*(?<sign1>[-−–+]?)\s*(?<money>(?:US|HK|[CASR])?[$€£¥₹]|[A-Z]{3})?\s*(?<open2>\(?)(?<sign2>[-−–+]?)\s*(?<digits>\d[\d.,\s\u00a0\u202f\u2009’']*\d|\d|\.\d+)(?<rest>.*)$/u;

/**
 * A table cell that holds one quantity, its own marks first and then the hints; null for words, dashes, blanks and
 * cells of several numbers. Brackets are a minus, whether or not the closing one survived.
 */
export function parseCell(cell: string, hints: CellHints = {}): Quantity | null {
  const printed = cell.trim().replace(CHANGE_BESIDE, '');
  const bare = printed.length > 4 ? printed.replace(FOOTNOTES, '') : printed;
  const match = CELL.exec(bare);
  if (!match?.groups) return null;
  const { digits = '', rest = '', money } = match.groups;
  const amount = amountOf(digits.trim(), hints.decimal);
  if (amount === null || /\d\s+\d{1,2}(?!\d)|\d\s+\d{4}/.test(digits)) return fromText(printed, hints);
  const tail = readTail(rest, { currency: money !== undefined });
  if (!tail) return fromText(printed, hints);
  const { open, open2, sign1 = '', sign2 = '', lead } = match.groups;
  const negative = Boolean(open || open2) || /[-−–]/.test(sign1 + sign2);
  const currency = money ? (currencyIn(money) ?? undefined) : tail.currency;
  return {
    amount: negative && amount !== 0 ? -amount : amount,
    ...unitOf({ ...tail, currency }, hints),
    printed,
    qualifiers: lead ? [QUALIFIER_OF[lead.trim()] ?? 'about'] : [],
  };
}

/** A change that a cell gives beside its level: "1,069 or +4%", "1,875 (−11%)". */
const CHANGE_BESIDE = /(?<=\d)\s*(?:\bor\b|[(/;])\s*[+\-−–±]\s?\d[\d.,]*\s?%\)?$/u;

const QUALIFIER_OF: Readonly<Record<string, string>> = {
  '<': 'less than',
  '>': 'more than',
  '≤': 'up to',
  '≥': 'at least',
};

interface Tail {
  readonly scale: number | null;
  readonly unit: ReturnType<typeof unitAt>;
  readonly currency?: string | undefined;
}

/** What follows the digits: a closing bracket, a scale word, a unit, a currency; null where other words follow. */
function readTail(rest: string, beside: { readonly currency: boolean }): Tail | null {
  const tail = rest.replace(/^\s*\)/, '').trimEnd();
  if (tail.trim() === '') return { scale: null, unit: null };
  const scale = scaleAt(tail, 0, beside);
  const unit = unitAt(tail, scale?.end ?? 0);
  const left = tail.slice(unit?.end ?? scale?.end ?? 0).replace(/^[\s)]+/, '');
  const currency = left === '' ? null : currencyIn(left);
  if (left !== '' && !(currency && left.length <= 8)) return null;
  return { scale: scale?.scale ?? null, unit, ...(currency ? { currency } : {}) };
}

function unitOf({ scale, unit, currency }: Tail, hints: CellHints) {
  if (unit) {
    return { scale: (scale ?? 1) * unit.scale, dimension: unit.dimension, unit: unit.unit };
  }
  if (currency) {
    const hinted = hints.dimension === undefined || hints.dimension === 'money' ? hints : {};
    const named = hinted.unit?.startsWith(currency) ? hinted.unit : currency;
    return { scale: scale ?? hinted.scale ?? 1, dimension: 'money' as const, unit: named, currency };
  }
  return {
    scale: scale ?? hints.scale ?? 1,
    dimension: hints.dimension ?? ('count' as const),
    unit: hints.unit ?? '',
    ...(hints.currency ? { currency: hints.currency } : {}),
  };
}

/** "737 kt CO2e by 2030": one quantity among words is still that cell's value. */
function fromText(printed: string, hints: CellHints): Quantity | null {
  const spans = parseNumbers(printed, hints.decimal ? { decimal: hints.decimal } : {});
  const [only] = spans;
  if (!only || spans.length !== 1 || printed.length > 60) return null;
  const marked = only.dimension !== 'count' || only.unit !== '';
  if (!marked) return null;
  const { start: _, end: __, ...quantity } = only;
  return { ...quantity, printed };
}
