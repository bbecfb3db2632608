import type { Block, TableCell } from '../domain/report.ts';
import type { Period } from '../domain/value.ts';
import { groupBy } from '../lib/group.ts';
import { comparePeriods, periodKey } from '../lib/quantity/index.ts';
import { isWorth } from './chart-groups.ts';
import { measureOf, seriesLabels } from './labels.ts';
import { citationsOf } from './say.ts';
import type { Valued, WeighedSeries } from './series.ts';
import { cellText, decimalsFor, type ShownUnit, shownUnit, unitKey } from './unit.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const MOST_COLUMNS = 6;
const MOST_ROWS = 14;
const LEAST_VALUES = 3;
/** More parts than this bury their totals. */
const MOST_PARTS = 6;
/** A column of figures can be longer than those in a chart. */
const LONGEST_NUMBER = 1e7;

interface Laid {
  readonly series: readonly WeighedSeries[];
  readonly labels: readonly string[];
  readonly units: readonly ShownUnit[];
  readonly periods: readonly (Period | null)[];
}

/**
 * Values by period and measure: periods down and measures across, or the other way round where there are more
 * measures than periods. Null where fewer than three values are known.
 */
export function tableOf(topic: string, all: readonly WeighedSeries[]): TableBlock | null {
  const series = together(all);
  const periods = periodsOf(series);
  const down = series.length <= Math.max(4, periods.length);
  const shown = down ? series.slice(0, MOST_COLUMNS) : series.slice(0, MOST_ROWS);
  const laid: Laid = {
    series: shown,
    labels: seriesLabels(shown),
    units: unitsOf(shown),
    periods: periodsOf(shown).slice(down ? -MOST_ROWS : -MOST_COLUMNS),
  };
  const block = down ? periodsDown(topic, laid) : seriesDown(topic, laid);
  const cited = laid.series.flatMap(one => one.findings.filter(finding => has(laid.periods, finding)));
  return cited.length < LEAST_VALUES ? null : { ...block, citations: citationsOf(cited) };
}

/** Series whose periods are of one kind, the kind that the strongest has; single values join only where many do. */
function together(all: readonly WeighedSeries[]): readonly WeighedSeries[] {
  const whole = new Set(all.filter(one => one.scope === '').map(one => one.metric));
  const parts = groupBy(all, one => `${one.entity}|${one.metric}|${one.scope !== ''}`);
  const isDetail = (one: WeighedSeries) =>
    one.scope !== '' &&
    whole.has(one.metric) &&
    (parts.get(`${one.entity}|${one.metric}|true`)?.length ?? 0) > MOST_PARTS;
  const strong = all.filter((one, i) => (i < 2 || isWorth(one, all[0])) && !isDetail(one));
  const groups = [...groupBy(strong, one => one.findings[0]?.value.period?.kind ?? 'none').values()];
  const first = groups.sort((a, b) => weight(b) - weight(a))[0] ?? [];
  const longest = Math.max(0, ...first.map(one => one.findings.length));
  return longest >= 3 && first.some(one => one.findings.length > 2)
    ? first.filter(one => one.findings.length > 1)
    : first;
}

function weight(series: readonly WeighedSeries[]): number {
  return series
    .slice(0, MOST_COLUMNS)
    .reduce((sum, one) => sum + one.strength * Math.min(one.findings.length, 5), 0);
}

function periodsDown(topic: string, { series, labels, units, periods }: Laid): TableBlock {
  const oneUnit = new Set(units.map(unit => unit.label)).size === 1;
  const columns = labels.map((label, i) => ({
    label: oneUnit ? label : withUnit(label, units[i]!),
    number: true,
  }));
  const rows = periods.map(period => [
    { text: period?.label ?? 'Not dated', findings: [] },
    ...series.map((one, i) => cellOf(one, period, units[i]!)),
  ]);
  return {
    kind: 'table',
    title: oneUnit ? withComma(titleOf(topic, series), units[0]!) : titleOf(topic, series),
    columns: [{ label: 'Period', number: false }, ...columns],
    rows,
    citations: [],
  };
}

function seriesDown(topic: string, { series, labels, units, periods }: Laid): TableBlock {
  const oneUnit = new Set(units.map(unit => unit.label)).size === 1;
  const columns = periods.map(period => ({ label: period?.label ?? 'Value', number: true }));
  const rows = series.map((one, i) => [
    { text: oneUnit ? labels[i]! : withUnit(labels[i]!, units[i]!), findings: [] },
    ...periods.map(period => cellOf(one, period, units[i]!)),
  ]);
  return {
    kind: 'table',
    title: oneUnit ? withComma(titleOf(topic, series), units[0]!) : titleOf(topic, series),
    columns: [{ label: '', number: false }, ...columns],
    rows,
    citations: [],
  };
}

/** One measure of one entity is named in the title; several are named by the topic. */
function titleOf(topic: string, series: readonly WeighedSeries[]): string {
  const entities = [...new Set(series.map(one => one.entity))];
  const named = new Set(series.map(one => one.metric)).size === 1 ? measureOf(series) : topic;
  return entities.length === 1 && entities[0] !== '' ? `${entities[0]}: ${named}` : named;
}

function cellOf({ findings }: WeighedSeries, period: Period | null, unit: ShownUnit): TableCell {
  const finding = findings.find(({ value }) => periodKey(value.period) === periodKey(period));
  if (!finding) return { text: '–', findings: [] };
  return { text: cellText(finding, unit, decimalsFor(findings, unit)), findings: [finding.id] };
}

/** Columns of one unit share its scale, so that they can be read across. */
function unitsOf(series: readonly WeighedSeries[]): readonly ShownUnit[] {
  const byUnit = groupBy(series, one => unitKey(one.findings[0]!));
  const shown = new Map(
    [...byUnit].map(([key, group]) => [
      key,
      shownUnit(
        group.flatMap(one => one.findings),
        LONGEST_NUMBER,
      ),
    ]),
  );
  return series.map(one => shown.get(unitKey(one.findings[0]!))!);
}

/** All periods that occur, in order, each once. */
export function periodsOf(series: readonly WeighedSeries[]): readonly (Period | null)[] {
  const byKey = new Map(
    series.flatMap(one => one.findings.map(({ value }) => [periodKey(value.period), value.period])),
  );
  return [...byKey.values()].sort(comparePeriods);
}

function has(periods: readonly (Period | null)[], { value }: Valued): boolean {
  return periods.some(period => periodKey(period) === periodKey(value.period));
}

function withUnit(label: string, { label: unit }: ShownUnit): string {
  return unit === '' ? label : `${label} (${unit})`;
}

function withComma(title: string, { label: unit }: ShownUnit): string {
  return unit === '' ? title : `${title}, ${unit}`;
}
