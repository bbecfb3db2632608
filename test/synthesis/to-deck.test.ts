import { beforeAll, describe, expect, test } from 'vitest';
import type { Deck, Slide } from '../../src/domain/deck.ts';
import type { State } from '../../src/domain/state.ts';
import { grounded, loadVocabulary, type Reasoner } from '../../src/reasoning/index.ts';
import { isShown } from '../../src/synthesis/headline.ts';
import { composeReport, toDeck } from '../../src/synthesis/index.ts';
import { isValued } from '../../src/synthesis/series.ts';
import { amountIn, shownUnit } from '../../src/synthesis/unit.ts';
import { metric, question, series, statementFinding, stateOf, valueFinding, year } from './states.ts';

let reasoner: Reasoner;
beforeAll(async () => {
  reasoner = grounded(await loadVocabulary());
});

function state(): State {
  const questions = [
    question(),
    question({ id: 'q2', topic: 'Net income', metrics: [metric('net-income', 'Net income')] }),
    question({
      id: 'q3',
      topic: 'Views of anvils',
      metrics: [metric('own:anvil', 'Anvils')],
      aspects: ['statement'],
    }),
  ];
  const parts = ['North', 'South', 'East'].flatMap((scope, i) =>
    series([50 - i * 10, 60 - i * 10, 90 - i * 20], 2017, { qualifiers: [scope] }),
  );
  const findings = [
    ...series([80, 90, 100, 120, 150, 180, 230], 2013),
    ...parts,
    ...series([8, 9, 12], 2017, { metric: 'Net income' }).map(finding => ({ ...finding, question: 'q2' })),
    ...['Apex', 'Bolt', 'Coil'].map((entity, i) =>
      valueFinding(5 + i, year(2019), { question: 'q2', value: { entity, metric: 'Net income' } }),
    ),
    statementFinding('Most smiths say that anvils matter more than hammers in their daily work.', {
      question: 'q3',
    }),
  ];
  return stateOf({ questions, findings });
}

function deckOf(from: State): Deck {
  return toDeck(composeReport({ state: from, reasoner }), from);
}

describe('a deck', () => {
  test('opens with title and summary and ends with sources', () => {
    const kinds = deckOf(state()).slides.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['title', 'summary']);
    expect(kinds.at(-1)).toBe('sources');
  });

  test('has at least four charts where the findings allow', () => {
    expect(deckOf(state()).slides.filter(({ kind }) => kind === 'chart').length).toBeGreaterThanOrEqual(4);
  });

  test('gives every slide a unique title of at most a hundred and twenty characters and five words', () => {
    const titles = deckOf(state())
      .slides.slice(1)
      .map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) {
      expect(title.length, title).toBeLessThanOrEqual(120);
      expect(title.split(' ').length, title).toBeGreaterThanOrEqual(5);
    }
  });

  test('shows every number of a title on its slide', () => {
    for (const slide of deckOf(state()).slides.slice(2))
      expect(isShown(slide.title, wordsOn(slide)), slide.title).toBe(true);
  });

  test('draws what the findings say, exactly', () => {
    const from = state();
    for (const slide of deckOf(from).slides) {
      if (slide.kind !== 'chart') continue;
      const findings = slide.chart.series
        .flatMap(one => one.findings.flatMap(id => from.findings[id] ?? []))
        .filter(isValued);
      const unit = shownUnit(findings);
      for (const { values, findings: ids } of slide.chart.series) {
        ids.forEach((id, i) => {
          const finding = from.findings[id];
          expect(values[i]).toBe(finding && isValued(finding) ? amountIn(finding, unit) : null);
        });
      }
    }
  });

  test('ends every source line with a full stop and keeps finding ids in the notes', () => {
    for (const slide of deckOf(state()).slides) {
      if (slide.findings.length === 0) continue;
      expect(slide.sourceLine).toMatch(/^Source: .*\.$/);
      expect(slide.notes.join(' ')).toContain(slide.findings[0]);
    }
  });

  test('puts missing years on the axis as gaps', () => {
    const findings = [2010, 2011, 2014].map((n, i) => valueFinding(10 + i, year(n)));
    const slide = deckOf(stateOf({ questions: [question()], findings })).slides.find(
      ({ kind }) => kind === 'chart',
    );
    expect(slide?.kind === 'chart' && slide.chart.categories).toEqual([
      '2010',
      '2011',
      '2012',
      '2013',
      '2014',
    ]);
    expect(slide?.kind === 'chart' && slide.chart.series[0]?.values).toEqual([10, 11, null, null, 12]);
  });
});

function wordsOn(slide: Slide): readonly string[] {
  if (slide.kind === 'chart') {
    const { subtitle, categories, series: drawn } = slide.chart;
    return [
      ...slide.points.map(({ text }) => text),
      subtitle,
      ...categories,
      ...drawn.flatMap(({ name, values }) => [name, ...values.map(String)]),
    ];
  }
  if (slide.kind === 'table')
    return [...slide.columns.map(({ label }) => label), ...slide.rows.flat().map(({ text }) => text)];
  return slide.kind === 'title' || slide.kind === 'sources'
    ? [slide.title]
    : slide.points.map(({ text }) => text);
}
