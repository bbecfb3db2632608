import type { Finding } from '../domain/finding.ts';
import type { Value } from '../domain/value.ts';
import { contentId } from '../lib/hash.ts';
import { EXACTNESS, UNIT_NOT_STATED, UNVERIFIED } from '../lib/qualifiers.ts';
import { baseUnit, periodKey, valueInBase } from '../lib/quantity/index.ts';
import { entityKey } from './entity.ts';
import { contentStems } from './words.ts';

/** Words that say how exact a number is or which edition it is of; they don't narrow what was measured. */
const NOT_SCOPE: ReadonlySet<string> = new Set([...EXACTNESS, 'restated', UNIT_NOT_STATED, UNVERIFIED]);

/** What a value is of: metric, entity, period, scope and unit class. Two values with one key should be equal. */
export function valueKey(value: Value): string {
  const { metric, entity, period, dimension, unit } = value;
  const key = [
    metric.toLowerCase(),
    entityKey(entity),
    periodKey(period),
    scopeOf(value).join('+'),
    dimension,
  ];
  return [...key, dimension === 'percent' || dimension === 'points' ? '' : baseUnit(unit)].join('|');
}

/** The words that narrow a value, in a fixed order. */
export function scopeOf({ qualifiers }: Pick<Value, 'qualifiers'>): readonly string[] {
  return qualifiers
    .filter(word => !NOT_SCOPE.has(word))
    .map(word =>
      word
        .toLowerCase()
        .replace(/[^\p{L}\p{N}%]+/gu, ' ')
        .trim(),
    )
    .sort();
}

/** One thing measured has one id, wherever and however often it is found. */
export function valueId(question: string, value: Value): string {
  return contentId('f', { question, key: valueKey(value), value: valueInBase(value) }, 10);
}

/** Statements of the same words in another order or dress are one. */
export function statementKey(claim: string): string {
  return [...contentStems(claim)].sort().join(' ');
}

/** Every finding's comparison key within its question; statements have none. */
export function findingKey(finding: Finding): string | null {
  return finding.value ? `${finding.question}|${valueKey(finding.value)}` : null;
}
