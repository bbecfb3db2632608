import type { Question } from '../domain/question.ts';
import type { Period } from '../domain/value.ts';
import { periodKey } from '../lib/quantity/index.ts';
import { sameEntity } from './entity.ts';

/** How much a value bears on its question to begin with, by what named its metric. */
const BASE = { row: 0.95, column: 0.9, group: 0.75, title: 0.7, text: 0.75 } as const;

/** What is taken off, and for what. */
const OFF = {
  /** The label narrows the metric: "Net product sales" for sales. */
  partial: 0.15,
  /** A segment or variant that the question doesn't ask for. */
  unaskedScope: 0.25,
  /** Outside the periods asked about. */
  otherPeriod: 0.3,
  /** A quarter or half where nothing but the metric was asked. */
  partOfYear: 0.12,
  noPeriod: 0.25,
  noUnit: 0.3,
  /** About somebody else than the question names. */
  otherEntity: 0.4,
  change: 0.15,
} as const;

export interface Bearing {
  readonly where: keyof typeof BASE;
  readonly partial: boolean;
  readonly scope: readonly string[];
  readonly period: Period | null;
  readonly entity: string;
  readonly unit: boolean;
  readonly change: boolean;
}

/** 0 to 1: the base of where it was found, less what is missing or not asked for. */
export function relevanceOf(question: Question, bearing: Bearing): number {
  const { where, partial, scope, period, entity, unit, change } = bearing;
  const off = [
    partial ? OFF.partial * (asksScope(question, scope) ? 0.5 : 1) : 0,
    scope.length > 0 && !asksScope(question, scope) ? OFF.unaskedScope : 0,
    period === null ? OFF.noPeriod : 0,
    unit ? 0 : OFF.noUnit,
    isOtherPeriod(question, period) ? OFF.otherPeriod : 0,
    isPartOfYear(question, period) ? OFF.partOfYear : 0,
    isOtherEntity(question, entity) ? OFF.otherEntity : 0,
    change ? OFF.change : 0,
  ];
  const wanted = scope.some(label => isGroupAsked(label, question.text.toLowerCase())) ? ASKED_GROUP : 0;
  return Math.min(0.95, Math.max(0.05, BASE[where] + wanted - off.reduce((sum, n) => sum + n, 0)));
}

/** "By year" lays out over time; any other layout asks for parts. */
export function isByTime(word: string): boolean {
  return TIME.test(word);
}

const TIME = /^(?:year|period|time|quarter|month|date|fiscal year)s?$/i;

/** "By segment", "by scope and year": a layout other than time asks for the parts; so does naming one. */
function asksScope({ by, text }: Question, scope: readonly string[]): boolean {
  const asked = text.toLowerCase();
  const isAsked = (word: string) => asked.includes(word.toLowerCase()) || isGroupAsked(word, asked);
  return by.some(word => !isByTime(word)) || scope.some(isAsked);
}

/** What a value of the very group that was asked about gains. */
const ASKED_GROUP = 0.2;

function isGroupAsked(word: string, asked: string): boolean {
  return GROUPS.some(([label, words]) => label.test(word) && words.test(asked));
}

/** Groups that labels and questions name by different words. */
const GROUPS: readonly (readonly [label: RegExp, asked: RegExp])[] = [
  [/^6[05]\s?\+|^ages? 6[05]/iu, /\b(?:seniors?|older|elderly|6[05]\s?(?:\+|and older|or older))/u],
  [/^18\s?[-–]\s?(?:24|29|34)$/u, /\b(?:young|youngest|millennials)/u],
  [/^rep\b|^republicans?/iu, /\brepublicans?\b|\bgop\b/u],
  [/^dem\b|^democrats?/iu, /\bdemocrat/u],
  [/^hispanics?\b/iu, /\blatinos?\b/u],
];

function isOtherPeriod({ periods }: Question, period: Period | null): boolean {
  if (periods.length === 0 || period === null) return false;
  return !periods.some(asked => periodKey(asked) === periodKey(period) || covers(asked, period));
}

function covers(asked: Period, period: Period): boolean {
  if (asked.kind === 'range') return period.year >= asked.year && period.year <= (asked.part ?? asked.year);
  return asked.kind === 'year' && asked.year === period.year;
}

function isPartOfYear({ periods, by }: Question, period: Period | null): boolean {
  if (period === null || !['quarter', 'half', 'month'].includes(period.kind)) return false;
  return (
    !periods.some(asked => asked.kind === period.kind) && !by.some(word => /quarter|month|half/i.test(word))
  );
}

function isOtherEntity({ entities }: Question, entity: string): boolean {
  return entities.length > 0 && entity !== '' && !entities.some(asked => sameEntity(asked, entity));
}
