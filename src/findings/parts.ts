import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { State } from '../domain/state.ts';
import { scopeOf, valueKey } from './keys.ts';
import { isByTime } from './relevance.ts';

/**
 * Where a table's total was retracted because the document states another value for it, the table measures something
 * else under the same name ("additions" for purchases): its parts go with it, unless parts are what was asked for.
 */
export function retractParts(findings: readonly Finding[], state: State): readonly Finding[] {
  const wholes = findings.filter(
    ({ status, value }) => status === 'retracted' && value && scopeOf(value).length === 0,
  );
  if (wholes.length === 0) return findings;
  return findings.map(finding => {
    if (finding.status !== 'supported' || !finding.value || scopeOf(finding.value).length === 0)
      return finding;
    if (asksForParts(state.questions[finding.question])) return finding;
    const whole = wholes.find(other => isWholeOf(other, finding));
    if (!whole) return finding;
    const reason = 'the total of the table it stands in is not what the document states for this measure';
    return { ...finding, status: 'retracted', against: whole.against, reason };
  });
}

function asksForParts(question: Question | undefined): boolean {
  return question?.by.some(word => !isByTime(word)) ?? false;
}

function isWholeOf(whole: Finding, part: Finding): boolean {
  if (!whole.value || !part.value || whole.question !== part.question) return false;
  const tables = new Set(whole.evidence.filter(one => one.cell).map(one => one.reading));
  const inside = part.evidence.every(one => tables.has(one.reading));
  return (
    inside && valueKey({ ...part.value, qualifiers: [] }) === valueKey({ ...whole.value, qualifiers: [] })
  );
}
