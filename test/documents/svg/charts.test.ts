import { describe, expect, test } from 'vitest';
import { backend } from '../../../src/documents/svg/index.ts';
import type { ChartReading } from '../../../src/domain/reading.ts';
import { type ChartScore, scoreChart } from '../../../src/eval/chart-score.ts';
import { drawSvg } from '../../../src/outputs/figures/svg.ts';
import { readDocument } from '../../../src/perception/index.ts';
import { fileOf, read } from '../packages.ts';
import { type DrawnChart, drawnCharts } from './drawn-charts.ts';

const SEED = 11;
const charts = drawnCharts(SEED);

/** The one chart of a drawing as it is read. */
async function readChart(
  { spec }: DrawnChart,
  i: number,
): Promise<{ chart: ChartReading | null; texts: string[] }> {
  const svg = await drawSvg(spec as Parameters<typeof drawSvg>[0]);
  const { pages } = await read(backend, fileOf(`chart-${i}.svg`, svg));
  const readings = readDocument('0'.repeat(64), pages)[0]?.readings ?? [];
  const found = readings.filter(reading => reading.kind === 'chart');
  const texts = readings.flatMap(reading => (reading.kind === 'text' ? [reading.text] : []));
  return { chart: found[0] ?? null, texts };
}

async function scoreAll(): Promise<readonly (ChartScore & { readonly name: string })[]> {
  const scores = [];
  for (const [i, drawn] of charts.entries()) {
    const { chart, texts } = await readChart(drawn, i);
    scores.push({ name: drawn.name, ...scoreChart(drawn.gold, chart, texts) });
  }
  return scores;
}

/** A little under what was measured last. Raise one when reading gets better. */
const FLOORS = { within2: 0.96, type: 0.97, verified: 0.7, verifiedRight: 0.985 };

describe('charts drawn from random data', async () => {
  const scores = await scoreAll();
  const sum = (pick: (score: ChartScore) => number) =>
    scores.reduce((total, score) => total + pick(score), 0);
  const values = sum(score => score.values);
  const missed = scores.filter(score => score.within2 < score.values).map(score => score.name);

  test.each([
    ['values within 2 %', sum(score => score.within2) / values, FLOORS.within2],
    ['kinds', sum(score => Number(score.typeRight)) / scores.length, FLOORS.type],
    ['values that are vouched for', sum(score => score.verified) / values, FLOORS.verified],
    [
      'those of them that are right',
      sum(score => score.verifiedRight) / sum(score => score.verified),
      FLOORS.verifiedRight,
    ],
  ])('%s', (_, share, floor) => {
    expect(share, `not all of ${missed.join('; ')}`).toBeGreaterThanOrEqual(floor);
  });
});
