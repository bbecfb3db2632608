import type { Evidence, Finding } from '../../../src/domain/finding.ts';
import type { State } from '../../../src/domain/state.ts';
import { report } from '../sample.ts';

const evidence: Evidence = {
  id: 'e-0000000001',
  source: 's-aaaaaaaaaaaa',
  page: 12,
  box: [0.1, 0.2, 0.512345678, 0.03],
  route: 'text-layer',
  reading: 'r-000000000001',
  quote: 'Revenue | 2024: 1,730',
};

const value: Finding = {
  id: 'f-0000000001',
  question: 'q1',
  kind: 'value',
  claim: 'Revenue of Alder Rail was USD 1,730 million in 2024.',
  value: {
    amount: 1730,
    dimension: 'money',
    unit: 'USD',
    scale: 1e6,
    currency: 'USD',
    period: { label: '2024', kind: 'year', year: 2024 },
    entity: 'Alder Rail',
    metric: 'revenue',
    printed: '1,730',
    qualifiers: [],
    how: 'cell',
    confidence: 0.98,
  },
  status: 'supported',
  confidence: 0.98,
  relevance: 1,
  evidence: [evidence],
  against: [],
  reason: '',
};

const statement: Finding = {
  ...value,
  id: 'f-0000000002',
  kind: 'statement',
  claim: 'We expect freight to overtake passengers by 2030.',
  value: null,
  status: 'contested',
  against: ['f-0000000001'],
  reason: 'another source says otherwise',
};

/** The state behind the sample report, as far as the JSON files show it. */
export const state: State = {
  run: {},
  sources: Object.fromEntries(
    report.sources.map(source => [
      source.id,
      {
        id: source.id,
        path: source.path,
        sha256: source.sha256,
        bytes: 1000,
        kind: source.kind,
        status: 'read',
        pageCount: source.pages,
        profile: {
          title: source.title,
          entity: 'Alder Rail',
          year: 2024,
          published: source.published,
          currency: 'USD',
        },
        failure: null,
      },
    ]),
  ),
  questions: {},
  candidates: {},
  findings: { [value.id]: value, [statement.id]: statement },
  coverage: {
    's-aaaaaaaaaaaa/3': {
      id: 's-aaaaaaaaaaaa/3',
      source: 's-aaaaaaaaaaaa',
      page: 3,
      what: 'page',
      status: 'skipped',
      failure: null,
      caption: '',
    },
  },
};
