import type { Insight } from '../domain/insight.ts';
import type { ChartSpec } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { groupBy } from '../lib/group.ts';
import { contentId } from '../lib/hash.ts';
import { periodKey, valueInBase } from '../lib/quantity/index.ts';
import { groupsOf } from './chart-groups.ts';
import { measureOf, seriesLabels, spanOf } from './labels.ts';
import { sourceLine } from './places.ts';
import { citationsOf, type Wording } from './say.ts';
import type { Valued, WeighedSeries } from './series.ts';
import { shapeOf } from './shape.ts';
import { periodsOf } from './table.ts';
import { withoutGaps } from './timeline.ts';
import { amountIn, type ShownUnit, shownUnit } from './unit.ts';

/** What a chart is drawn from; its id and source line come last. */
type Drawing = Pick<ChartSpec, 'kind' | 'subtitle' | 'unit' | 'categories' | 'series'> & {
  readonly findings: readonly Valued[];
  readonly lead: Insight;
};

/** A chart and the insight that its title tells in short. */
export interface LedChart {
  readonly chart: ChartSpec;
  readonly lead: Insight;
}

const LINE_FROM = 6;
const MOST_CHARTS = 3;

/** Up to three charts of a question, where there is a shape to see: values are the findings', exactly. */
export function chartsOf(
  state: State,
  series: readonly WeighedSeries[],
  { wording, outlooks = [] }: { readonly wording: Wording; readonly outlooks?: readonly Insight[] },
): readonly LedChart[] {
  return groupsOf(series)
    .slice(0, MOST_CHARTS)
    .map(({ layout, members }) => {
      const drawing = DRAWINGS[layout](members);
      const ahead = layout === 'time' && members.length === 1 ? outlookOf(members[0]!, outlooks) : undefined;
      return toChart(state, ahead ? withOutlook(drawing, members[0]!, ahead) : drawing, wording);
    });
}

type Change = Extract<Insight, { kind: 'change' }>;

function outlookOf(
  { metric, entity, scope }: WeighedSeries,
  outlooks: readonly Insight[],
): Change | undefined {
  return outlooks.find(
    (one): one is Change =>
      one.kind === 'change' &&
      one.series.metric === metric &&
      one.series.entity === entity &&
      one.series.scope === scope,
  );
}

/** What is projected stands after what was measured, and says so. */
function withOutlook(drawing: Drawing, series: WeighedSeries, lead: Change): Drawing {
  const to = lead.to as Valued;
  const findings = [...series.findings, to];
  const unit = shownUnit(findings);
  const periods = series.findings.flatMap(({ value }) => value.period ?? []);
  return {
    ...drawing,
    kind: 'column',
    lead,
    subtitle: `${subtitle([series], unit, spanOf(periods))}, and ${to.value.period?.label ?? ''} as projected`,
    unit: unit.label,
    categories: [...periods.map(period => period.label), `${to.value.period?.label ?? ''} (projected)`],
    series: [drawn(measureOf([series]), findings, unit)],
    findings,
  };
}

const DRAWINGS = { time: overTime, groups: byGroup, rank: ranked, parts: asParts } satisfies Record<
  string,
  (members: readonly WeighedSeries[]) => Drawing
>;

function toChart(state: State, { findings, lead, ...drawing }: Drawing, wording: Wording): LedChart {
  const { kind, categories, series, unit } = drawing;
  const chart: ChartSpec = {
    id: contentId('c', { kind, categories, series, unit }, 8),
    title: wording.word(lead, 'title'),
    ...drawing,
    sourceLine: sourceLine(state, findings),
    citations: citationsOf(findings),
  };
  return { chart, lead };
}

function overTime(members: readonly WeighedSeries[]): Drawing {
  const periods = withoutGaps(periodsOf(members).filter(period => period !== null));
  const unit = shownUnit(members.flatMap(one => one.findings));
  const labels = seriesLabels(members);
  return {
    kind: periods.length >= LINE_FROM ? 'line' : 'column',
    lead: leadOf(members[0]!),
    subtitle: subtitle(members, unit, spanOf(periods)),
    unit: unit.label,
    categories: periods.map(period => period.label),
    series: members.map((one, i) =>
      drawn(
        labels[i]!,
        periods.map(period =>
          one.findings.find(({ value }) => periodKey(value.period) === periodKey(period)),
        ),
        unit,
      ),
    ),
    findings: members.flatMap(one => one.findings),
  };
}

/** Categories are entities, segments or measures; the last periods stand side by side. */
function byGroup(members: readonly WeighedSeries[]): Drawing {
  const periods = periodsOf(members).slice(-2);
  const at = (one: WeighedSeries, key: string) =>
    one.findings.find(({ value }) => periodKey(value.period) === key);
  const findings = members.flatMap(one => periods.flatMap(period => at(one, periodKey(period)) ?? []));
  const unit = shownUnit(findings);
  return {
    kind: 'column',
    lead: leadOf(members[0]!),
    subtitle: subtitle(members, unit, spanOf(periods.filter(period => period !== null))),
    unit: unit.label,
    categories: seriesLabels(members),
    series: periods.map(period =>
      drawn(
        period?.label ?? 'Value',
        members.map(one => at(one, periodKey(period))),
        unit,
      ),
    ),
    findings,
  };
}

function ranked(members: readonly WeighedSeries[]): Drawing {
  const ordered = [...members].sort((a, b) => valueInBase(latest(b).value) - valueInBase(latest(a).value));
  const findings = ordered.map(latest);
  const unit = shownUnit(findings);
  const period = findings[0]!.value.period;
  const { metric } = members[0]!;
  const sameMetric = members.every(one => one.metric === metric);
  return {
    kind: 'bar',
    lead: sameMetric
      ? { kind: 'rank', metric, period: period?.label ?? '', ordered: findings, whole: null }
      : { kind: 'level', finding: findings[0]! },
    subtitle: subtitle(members, unit, period?.label ?? ''),
    unit: unit.label,
    categories: seriesLabels(ordered),
    series: [drawn(measureOf(members), findings, unit)],
    findings,
  };
}

function asParts(members: readonly WeighedSeries[]): Drawing {
  return { ...ranked(members), kind: 'pie' };
}

function drawn(
  name: string,
  findings: readonly (Valued | undefined)[],
  unit: ShownUnit,
): ChartSpec['series'][number] {
  return {
    name,
    values: findings.map(finding => (finding ? amountIn(finding, unit) : null)),
    findings: findings.map(finding => finding?.id ?? ''),
  };
}

/** The message is what the first series does. */
function leadOf(series: WeighedSeries): Insight {
  const { findings } = series;
  const [from, to] = [findings[0]!, findings.at(-1)!];
  if (findings.length === 1) return { kind: 'level', finding: to };
  if (findings.length === 2) return { kind: 'change', series, from, to };
  return { kind: 'trend', series, from, to, ...shapeOf(series) };
}

function subtitle(members: readonly WeighedSeries[], { label }: ShownUnit, span: string): string {
  const entities = [...groupBy(members, one => one.entity).keys()].filter(name => name !== '');
  const who = entities.length === 1 ? `${entities[0]}: ` : '';
  return [`${who}${measureOf(members)}`, label, span].filter(part => part !== '').join(', ');
}

export function latest({ findings }: Pick<WeighedSeries, 'findings'>): Valued {
  return findings.at(-1)!;
}
