import type { Finding } from '../../src/domain/finding.ts';
import type { MetricRef, Question } from '../../src/domain/question.ts';
import type { SourceRecord, State } from '../../src/domain/state.ts';
import type { Period, Value } from '../../src/domain/value.ts';
import { contentId } from '../../src/lib/hash.ts';
import { EMPTY_STATE } from '../../src/lib/state.ts';

/** States made by hand: a company that doesn't exist, in reports that nobody wrote. */
export function stateOf(parts: {
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
  readonly sources?: readonly SourceRecord[];
}): State {
  const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
    Object.fromEntries(records.map(record => [record.id, record]));
  return {
    ...EMPTY_STATE,
    run: {
      'run-1': {
        id: 'run-1',
        title: 'Asked',
        asked: parts.questions.map(question => question.text),
        stop: 'done',
        reconciled: 0,
        notes: [],
        rejected: [],
      },
    },
    sources: byId(parts.sources ?? [source('s-1', 'Annual report')]),
    questions: byId(parts.questions.map(question => ({ ...question, status: 'done' as const, why: '' }))),
    findings: byId(parts.findings),
  };
}

export function source(id: string, title: string, entity = 'Acme'): SourceRecord {
  return {
    id,
    path: `reports/${id}.pdf`,
    sha256: id,
    bytes: 1,
    kind: 'pdf',
    status: 'read',
    pageCount: 10,
    profile: { title, entity, year: 2020, published: '2020-05', currency: 'USD' },
    failure: null,
  };
}

export function question(fields: Partial<Question> = {}): Question {
  return {
    id: 'q1',
    text: 'How did revenue develop?',
    topic: 'Revenue',
    metrics: [metric('revenue', 'Revenue')],
    entities: [],
    periods: [],
    aspects: ['level', 'trend'],
    terms: [],
    by: ['year'],
    ...fields,
  };
}

export function metric(id: string, name: string): MetricRef {
  return { id, name, phrases: [name.toLowerCase()], not: [], dimensions: ['money'] };
}

export function year(n: number): Period {
  return { label: String(n), kind: 'year', year: n };
}

/** Money in millions of dollars, of Acme, in a table of one source, unless said otherwise. */
export function valueFinding(
  amount: number,
  period: Period | null,
  { value = {}, ...fields }: Omit<Partial<Finding>, 'value'> & { readonly value?: Partial<Value> } = {},
): Finding {
  const full: Value = {
    amount,
    dimension: 'money',
    unit: 'USD',
    scale: 1e6,
    currency: 'USD',
    period,
    entity: 'Acme',
    metric: 'Revenue',
    printed: amount.toLocaleString('en-US'),
    qualifiers: [],
    how: 'cell',
    confidence: 0.95,
    ...value,
  };
  const id = contentId('f', { full, fields }, 10);
  return {
    id,
    question: 'q1',
    kind: 'value',
    claim: `${full.metric} was ${full.printed}.`,
    value: full,
    status: 'supported',
    confidence: 0.95,
    relevance: 0.95,
    evidence: [evidence(id, `${full.metric} | ${period?.label ?? ''}: ${full.printed}`)],
    against: [],
    reason: '',
    ...fields,
  };
}

export function statementFinding(claim: string, fields: Partial<Finding> = {}): Finding {
  const id = contentId('f', claim, 10);
  return {
    id,
    question: 'q1',
    kind: 'statement',
    claim,
    value: null,
    status: 'supported',
    confidence: 0.9,
    relevance: 0.8,
    evidence: [evidence(id, claim)],
    against: [],
    reason: '',
    ...fields,
  };
}

export function series(
  amounts: readonly number[],
  from: number,
  value: Partial<Value> = {},
): readonly Finding[] {
  return amounts.map((amount, i) => valueFinding(amount, year(from + i), { value }));
}

function evidence(finding: string, quote: string): Finding['evidence'][number] {
  return {
    id: contentId('e', finding, 10),
    source: 's-1',
    page: 3,
    box: [0.1, 0.1, 0.2, 0.02],
    route: 'text-layer',
    reading: 'r-1',
    quote,
  };
}
