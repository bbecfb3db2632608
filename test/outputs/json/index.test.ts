import { describe, expect, test } from 'vitest';
import {
  toClaimsJsonl,
  toCoverageJson,
  toFindingsJson,
  toSourcesJson,
} from '../../../src/outputs/json/index.ts';
import { toMarkdownWithClaims } from '../../../src/outputs/markdown/index.ts';
import { report } from '../sample.ts';
import { state } from './state.ts';

describe('findings.json', () => {
  const crops = new Map([['e-0000000001', 'evidence/e-0000000001.png']]);
  const json = JSON.parse(toFindingsJson(state, report, { crops }));

  test('says what it is and what was asked', () => {
    expect(json).toMatchObject({
      schema: 'dossier.findings/1',
      run: report.run,
      question: 'How did revenue develop? What are the emissions, by scope?',
    });
  });

  test('holds a value with its evidence', () => {
    expect(json.findings[0]).toEqual({
      id: 'f-0000000001',
      question: 'q1',
      claim: 'Revenue of Alder Rail was USD 1,730 million in 2024.',
      status: 'supported',
      confidence: 0.98,
      value: {
        amount: 1730,
        unit: 'USD',
        scale: 1e6,
        currency: 'USD',
        period: '2024',
        entity: 'Alder Rail',
        metric: 'revenue',
        printed: '1,730',
      },
      evidence: [
        {
          id: 'e-0000000001',
          source: {
            path: 'reports/annual-report-2024.pdf',
            sha256: 'ab'.repeat(32),
            title: 'Annual report 2024',
          },
          page: 12,
          box: [0.1, 0.2, 0.5123, 0.03],
          route: 'text-layer',
          quote: 'Revenue | 2024: 1,730',
          crop: 'evidence/e-0000000001.png',
        },
      ],
    });
  });

  test('holds a statement without a value, and why it is contested', () => {
    expect(json.findings[1]).toMatchObject({
      value: null,
      status: 'contested',
      against: ['f-0000000001'],
      reason: 'another source says otherwise',
    });
  });

  test('says null where there is no crop', () => {
    expect(JSON.parse(toFindingsJson(state, report)).findings[0].evidence[0].crop).toBeNull();
  });
});

test('coverage.json holds totals, every entry, and what was rejected', () => {
  const json = JSON.parse(toCoverageJson(state, report));
  expect(json).toMatchObject({ schema: 'dossier.coverage/1', stopped: 'done', rejected: report.rejected });
  expect(json.sources[0]).toMatchObject({ path: 'reports/annual-report-2024.pdf', pages: 84, read: 12 });
  expect(json.entries).toEqual([
    {
      id: 's-aaaaaaaaaaaa/3',
      path: 'reports/annual-report-2024.pdf',
      page: 3,
      what: 'page',
      status: 'skipped',
      caption: '',
      failure: null,
    },
  ]);
});

test.each([
  ['a day', '2025-03-14', [[2025, 3, 14]]],
  ['a month', '2025-03', [[2025, 3]]],
  ['a year', '2025', [[2025]]],
  ['nothing it can use', 'spring 2025', undefined],
])('sources.json dates a source by %s', (_, published, parts) => {
  const [source] = report.sources;
  const [item] = JSON.parse(toSourcesJson({ ...report, sources: [{ ...source!, published }] }));
  expect(item.issued?.['date-parts']).toEqual(parts);
  expect(item).toMatchObject({ type: 'report', title: 'Annual report 2024', 'number-of-pages': '84' });
});

test('claims.jsonl has one line a claim', () => {
  const { claims } = toMarkdownWithClaims(report, { version: '0.1.0' });
  const lines = toClaimsJsonl(claims)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(lines).toHaveLength(claims.length);
  expect(Object.keys(lines[0])).toEqual(['text', 'start', 'end', 'findings', 'evidence']);
});
