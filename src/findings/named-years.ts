import type { Finding } from '../domain/finding.ts';
import type { Period } from '../domain/value.ts';
import { sameValue } from '../lib/quantity/index.ts';
import { valueKey } from './keys.ts';
import { absorb } from './merge.ts';

/**
 * A year that ends in January or February is often named after the one before: what a release gives for "fiscal 2021"
 * joins the equal value of "the year to 29 January 2022" in the same document, and is no year of its own.
 */
export function joinNamedYears(findings: readonly Finding[]): readonly Finding[] {
  const homes = new Map<Finding, Finding>();
  for (const finding of findings) {
    if (!finding.value?.period || !isNamed(finding.value.period)) continue;
    const home = findings.find(other => isSameYear(finding, other));
    if (home) homes.set(finding, home);
  }
  return findings
    .filter(finding => !homes.has(finding))
    .map(finding =>
      absorb(
        finding,
        [...homes].flatMap(([guest, home]) => (home === finding ? [guest] : [])),
      ),
    );
}

function isNamed({ kind, label }: Period): boolean {
  return kind === 'year' && /^FY\d{4}$/.test(label);
}

function isSameYear(named: Finding, other: Finding): boolean {
  if (!named.value?.period || !other.value?.period || other.question !== named.question) return false;
  const { label, year } = other.value.period;
  if (!/^year to \d+ (?:January|February) /.test(label) || year !== named.value.period.year + 1) return false;
  const sources = new Set(other.evidence.map(one => one.source));
  const alike = valueKey({ ...other.value, period: null }) === valueKey({ ...named.value, period: null });
  return alike && named.evidence.some(one => sources.has(one.source)) && sameValue(other.value, named.value);
}
