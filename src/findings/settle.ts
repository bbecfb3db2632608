import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { isLaterDocument, isLaterEdition, sourcesOf } from './editions.ts';
import { at, shown } from './telling.ts';

/**
 * Values of one thing that differ beyond rounding. Within one document the better-founded reading stands and the
 * other is retracted: a document seldom contradicts itself, a reader often misreads. Across editions of one kind of
 * document the later one supersedes. What is left is contested.
 */
export function settle(findings: readonly Finding[], state: State): readonly Finding[] {
  const open = findings.filter(finding => finding.status === 'supported');
  const closed = findings.filter(finding => finding.status !== 'supported');
  if (open.length < 2) return findings;
  const within = retractWithin(open, state);
  const misread = retractMagnitudes(within, state);
  const dated = supersede(misread, state);
  return [...contest(dated, state), ...closed];
}

function retractWithin(findings: readonly Finding[], state: State): readonly Finding[] {
  return findings.map(finding => {
    const rivals = findings.filter(other => other !== finding && sharesSource(other, finding));
    const better = rivals
      .filter(other => isBetter(other, finding))
      .sort((a, b) => (isBetter(a, b) ? -1 : 1))[0];
    const onlyThere = better && sourcesOf(finding).every(source => sourcesOf(better).includes(source));
    return better && onlyThere
      ? retracted(
          finding,
          better,
          `the same document states ${shown(better)} more plainly${at(better, state)}`,
        )
      : finding;
  });
}

/** A thousand times as much in another document is a scale misread, not a disagreement. */
function retractMagnitudes(findings: readonly Finding[], state: State): readonly Finding[] {
  return findings.map(finding => {
    if (finding.status !== 'supported') return finding;
    const better = findings.find(
      other =>
        other.status === 'supported' &&
        other !== finding &&
        isMagnitudeApart(finding, other) &&
        isBetter(other, finding),
    );
    return better
      ? retracted(
          finding,
          better,
          `its scale is in doubt: it is a power of ten away from ${shown(better)}${at(better, state)}`,
        )
      : finding;
  });
}

function supersede(findings: readonly Finding[], state: State): readonly Finding[] {
  const live = findings.filter(finding => finding.status === 'supported');
  return findings.map(finding => {
    if (finding.status !== 'supported') return finding;
    const newer = live
      .filter(other => other !== finding && isOutdatedBy(finding, other, state))
      .sort(
        (a, b) =>
          Number(isOutdatedBy(b, a, state)) - Number(isOutdatedBy(a, b, state)) || (a.id < b.id ? -1 : 1),
      )[0];
    if (!newer) return finding;
    const restated = newer.value?.qualifiers.includes('restated') ? 'restated as' : 'given as';
    const reason = `${restated} ${shown(newer)} in the later edition${at(newer, state)}`;
    return { ...finding, status: 'superseded', against: [newer.id], reason };
  });
}

function contest(findings: readonly Finding[], state: State): readonly Finding[] {
  const live = findings.filter(finding => finding.status === 'supported');
  if (live.length < 2) return findings;
  return findings.map(finding => {
    if (finding.status !== 'supported') return finding;
    const others = live.filter(
      other =>
        other !== finding &&
        areOfOne(finding, other) &&
        !isSameWithin(finding, other) &&
        !(isForecast(finding, state) && isForecast(other, state)),
    );
    if (others.length === 0) return finding;
    const said = others.map(other => `${shown(other)}${at(other, state)}`).join(' and ');
    const reason = `${shown(finding)}${at(finding, state)}, but ${said}`;
    return { ...finding, status: 'contested', against: others.map(other => other.id).sort(), reason };
  });
}

/** Two documents that don't say whom they speak of need not speak of the same. */
function areOfOne(a: Finding, b: Finding): boolean {
  return sharesSource(a, b) || (a.value?.entity !== '' && b.value?.entity !== '');
}

/** "More than $5 billion" and $5.3 billion don't disagree. */
function isSameWithin(a: Finding, b: Finding): boolean {
  if (!a.value || !b.value) return false;
  const [left, right] = [valueInBase(a.value), valueInBase(b.value)];
  return allows(a, left, right) || allows(b, right, left);
}

function allows({ value }: Finding, own: number, other: number): boolean {
  const has = (word: string) => value?.qualifiers.includes(word) ?? false;
  if (has('more than') || has('at least')) return other >= own && other <= own * 1.5;
  if (has('less than') || has('up to')) return other <= own && other >= own * 0.5;
  return has('about') && Math.abs(own - other) <= Math.abs(own) * 0.05;
}

/** Measures to come: each body has its own, and its next one is no correction of the last. */
function isForecast({ value, evidence }: Finding, state: State): boolean {
  if (value?.qualifiers.includes('projected')) return true;
  const years = evidence.map(({ source }) => state.sources[source]?.profile?.year ?? 0);
  return value?.period != null && years.every(year => year > 0 && (value.period?.year ?? 0) > year);
}

/**
 * Every document that gives the old value has a later one of its organisation that gives the new, and one of these
 * is an edition of the same kind or says that it restates.
 */
function isOutdatedBy(old: Finding, now: Finding, state: State): boolean {
  const isRestated = now.value?.qualifiers.includes('restated') ?? false;
  const later = (source: string, is: typeof isLaterEdition) =>
    sourcesOf(now).some(other => is(other, source, state));
  const sources = sourcesOf(old);
  return (
    sources.every(source => later(source, isLaterDocument)) &&
    (isRestated || sources.some(source => later(source, isLaterEdition)))
  );
}

/** Better founded: surer, then more relevant, then more often said; ids break ties so that the order is total. */
function isBetter(a: Finding, b: Finding): boolean {
  return weight(a) > weight(b) || (weight(a) === weight(b) && a.id < b.id);
}

function weight({ confidence, relevance, evidence, value }: Finding): number {
  const cell = value?.how === 'cell' ? 0.1 : 0;
  return confidence + relevance + cell + 0.02 * Math.min(evidence.length, 5);
}

function isMagnitudeApart(a: Finding, b: Finding): boolean {
  if (!a.value || !b.value) return false;
  const [left, right] = [Math.abs(valueInBase(a.value)), Math.abs(valueInBase(b.value))];
  if (left === 0 || right === 0) return false;
  const power = Math.log10(left / right);
  return Math.abs(power) > 2.9 && Math.abs(power - Math.round(power)) < 0.02;
}

function retracted(finding: Finding, better: Finding, reason: string): Finding {
  return { ...finding, status: 'retracted', against: [better.id], reason };
}

function sharesSource(a: Finding, b: Finding): boolean {
  return sourcesOf(a).some(source => sourcesOf(b).includes(source));
}
