import type { Diff } from '../domain/change.ts';
import type { Finding } from '../domain/finding.ts';
import type { QuestionRecord, State } from '../domain/state.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { groupBy } from '../lib/group.ts';
import { sameValue } from '../lib/quantity/index.ts';
import { mergeDiffs, put } from '../lib/state.ts';
import { type Derived, derive, retireInputs } from './derive.ts';
import { retireFormer } from './former.ts';
import { findingKey } from './keys.ts';
import { byFoundation, mergeFindings } from './merge.ts';
import { joinNamedYears } from './named-years.ts';
import { mergeStatements } from './near-statements.ts';
import { retractOutdated } from './outdated-statements.ts';
import { retractParts } from './parts.ts';
import { rescaleTables } from './rescale.ts';
import { settle } from './settle.ts';
import { joinTwins } from './twins.ts';
import { placeUndated } from './undated.ts';

/**
 * Holds all findings against each other: a rounded value joins the exact one it agrees with, statements that say
 * the same join, and values of one thing that differ are settled: superseded, retracted or contested, each with
 * its reason; then what follows from them by formulas is computed anew. Pure and independent of the order in which findings were added.
 */
export function reconcile(state: State): Diff {
  const all = Object.values(state.findings)
    .filter(finding => finding.derivation === undefined)
    .map(reopened)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const scaled = mergeSame(rescaleTables(all, state));
  const joined = [...groupBy(scaled, findingKey).values()].flatMap(group =>
    group[0]?.value ? joinRounded(group) : group,
  );
  const placed = placeUndated(joinNamedYears(joined));
  const known = retireFormer(joinTwins(placed, state), state);
  const groups = groupBy(known, finding => findingKey(finding) ?? `${finding.question}|statement`);
  const after = [...groups.values()].flatMap(group =>
    group[0]?.value ? settle(group, state) : mergeStatements(group),
  );
  const settled = retractOutdated(retractParts(after, state), state);
  const derived = Object.values(state.questions).map(question => ({
    question,
    ...derive(question, settled, state),
  }));
  const findings = derived.reduce(retireInputs, settled).concat(derived.flatMap(one => one.findings));
  return mergeDiffs(difference(state, findings), lacking(state, derived));
}

/** What formulas still lack is noted with their question, so that the report can name it. */
function lacking(state: State, derived: readonly ({ question: QuestionRecord } & Derived)[]): Diff {
  const changed = derived.filter(({ question, missing }) => {
    return (question.missing ?? []).join() !== missing.join();
  });
  return changed.length === 0
    ? {}
    : put(
        state,
        'questions',
        changed.map(({ question, missing }) => ({ ...question, missing })),
      );
}

/** Findings that came to say the same under one id are one. */
function mergeSame(findings: readonly Finding[]): readonly Finding[] {
  return [...groupBy(findings, finding => finding.id).values()].map(mergeFindings);
}

/** Statuses are decided anew each time, from all that is known. */
function reopened(finding: Finding): Finding {
  return { ...finding, status: 'supported', against: [], reason: '' };
}

/** "$2.2 billion" and 2,233 in millions are one value, told twice. Exact ones first; a rounded one joins the nearest. */
function joinRounded(findings: readonly Finding[]): readonly Finding[] {
  const exactFirst = [...findings].sort(byFoundation);
  const groups: Finding[][] = [];
  for (const finding of exactFirst) {
    const home = groups.find(
      ([first]) => first?.value && finding.value && sameValue(first.value, finding.value),
    );
    if (home) home.push(finding);
    else groups.push([finding]);
  }
  return groups.map(mergeFindings);
}

function difference(state: State, after: readonly Finding[]): Diff {
  const kept = new Map(after.map(finding => [finding.id, finding]));
  const changed: Record<string, [Finding | null, Finding | null]> = {};
  for (const before of Object.values(state.findings)) {
    const now = kept.get(before.id) ?? null;
    if (canonicalJson(before) !== canonicalJson(now)) changed[before.id] = [before, now];
  }
  for (const now of after) {
    if (!state.findings[now.id]) changed[now.id] = [null, now];
  }
  return Object.keys(changed).length === 0 ? {} : { findings: changed };
}
