import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import type { Value } from '../domain/value.ts';
import { groupBy } from '../lib/group.ts';
import { baseUnit, periodKey, sameValue, valueInBase } from '../lib/quantity/index.ts';
import { entityKey } from './entity.ts';
import { scopeOf } from './keys.ts';
import { absorb } from './merge.ts';
import { isOfTheWorld } from './subject.ts';
import { at, shown } from './telling.ts';

/** How a measure was taken rather than what part of it: both names stand for one value where the values are equal. */
const BASIS = /^(?:(?:market|location) based|absolute|gross|net|total|reported|group|consolidated)$/;
/** Fewer digits than this are equal by chance. */
const TELLING_DIGITS = 3;

/**
 * One fact under two names is one finding: a scope spelled more fully ("Scope 1 and 2", "Scope 1 and 2
 * (market-based)"), an owner that one place leaves out, a region that is the entity here and the scope there. The
 * better-qualified one takes the other's evidence. Values must be equal, of one question and one period.
 */
export function joinTwins(findings: readonly Finding[], state: State): readonly Finding[] {
  const joined = [...groupBy(findings, placeOf).values()].flatMap(group =>
    group.length < 2 || !group[0]?.value ? group : joinGroup(group),
  );
  return dropUnowned(joined, state);
}

/** What twins have in common; a finding that can have none is alone. */
function placeOf({ id, question, value, status }: Finding): string {
  if (!value || value.period === null || status !== 'supported') return id;
  return [question, value.metric, periodKey(value.period), value.dimension, baseUnit(value.unit)].join('|');
}

function joinGroup(group: readonly Finding[]): readonly Finding[] {
  const homes = group.map(finding => {
    const better = group.filter(other => other !== finding && isNamedMoreFully(other, finding));
    return better.sort((a, b) => fullness(b) - fullness(a) || (a.id < b.id ? -1 : 1))[0];
  });
  const guests = groupBy(
    group.filter((_, i) => homes[i] !== undefined),
    finding => homes[group.indexOf(finding)]?.id,
  );
  return group
    .filter((_, i) => homes[i] === undefined)
    .map(finding => absorb(finding, guestsOf(finding.id, guests)));
}

/** A guest's own guests come along. */
function guestsOf(
  id: string,
  guests: ReadonlyMap<string | undefined, readonly Finding[]>,
): readonly Finding[] {
  return (guests.get(id) ?? []).flatMap(guest => [guest, ...guestsOf(guest.id, guests)]);
}

interface Valued {
  readonly value: Value;
}

function isValued(finding: Finding): finding is Finding & Valued {
  return finding.value !== null;
}

function isNamedMoreFully(full: Finding, bare: Finding): boolean {
  if (!isValued(full) || !isValued(bare) || !sameValue(full.value, bare.value)) return false;
  if (stancesOf(full.value) !== stancesOf(bare.value)) return false;
  const [owner, nobody] = [entityKey(full.value.entity), entityKey(bare.value.entity)];
  const [more, less] = [wordsOf(full.value), wordsOf(bare.value)];
  const scopes = scopeOf(full.value);
  if (nobody !== '' && nobody !== owner)
    return owner !== '' && scopes.includes(nobody) && less.every(word => more.includes(word));
  if (nobody === '' && owner !== '')
    return more.join(' ') === less.join(' ') && (hasTellingDigits(bare.value) || sharesSource(full, bare));
  return isScopedMoreFully(full, bare);
}

/** Of one owner: the same words in another dress, or all words of the other and more. */
function isScopedMoreFully(full: Finding & Valued, bare: Finding & Valued): boolean {
  const [more, less] = [wordsOf(full.value), wordsOf(bare.value)];
  if (more.join(' ') === less.join(' ') && less.length > 0)
    return fullness(full) > fullness(bare) || (fullness(full) === fullness(bare) && full.id < bare.id);
  if (more.length <= less.length || !less.every(word => more.includes(word))) return false;
  if (less.length > 0) return true;
  const isBasis = scopeOf(full.value).every(word => BASIS.test(word));
  return isBasis || (isPassing(bare) && hasTellingDigits(bare.value));
}

/** Said once, in a sentence: it may have lost the segment that it stands under. */
function isPassing({ value, evidence }: Finding): boolean {
  return value?.how === 'text' && evidence.length === 1 && value.dimension !== 'percent';
}

function fullness({ value, evidence }: Finding): number {
  return value
    ? wordsOf(value).length * 10 + (value.entity === '' ? 0 : 100) + Math.min(evidence.length, 9)
    : 0;
}

const STANCE = new Set([
  'target',
  'projected',
  'change',
  'baseline',
  'organic',
  'adjusted',
  'constant currency',
  'pro forma',
  'as previously reported',
]);

function stancesOf(value: Value): string {
  return value.qualifiers.filter(word => STANCE.has(word)).join();
}

function wordsOf(value: Value): readonly string[] {
  return scopeOf(value)
    .filter(word => !STANCE.has(word))
    .flatMap(word => word.split(' '))
    .filter(word => !/^(?:and|emissions?|scopes|the|our|of)$/.test(word))
    .toSorted();
}

function hasTellingDigits({ amount }: Value): boolean {
  return (
    String(Math.abs(amount))
      .replace(/\D/g, '')
      .replace(/^0+|0+$/g, '').length >= TELLING_DIGITS
  );
}

function sharesSource(a: Finding, b: Finding): boolean {
  return a.evidence.some(one => b.evidence.some(other => other.source === one.source));
}

/**
 * "Sales of rail signalling grew to €11 billion" in a study of nobody in particular is the market's size, not the
 * sales of the company that was asked about: where another measure has that very value, the nameless one goes.
 */
function dropUnowned(findings: readonly Finding[], state: State): readonly Finding[] {
  const owned = findings.filter(
    ({ value, status }) => value && status === 'supported' && hasTellingDigits(value),
  );
  return findings.map(finding => {
    const { value, status } = finding;
    if (value?.entity !== '' || status !== 'supported' || isOfTheWorld(value.metric)) return finding;
    if (value.dimension !== 'money' || !hasTellingDigits(value)) return finding;
    const other = owned.find(one => one.value && isOtherMeasure(one.value, value));
    if (!other) return finding;
    const reason = `the source doesn’t say whose it is, and it equals another measure, ${other.value?.metric.toLowerCase()}: ${shown(other)}${at(other, state)}`;
    return { ...finding, status: 'retracted', against: [other.id], reason };
  });
}

function isOtherMeasure(one: Value, value: Value): boolean {
  return (
    one.metric !== value.metric &&
    one.currency === value.currency &&
    periodKey(one.period) === periodKey(value.period) &&
    valueInBase(one) === valueInBase(value)
  );
}
