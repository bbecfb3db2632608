import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import { sourcesOf } from './editions.ts';
import { at, shown } from './telling.ts';

/** Digits that can't be found in a sentence by chance. */
const TELLING_DIGITS = 3;

/**
 * A sentence that gives a value which a later edition restated goes with it: its reasons explain a number that no
 * longer holds. A document that gives both values tells of the restatement, and stays.
 */
export function retractOutdated(findings: readonly Finding[], state: State): readonly Finding[] {
  const outdated = findings.filter(({ value, status }) => value && status === 'superseded');
  if (outdated.length === 0) return findings;
  const byId = new Map(findings.map(finding => [finding.id, finding]));
  return findings.map(finding => {
    if (finding.kind !== 'statement' || finding.status !== 'supported') return finding;
    const old = outdated.find(one => one.question === finding.question && gives(finding, one, byId));
    const now = old?.against.flatMap(id => byId.get(id) ?? [])[0];
    if (!old || !now) return finding;
    const reason = `it gives ${shown(old)}, which is now ${shown(now)}${at(now, state)}`;
    return { ...finding, status: 'retracted', against: [now.id], reason };
  });
}

function gives(statement: Finding, old: Finding, byId: ReadonlyMap<string, Finding>): boolean {
  const renewed = new Set(old.against.flatMap(id => byId.get(id) ?? []).flatMap(sourcesOf));
  if (sourcesOf(statement).some(source => renewed.has(source))) return false;
  const printed = old.evidence
    .filter(({ source }) => sourcesOf(statement).includes(source))
    .flatMap(({ quote }) => numbersIn(quote));
  const own = numbersIn(old.value?.printed ?? '')[0] ?? '';
  const digits = old.value?.dimension === 'percent' ? TELLING_DIGITS - 1 : TELLING_DIGITS;
  if (own.replace(/\D/g, '').length < digits) return false;
  return printed.includes(own) && numbersIn(statement.claim).includes(own);
}

function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(/\d[\d.,]*\d/g)].map(([number]) => number);
}
