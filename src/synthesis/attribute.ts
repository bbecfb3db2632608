import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import { isMeasured } from '../lib/qualifiers.ts';
import { MONTH_NAMES } from '../lib/quantity/index.ts';
import { editionOf, yearsOf } from './statements.ts';
import { newest } from './window.ts';

const SELF = /\b(?:we|our|us|the (?:group|company))\b/iu;
/** A goal from a list, without whose it is. */
const BARE =
  /^(?:reduce|cut|achieve|reach|source|increase|halve|become|use|eliminate|maintain|improve|ensure|double|lower|limit|phase out)\s/iu;
const NOW = /^(?:today|currently|now|at present|as of today),?\s+/iu;

/**
 * A statement as a third party may repeat it: "we" is put into the mouth of whoever says it, and "today" is dated by
 * the edition it stands in.
 */
export function attributed(state: State, finding: Finding, text: string): string {
  const profile = state.sources[finding.evidence[0]?.source ?? '']?.profile;
  if (!profile) return text;
  if (profile.entity !== '' && (SELF.test(text) || BARE.test(text)) && !/[“”]/u.test(text))
    return `${profile.entity}: “${text.replace(/\.$/u, '')}.”`;
  const dated = ofItsTime(state, finding, text);
  if (dated !== null) return dated;
  const date = dateOf(profile.published) || (profile.year === null ? '' : String(profile.year));
  if (date === '' || !NOW.test(text)) return text;
  return `As of ${date}, ${text.replace(NOW, '')}`;
}

/** What an edition older than the newest values says without naming a year is marked with that edition's. */
function ofItsTime(state: State, finding: Finding, text: string): string | null {
  const own = editionOf(state, finding);
  const years = Object.values(state.findings).flatMap(({ question, value }) =>
    question === finding.question && value?.period?.kind === 'year' && isMeasured(value)
      ? [value.period.year]
      : [],
  );
  if (own === null || own >= newest(years) || NOW.test(text) || yearsOf(text).length > 0) return null;
  return `${text.replace(/\.$/u, '')} (${own} edition).`;
}

/** "May 2018" from "2018-05-03"; the year where that is all there is. */
function dateOf(published: string): string {
  const [year = '', month = ''] = published.split('-');
  return month === '' ? year : `${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`.trim();
}
