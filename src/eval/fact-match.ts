import { basename } from 'node:path';
import type { Box } from '../domain/box.ts';
import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import type { Value } from '../domain/value.ts';
import { coveredBy } from '../lib/box.ts';
import type { Fact } from './ground-truth.ts';

/** Share of the smaller of two boxes that the other has to cover. */
const COVERED = 0.5;

/** Whether a finding says the fact: amount as printed somewhere, unit, and year. */
export function states(fact: Fact, { value }: Finding): boolean {
  if (value === null || !sameUnit(fact, value) || !value.period?.label.includes(`${fact.year}`)) return false;
  const worth = Math.abs(value.amount * value.scale);
  return fact.places.some(({ amount, scale }) => near(worth, Math.abs(amount * scale)));
}

/** Whether a finding that states it is about whom the fact is about; where a source doesn't say, it is the company. */
export function isAbout(fact: Fact, { value }: Finding, company: string): boolean {
  const entity = (value?.entity ?? '').toLowerCase();
  const own = (company.split(' ')[0] ?? '').toLowerCase();
  const wanted = fact.entity.toLowerCase();
  if (wanted === 'the market') return !entity.includes(own);
  return entity.includes(wanted) || (wanted === own && (entity === '' || entity === 'group'));
}

/** Whether it points at a place where the fact is printed: file, page and box. */
export function cites(fact: Fact, { evidence }: Finding, { sources }: State): boolean {
  return evidence.some(({ source, page, box }) => {
    const file = basename(sources[source]?.path ?? '');
    return fact.places.some(place => place.file === file && place.page === page && overlaps(box, place.box));
  });
}

function sameUnit({ unit, currency }: Fact, value: Value): boolean {
  if (unit === 'money') return value.currency === currency;
  return unit === 't CO2e' ? value.unit.includes('CO2e') : value.unit === unit;
}

/** A chart's or a slide's text has one box: there, the finer of the two has to lie in the other. */
function overlaps(a: Box, b: Box): boolean {
  return Math.max(coveredBy(a, b), coveredBy(b, a)) >= COVERED;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, b);
}
