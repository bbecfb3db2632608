import type { Profile } from '../domain/state.ts';
import type { Period, Value } from '../domain/value.ts';
import { EXACTNESS, hedgeOf, STANCES, UNIT_NOT_STATED, UNVERIFIED } from '../lib/qualifiers.ts';
import { formatValue } from '../lib/quantity/index.ts';

/** A value as one plain sentence: "Amazon's net sales were $177.9 billion in 2017." */
export function claimOf(value: Value, profile: Profile): string {
  const goal = goalOf(value);
  if (goal) return goal;
  const name = metricPhrase(value);
  const subject = value.entity === '' ? capitalise(name) : `${possessive(value.entity)} ${name}`;
  const amount = [approximation(value), shownValue(value)].filter(word => word !== '').join(' ');
  const when = value.period ? ` ${periodPhrase(value.period)}` : '';
  return `${subject} ${verbOf(value, profile)} ${amount}${when}.`;
}

/** "Acme aims to cut Scope 1 and 2 emissions by 42% by 2030." */
function goalOf(value: Value): string | null {
  const { qualifiers, dimension, period, entity, metric } = value;
  if (!qualifiers.includes('target') || dimension !== 'percent' || !/emission/i.test(metric)) return null;
  const who = entity === '' ? 'The aim is' : `${entity} aims`;
  const scope = qualifiers.filter(narrows).join(', ');
  const what = /^scope/i.test(scope)
    ? `${scope} emissions`
    : scope === ''
      ? 'emissions'
      : `emissions in its ${lowerFirst(scope)}`;
  const due = period ? ` by ${/^FY\d{4}$/.test(period.label) ? `fiscal ${period.year}` : period.label}` : '';
  return `${who} to cut ${what} by ${shownValue({ ...value, amount: Math.abs(value.amount) })}${due}.`;
}

/** "in 2017", "in fiscal 2017", "on 30 June 2024", "in the year to 30 September 2024". */
export function periodPhrase({ kind, label, fiscal, year }: Period): string {
  if (kind === 'day') return `on ${label}`;
  if (/^(?:year|three|six|nine) /.test(label)) return `in the ${label}`;
  if (kind === 'range') return `over ${label}`;
  return kind === 'year' && fiscal && label === `FY${year}` ? `in fiscal ${year}` : `in ${label}`;
}

export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}

function metricPhrase({ metric, qualifiers }: Value): string {
  const scope = qualifiers.filter(narrows);
  const change = qualifiers.includes('change') ? 'change in ' : '';
  const name = change + lowerFirst(metric);
  return scope.length === 0 ? name : `${name} (${scope.join(', ')})`;
}

/** Neither how exact a number is, nor what kind of number, nor a note on its unit. */
function narrows(word: string): boolean {
  return !EXACTNESS.has(word) && !STANCES.has(word) && word !== UNIT_NOT_STATED && word !== UNVERIFIED;
}

function approximation(value: Value): string {
  return /\d/.test(value.printed) ? hedgeOf(value) : '';
}

/** A range keeps its printed form: one number would hide the other. */
function shownValue(value: Value): string {
  return value.qualifiers.includes('between') ? value.printed : formatValue(value);
}

function verbOf({ metric, qualifiers, period }: Value, { year, published }: Profile): string {
  const plural = /[^s]s$/i.test(metric) && !/(?:basis|ics)$/i.test(metric) && !qualifiers.includes('change');
  if (qualifiers.includes('target')) return plural ? 'are to be' : 'is to be';
  const known = Math.max(year ?? 0, Number(published.slice(0, 4)));
  const ahead = period !== null && known > 0 && period.year > known;
  if (qualifiers.includes('projected') || ahead) return plural ? 'are projected at' : 'is projected at';
  return plural ? 'were' : 'was';
}

/** Initials and names keep their capitals: "GDP", "Scope 1 emissions", "EBITDA margin". */
function lowerFirst(metric: string): string {
  return /^(?:scope \d|[A-Z]{2}|[A-Z]\d|S&P)/i.test(metric) && !/^[A-Z][a-z]+(?<!^Scope)\b/.test(metric)
    ? metric
    : metric.charAt(0).toLowerCase() + metric.slice(1);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
