import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import { groupBy } from '../lib/group.ts';
import { sameValue } from '../lib/quantity/index.ts';
import { valueKey } from './keys.ts';
import { absorb, byFoundation } from './merge.ts';
import { at, shown } from './telling.ts';

/** A column that keeps what no longer holds beside what does. */
const FORMER =
  /^(?:as )?(?:previously|originally|formerly|initially|first) (?:reported|stated|published|presented)$|^as reported before$|^(?:as )?reported (?:previously|originally|in the (?:previous|prior) (?:year|report))$|^before (?:restatement|reclassification|adjustments?)$|^prior to (?:restatement|reclassification|adoption)$/i;
/** The column between the two: what the restatement altered. */
const DIFFERENCE =
  /^(?:(?:restatement|reclassification|correction|adoption)? ?(?:adjustments?|corrections?|restatements?|reclassifications?|effects?|impact)(?: of (?:the )?\w+)?)$/i;

/**
 * A value that a document shows as it was reported before is superseded by the one it now gives; the older
 * edition's equal value joins it. What lies between the two is no value of the measure.
 */
export function retireFormer(findings: readonly Finding[], state: State): readonly Finding[] {
  const valued = findings.filter(({ value }) => value !== null && value.period !== null);
  const former = valued.filter(finding => qualifierOf(finding, FORMER) !== null);
  if (former.length === 0) return findings;
  const plain = groupBy(valued, finding => keyWithout(finding, null));
  const retired = new Map<string, Finding | null>();
  for (const old of former.filter(finding => !retired.has(finding.id))) {
    const rivals = plain.get(keyWithout(old, FORMER)) ?? [];
    const current = currentOf(old, rivals);
    if (!current) continue;
    const same = rivals.filter(other => other !== old && equals(other, old) && !retired.has(other.id));
    for (const other of same) retired.set(other.id, null);
    const reason = `restated as ${shown(current)}${at(current, state)}`;
    retired.set(old.id, { ...absorb(old, same), status: 'superseded', against: [current.id], reason });
  }
  const tables = new Set(former.flatMap(readingsOf));
  return findings.flatMap(finding => {
    const now = retired.get(finding.id);
    if (now === null) return [];
    return [now ?? withoutDifference(finding, tables, former)];
  });
}

/** What the same table gives beside it; else the best-founded other value of the measure. */
function currentOf(old: Finding, rivals: readonly Finding[]): Finding | undefined {
  const tables = new Set(readingsOf(old));
  const others = rivals.filter(other => !equals(other, old)).sort(byFoundation);
  return others.find(other => readingsOf(other).some(reading => tables.has(reading))) ?? others[0];
}

function withoutDifference(
  finding: Finding,
  tables: ReadonlySet<string>,
  former: readonly Finding[],
): Finding {
  if (finding.value === null || qualifierOf(finding, DIFFERENCE) === null) return finding;
  if (!readingsOf(finding).every(reading => tables.has(reading))) return finding;
  const old = former.find(one => keyWithout(one, FORMER) === keyWithout(finding, DIFFERENCE));
  if (!old) return finding;
  const reason = 'it is what a restatement altered, not a value of the measure';
  return { ...finding, status: 'retracted', against: [old.id], reason };
}

function keyWithout({ question, value }: Finding, pattern: RegExp | null): string {
  if (!value) return '';
  const qualifiers = value.qualifiers.filter(word => !pattern?.test(word));
  return `${question}|${valueKey({ ...value, qualifiers })}`;
}

function qualifierOf({ value }: Finding, pattern: RegExp): string | null {
  return value?.qualifiers.find(word => pattern.test(word)) ?? null;
}

function equals(a: Finding, b: Finding): boolean {
  return a.value !== null && b.value !== null && sameValue(a.value, b.value);
}

function readingsOf({ evidence }: Finding): readonly string[] {
  return evidence.map(one => one.reading);
}
