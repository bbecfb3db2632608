import type { Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { scopeOf } from '../lib/qualifiers.ts';
import { comparePeriods, valueInBase } from '../lib/quantity/index.ts';
import { numbersOf } from './headline.ts';
import { listOf, lowerFirst } from './labels.ts';
import { isValued, type Valued } from './series.ts';

const MOST_CLAUSES = 3;
const STRIKING = /\b(?:more than |almost )?(?:doubled|tripled|halved)\b|\bfell by a third\b/u;

interface Clause {
  readonly entity: string;
  readonly text: string;
}

/** What several sentences about developments come to, in one: "Acme's revenue rose 37% and net income fell 4%", longest first. */
export function conclusionsOf(points: readonly Sentence[], state: State): readonly string[] {
  const clauses = points.flatMap(point => clauseOf(point, state)).slice(0, MOST_CLAUSES);
  const all = clauses.map(({ entity, text }, i) =>
    entity === '' || clauses[i - 1]?.entity === entity ? text : `${possessive(entity)} ${text}`,
  );
  return all
    .map((_, i) => all.slice(0, all.length - i))
    .filter(some => some.length > 1)
    .map(some => upperFirst(listOf(some)));
}

/** What rose and what fell, without figures; null where the sentences tell of no movement. */
export function directionsOf(points: readonly Sentence[], state: State): string | null {
  const clauses = points
    .flatMap(point => movesOf(point, state))
    .filter((one, i, all) => all.findIndex(other => other.name === one.name) === i)
    .slice(0, MOST_CLAUSES);
  const first = clauses[0];
  if (!first) return null;
  const own = clauses.filter(({ entity }) => entity === first.entity);
  const whose = first.entity === '' ? '' : `${possessive(first.entity)} `;
  const told = (up: boolean) => own.filter(one => one.up === up).map(({ name }) => name);
  const [risen, fallen] = [told(true), told(false)];
  if (risen.length > 0 && fallen.length > 0)
    return upperFirst(`${whose}${listOf(risen)} rose, while ${listOf(fallen)} fell`);
  return upperFirst(
    `${whose}${listOf(risen.length > 0 ? risen : fallen)} ${risen.length > 0 ? 'rose' : 'fell'}`,
  );
}

interface Move {
  readonly entity: string;
  readonly name: string;
  readonly up: boolean;
}

function movesOf(point: Sentence, state: State): readonly Move[] {
  const ends = endsOf(point, state);
  if (!ends) return [];
  const [from, to] = ends.map(({ value }) => valueInBase(value)) as [number, number];
  const { entity, metric } = ends[1].value;
  return from === to ? [] : [{ entity, name: lowerFirst(metric), up: to > from }];
}

/** First and last value of the one measure that a sentence is about; null where it is about more. */
function endsOf({ findings }: Sentence, state: State): readonly [Valued, Valued] | null {
  const values = findings.flatMap(id => state.findings[id] ?? []).filter(isValued);
  const first = values[0]?.value;
  if (!first || values.length < 2) return null;
  const same = values.every(
    ({ value }) =>
      value.metric === first.metric &&
      value.entity === first.entity &&
      scopeOf(value).join() === scopeOf(first).join() &&
      !value.qualifiers.includes('projected'),
  );
  const ordered = [...values].sort((a, b) => comparePeriods(a.value.period, b.value.period));
  return same ? [ordered[0]!, ordered.at(-1)!] : null;
}

/** How one measure moved, in the figures or words of its own sentence; none where it tells no movement. */
function clauseOf(point: Sentence, state: State): readonly Clause[] {
  const ends = endsOf(point, state);
  const moved = ends ? movedBy(ends, point.text) : null;
  if (!ends || moved === null) return [];
  const { entity, metric } = ends[1].value;
  const scope = scopeOf(ends[1].value).join(', ');
  return [{ entity, text: `${lowerFirst(metric)}${scope === '' ? '' : ` (${lowerFirst(scope)})`} ${moved}` }];
}

function movedBy([from, to]: readonly [Valued, Valued], text: string): string | null {
  const [a, b] = [valueInBase(from.value), valueInBase(to.value)];
  const word = STRIKING.exec(text)?.[0];
  if (word) return word;
  const percent = from.value.dimension === 'percent';
  if (!(a > 0 && b > 0) || a === b) return null;
  const size = Math.abs(percent ? b - a : (b / a - 1) * 100);
  const shown = size >= 10 && !percent ? String(Math.round(size)) : String(Number(size.toFixed(1)));
  const numbers = new Set(numbersOf(text));
  const fold = String(Number((b / a).toFixed(1)));
  if (numbers.has(shown)) return `${b > a ? 'rose' : 'fell'} ${shown}${percent ? ' points' : '%'}`;
  return b > a && !percent && numbers.has(fold) ? `grew ${fold}-fold` : null;
}

function possessive(name: string): string {
  return /s$/iu.test(name) ? `${name}'` : `${name}'s`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
