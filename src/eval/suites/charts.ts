import type { ChartReading, Reading } from '../../domain/reading.ts';
import { groupBy } from '../../lib/group.ts';
import { assign } from '../assign.ts';
import { chartFiles, exportedCharts, type GoldChart } from '../chart-gold.ts';
import { type ChartScore, family, scoreChart } from '../chart-score.ts';
import { inLanes } from '../lanes.ts';
import type { EvalContext, ScoreGroup, Suite, SuiteScores } from '../suite.ts';

type ChartSet = (data: string) => Promise<readonly GoldChart[]>;

/** Charts whose data is known, read from their drawing. */
export const charts: Suite = {
  name: 'charts',
  about: 'values and kinds of drawn charts, against the data they were drawn from',
  needs: 'data',
  run: context => scoreSets([data => chartFiles(data, '.svg'), exportedCharts], context),
};

/** The same of charts that are pictures, read from their pixels alone. */
export const chartImages: Suite = {
  name: 'chart-images',
  about: 'values and kinds of charts in pictures, against the data they were drawn from',
  needs: 'data',
  run: context => scoreSets([data => chartFiles(data, '.png')], context),
};

async function scoreSets(sets: readonly ChartSet[], context: EvalContext): Promise<SuiteScores> {
  const gold = (await Promise.all(sets.map(set => set(context.data)))).flat();
  const scorable = gold.filter(chart => chart.leftOut === '');
  const pages = [...groupBy(scorable, chart => `${chart.document} ${chart.page}`).values()];
  const scored = (await inLanes(pages, 2, page => scorePage(page, context))).flat();
  return {
    scores: { ...overall(scored), ...byOrigin(scored) },
    n: scored.length,
    groups: [
      ...groups('origin', scored, ({ gold: { origin } }) => origin),
      ...groups('type', scored, ({ gold: { type } }) => type),
    ],
    notes: notesOn(gold),
    each: scored.map(row),
  };
}

interface Scored {
  readonly gold: GoldChart;
  readonly read: ChartReading | null;
  readonly score: ChartScore;
  /** Why it wasn't read; '' where it was. */
  readonly failure: string;
}

/** The charts of one page, each with the reading that fits it best. */
async function scorePage(page: readonly GoldChart[], { read }: EvalContext): Promise<readonly Scored[]> {
  const { document, page: number } = page[0]!;
  const opened = await read(document);
  const readings: readonly Reading[] = opened.ok
    ? (opened.document.pages.find(one => one.page === number)?.readings ?? [])
    : [];
  const drawn = readings.flatMap(reading => (reading.kind === 'text' ? [reading.text] : []));
  const found = readings.filter(reading => reading.kind === 'chart');
  const codes = readings.flatMap(reading => (reading.kind === 'failed' ? [reading.code] : []));
  const telling = codes.toSorted((a, b) => Number(a === 'not_a_chart') - Number(b === 'not_a_chart'));
  const unread = opened.ok ? telling : [opened.failure.code];
  const scores = page.map(gold => found.map(reading => scoreChart(gold, reading, drawn)));
  const pairs = assign(scores.map(row => row.map(cost)));
  return page.map((gold, i) => {
    const k = pairs[i] ?? -1;
    const reading = found[k] ?? null;
    const failure = reading ? '' : (unread.shift() ?? 'not_found');
    return { gold, read: reading, score: scores[i]?.[k] ?? scoreChart(gold, null, drawn), failure };
  });
}

function cost({ within2, within5, values, rms, typeRight }: ChartScore): number {
  const share = (count: number) => count / Math.max(1, values);
  return -(share(within2) + 0.1 * share(within5) + 0.1 * rms + (typeRight ? 0.01 : 0));
}

function overall(scored: readonly Scored[]) {
  const sum = (pick: (score: ChartScore) => number) =>
    scored.reduce((total, { score }) => total + pick(score), 0);
  const values = sum(score => score.values);
  const verified = sum(score => score.verified);
  return {
    within2: ratio(
      sum(score => score.within2),
      values,
    ),
    within5: ratio(
      sum(score => score.within5),
      values,
    ),
    rms: ratio(
      sum(score => score.rms),
      scored.length,
    ),
    type: ratio(
      sum(score => Number(score.typeRight)),
      scored.length,
    ),
    read: ratio(scored.filter(({ read }) => read !== null).length, scored.length),
    verified: ratio(
      sum(({ verified: own, values: all }) => Math.min(own, all)),
      values,
    ),
    ...(verified === 0
      ? {}
      : {
          verifiedRight: ratio(
            sum(score => score.verifiedRight),
            verified,
          ),
        }),
  };
}

function byOrigin(scored: readonly Scored[]): Readonly<Record<string, number>> {
  const origins = [...groupBy(scored, ({ gold }) => gold.origin)];
  return Object.fromEntries(
    origins.flatMap(([origin, own]) => {
      const { within2, type } = overall(own);
      return [
        [`${origin}, within2`, within2],
        [`${origin}, type`, type],
      ];
    }),
  );
}

function groups(
  by: string,
  scored: readonly Scored[],
  of: (scored: Scored) => string,
): readonly ScoreGroup[] {
  return [...groupBy(scored, of)].map(([name, own]) => ({ by, name, n: own.length, scores: overall(own) }));
}

function notesOn(gold: readonly GoldChart[]): readonly string[] {
  const reasons = groupBy(
    gold.filter(chart => chart.leftOut !== ''),
    chart => chart.leftOut,
  );
  const otherwise = gold.filter(chart => chart.leftOut === '' && chart.otherwise.size > 0);
  const bubbles = gold.filter(chart => chart.type === 'bubble' && chart.leftOut === '');
  return [
    ...[...reasons].map(
      ([reason, own]) => `left out, ${reason}: ${own.length} (${own.map(chart => chart.name).join(', ')})`,
    ),
    `left out, values that the drawing says it shows otherwise: ${count(otherwise, ({ otherwise: { size } }) => size)}`,
    `left out, sizes of bubbles: ${count(bubbles, ({ rows }) => rows.length)} in ${bubbles.length} charts`,
  ];
}

function count<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function row({ gold, read, score, failure }: Scored) {
  const { values, within2, within5, verified, verifiedRight, rms, typeRight } = score;
  const { origin, name, type } = gold;
  const kind = read?.chart ?? null;
  const key = { origin, name, type, family: family(type), kind, typeRight };
  return { ...key, values, within2, within5, verified, verifiedRight, rms: round(rms), failure };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
