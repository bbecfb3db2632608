import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import type { Period, Value } from '../domain/value.ts';
import { groupBy } from '../lib/group.ts';
import { isMeasured, isUnitStated, isVerified } from '../lib/qualifiers.ts';
import { valueInBase, yearTo } from '../lib/quantity/index.ts';
import { isStock } from './annual.ts';
import { entityKey } from './entity.ts';
import { scopeOf } from './keys.ts';

export type Valued = Finding & { readonly value: Value };

/** What one source, or all, say of one entity in whole years: one value of a metric a year. */
export interface Ledger {
  readonly entity: string;
  /** Oldest first. */
  readonly years: readonly number[];
  valueOf(metric: string, year: number): Valued | null;
}

/**
 * A ledger for each entity and source, the newest edition first, and one of all sources after them. What has no
 * period counts where its metric is among `undated`, all of it in one year of its own.
 */
export function ledgersOf(
  findings: readonly Finding[],
  state: State,
  undated: ReadonlySet<string> = new Set(),
): readonly Ledger[] {
  const usable = findings
    .filter(isUsable)
    .filter(({ value }) => value.period !== null || undated.has(value.metric))
    .filter(({ value }) => !isLooseBalance(value));
  const owned = groupBy(usable, finding => entityKey(ownerOf(finding, state)));
  return [...owned.values()].flatMap(group => {
    const entity = group.map(one => ownerOf(one, state)).find(name => name !== '') ?? '';
    const sources = [...new Set(group.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
    const edition = (source: string) => state.sources[source]?.profile?.year ?? 0;
    const each = sources
      .toSorted((a, b) => edition(b) - edition(a) || (a < b ? -1 : 1))
      .map(source =>
        ledgerOf(
          entity,
          group.filter(({ evidence }) => evidence.some(e => e.source === source)),
        ),
      );
    return sources.length > 1 ? [...each, ledgerOf(entity, group)] : each;
  });
}

/** Measured, in a stated unit, of the whole, and read rather than computed. */
function isUsable(finding: Finding): finding is Valued {
  const { value, status, derivation } = finding;
  return (
    value !== null &&
    derivation === undefined &&
    (status === 'supported' || status === 'contested') &&
    isMeasured(value) &&
    isUnitStated(value) &&
    isVerified(value) &&
    scopeOf(value).length === 0 &&
    !value.qualifiers.includes('between')
  );
}

/** A balance that a sentence gives for a year may be any amount of it: due, borrowed, repaid. */
function isLooseBalance({ metric, period, how }: Value): boolean {
  return how === 'text' && period?.kind === 'year' && isStock(metric);
}

function ownerOf({ value, evidence }: Valued, state: State): string {
  return value.entity || (state.sources[evidence[0]?.source ?? '']?.profile?.entity ?? '');
}

function ledgerOf(entity: string, findings: readonly Valued[]): Ledger {
  const byMetric = groupBy(findings, ({ value }) => value.metric);
  const years = findings.flatMap(({ value }) => yearOf(value.period) ?? []);
  return {
    entity,
    years: [...new Set(years)].sort((a, b) => a - b),
    valueOf: (metric, year) => {
      const fitting = (byMetric.get(metric) ?? []).filter(({ value }) => yearOf(value.period) === year);
      const [best, second] = fitting.sort((a, b) => byFitness(metric, a, b));
      return best && !(second && rivals(metric, best, second)) ? best : null;
    },
  };
}

/** Where values without a period stand. */
export const NO_YEAR = 0;

/** The fiscal year that a period is or closes; null for parts of years. */
function yearOf(period: Period | null): number | null {
  if (period === null) return NO_YEAR;
  if (period?.kind === 'year') return period.year;
  return period?.kind === 'day' ? yearTo(period).year : null;
}

/** Two values of one thing that nothing tells apart: either may be the one that is meant. */
function rivals(metric: string, best: Valued, second: Valued): boolean {
  const [a, b] = [valueInBase(best.value), valueInBase(second.value)];
  if (Math.abs(a - b) <= ALIKE * Math.max(Math.abs(a), Math.abs(b))) return false;
  const sameKind = best.value.period?.kind === second.value.period?.kind || !isStock(metric);
  const better =
    best.evidence.length > second.evidence.length ||
    best.relevance > second.relevance ||
    best.value.how !== second.value.how;
  return sameKind && !better;
}

/** Within rounding. */
const ALIKE = 0.01;

/** Balances stand at a day, flows in a year; of several days of one year the last is its end. */
function byFitness(metric: string, a: Valued, b: Valued): number {
  const wanted = isStock(metric) ? 'day' : 'year';
  const fits = ({ value }: Valued) => Number(value.period?.kind === wanted);
  const day = ({ value }: Valued) => (value.period?.part ?? 0) * 31 + (value.period?.day ?? 0);
  return (
    fits(b) - fits(a) ||
    day(b) - day(a) ||
    Number(a.value.how === 'text') - Number(b.value.how === 'text') ||
    Number(a.status === 'contested') - Number(b.status === 'contested') ||
    b.evidence.length - a.evidence.length ||
    b.relevance - a.relevance ||
    b.confidence - a.confidence ||
    (a.id < b.id ? -1 : 1)
  );
}
