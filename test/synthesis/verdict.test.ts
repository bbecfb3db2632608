import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Insight, Series } from '../../src/domain/insight.ts';
import type { MetricRef, Question } from '../../src/domain/question.ts';
import { withVerdict } from '../../src/synthesis/verdict.ts';

const finding = (amount: number, metric: string, claim = ''): Finding => ({
  id: `f-${metric}-${amount}`,
  question: 'q1',
  kind: claim === '' ? 'value' : 'statement',
  claim,
  value:
    claim === ''
      ? {
          amount,
          scale: 1,
          dimension: 'ratio',
          unit: 'x',
          period: null,
          entity: '',
          metric,
          printed: String(amount),
          qualifiers: [],
          how: 'cell',
          confidence: 0.9,
        }
      : null,
  status: 'supported',
  confidence: 0.9,
  relevance: 0.8,
  evidence: [],
  against: [],
  reason: '',
});

function verdictOn(text: string, answer: readonly Insight[], name: string): string {
  const metric: MetricRef = { id: 'known', name, phrases: [], not: [], dimensions: [] };
  const question: Question = {
    id: 'q1',
    text,
    topic: '',
    metrics: [metric],
    entities: [],
    periods: [],
    aspects: ['whether'],
    terms: [],
    by: [],
  };
  const [first] = withVerdict(question, answer);
  return first?.kind === 'verdict' ? (first.holds ? 'yes' : 'no') : 'open';
}

const level = (amount: number): Insight => ({ kind: 'level', finding: finding(amount, 'Current ratio') });
const change = (from: number, to: number, metric: string): Insight => {
  const series: Series = { metric, entity: '', scope: '', findings: [] };
  return { kind: 'change', series, from: finding(from, metric), to: finding(to, metric) };
};
const said = (claim: string): Insight => ({ kind: 'statement', finding: finding(0, '', claim) });

describe('yes or no', () => {
  test.each<[asked: string, answer: Insight, verdict: string]>([
    ['Is the current ratio above 1?', level(1.03), 'yes'],
    ['Is the current ratio below 1.0x?', level(1.03), 'no'],
    ['Is the current ratio above 10%?', level(1.03), 'open'],
    ['Is the current ratio healthy?', level(1.03), 'open'],
    ['Did the margin improve?', change(3.1, 2.3, 'Margin'), 'no'],
    ['Did the margin decline?', change(3.1, 2.3, 'Margin'), 'yes'],
    ['Did the margin rise or fall?', change(3.1, 2.3, 'Margin'), 'open'],
    ['Did costs improve?', change(3.1, 2.3, 'Costs'), 'yes'],
    ['Does it have a climate target?', said('It aims to halve emissions by 2030.'), 'yes'],
    ['Does it have a climate target?', said('It has not set a climate target.'), 'open'],
    ['Does it have a target compatible with 2 degrees?', said('It aims to halve emissions.'), 'open'],
  ])('%s', (asked, answer, verdict) => {
    const { metric = 'Current ratio' } =
      answer.kind === 'change' ? (answer.to.value ?? {}) : { metric: 'Current ratio' };
    expect(verdictOn(asked, [answer], metric)).toBe(verdict);
  });
});
