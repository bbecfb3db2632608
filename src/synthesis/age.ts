import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { State } from '../domain/state.ts';
import type { WeighedSeries } from './series.ts';
import { digitsOf, editionOf, yearsOf } from './statements.ts';
import { firstYear, newest, newestYears } from './window.ts';

/** What a statement loses for each year that it is older than the newest values, and for a figure that was restated. */
const PER_YEAR = 0.1;
const TOO_OLD = 0.4;
const RESTATED = 1;

interface Aged {
  readonly state: State;
  readonly question: Question;
  readonly all: readonly WeighedSeries[];
}

/** How much less a statement says today: a reason given in an old edition explains no newer year. */
export function lossByAge(finding: Finding, { state, question, all }: Aged): number {
  const edition = editionOf(state, finding);
  const last = newest([...newestYears(all).values()]);
  const said = newest(yearsOf(finding.claim).filter(year => year <= (edition ?? year))) || edition;
  const first = firstYear(question, last);
  const age = said === null || last === 0 || isGoal(question) ? 0 : Math.max(0, last - said);
  const outside = said !== null && first !== null && last > 0 && said < first && !isGoal(question);
  return (
    Math.min(age * PER_YEAR, TOO_OLD) + (outside ? TOO_OLD : 0) + (isOutdated(state, finding) ? RESTATED : 0)
  );
}

function isGoal({ aspects }: Question): boolean {
  return aspects.includes('target');
}

/** Whether a statement repeats a figure that was restated since. */
function isOutdated(state: State, { question, claim }: Finding): boolean {
  const figures = digitsOf(claim);
  return Object.values(state.findings).some(
    other =>
      other.status === 'superseded' &&
      other.question === question &&
      other.value !== null &&
      [...digitsOf(other.value.printed)].some(figure => figures.has(figure)),
  );
}
