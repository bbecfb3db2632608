import type { Finding } from '../../src/domain/finding.ts';
import type { Aspect, MetricRef, Question } from '../../src/domain/question.ts';
import type { ChartReading, Reading, TableReading, TextReading, TextRole } from '../../src/domain/reading.ts';
import type { Profile, SourceRecord, State } from '../../src/domain/state.ts';
import type { StoredPage } from '../../src/domain/store.ts';
import { extractFindings, reconcile, weighFindings } from '../../src/findings/index.ts';
import { applyChange, EMPTY_STATE, put } from '../../src/lib/state.ts';

/** Hand-made pages, in the shape that perception gives. */

export const REVENUE: MetricRef = {
  id: 'revenue',
  name: 'Revenue',
  phrases: ['revenue', 'revenues', 'total revenue', 'net sales', 'total net sales', 'sales'],
  not: ['cost of sales', 'cost of revenue', 'deferred revenue', 'sales growth', 'sales and marketing'],
  dimensions: ['money'],
};
export const OPERATING_INCOME: MetricRef = {
  id: 'operating-income',
  name: 'Operating income',
  phrases: ['operating income', 'income from operations', 'operating profit'],
  not: ['non-operating income'],
  dimensions: ['money'],
};
export const CAPEX: MetricRef = {
  id: 'capex',
  name: 'Capital expenditure',
  phrases: [
    'capital expenditure',
    'capital expenditures',
    'purchases of property and equipment',
    'additions to property and equipment',
  ],
  not: [],
  dimensions: ['money'],
};
export const SCOPE_1: MetricRef = {
  id: 'ghg-scope-1',
  name: 'Scope 1 emissions',
  phrases: ['scope 1', 'scope 1 emissions'],
  not: ['scope 1 and 2'],
  dimensions: ['mass'],
};
export const SCOPE_2: MetricRef = {
  id: 'ghg-scope-2',
  name: 'Scope 2 emissions',
  phrases: ['scope 2', 'scope 2 emissions'],
  not: ['scope 1 and 2'],
  dimensions: ['mass'],
};

export function question(metrics: readonly MetricRef[], more: Partial<Question> = {}): Question {
  const aspects: readonly Aspect[] = ['level', 'trend'];
  return {
    id: 'q1',
    text: '',
    topic: '',
    metrics,
    entities: [],
    periods: [],
    aspects,
    terms: [],
    by: [],
    ...more,
  };
}

const PLACED = {
  page: 1,
  box: [0.1, 0.1, 0.8, 0.2],
  order: 0,
  route: 'text-layer',
  confidence: 0.97,
  section: [],
} as const;

export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  more: Partial<TableReading> = {},
): TableReading {
  const boxes = rows.map((row, r) => row.map((_, c) => [c / 10, r / 50, 0.1, 0.02] as const));
  return { ...PLACED, id: 'r-table', kind: 'table', title: '', note: '', columns, rows, boxes, ...more };
}

export function text(
  words: string,
  role: TextRole = 'paragraph',
  more: Partial<TextReading> = {},
): TextReading {
  const lines = [{ at: 0, box: PLACED.box }];
  return { ...PLACED, id: `r-${words.length}`, kind: 'text', role, text: words, lines, ...more };
}

export function chart(points: ChartReading['points'], more: Partial<ChartReading> = {}): ChartReading {
  const series = [...new Set(points.map(point => point.series))];
  const xs = [...new Set(points.map(point => point.x))];
  const rows = xs.map(x => [
    x,
    ...series.map(s => String(points.find(p => p.x === x && p.series === s)?.y ?? '')),
  ]);
  const body = { columns: ['', ...series], rows };
  return {
    ...PLACED,
    id: 'r-chart',
    kind: 'chart',
    chart: 'column',
    title: '',
    xTitle: '',
    yTitle: '',
    unit: '',
    table: body,
    points,
    ...more,
  };
}

export function page(...readings: readonly Reading[]): StoredPage {
  return {
    page: 1,
    label: '',
    width: 612,
    height: 792,
    readings: readings.map((reading, order) => ({ ...reading, order })),
  };
}

export function source(
  name: string,
  profile: Partial<Profile> = {},
): SourceRecord & { readonly profile: Profile } {
  const full: Profile = {
    title: name,
    entity: 'Acme',
    year: 2017,
    published: '',
    currency: 'USD',
    ...profile,
  };
  const file = { id: `s-${name}`, path: `${name}.pdf`, sha256: name, bytes: 1, kind: 'pdf' } as const;
  return { ...file, status: 'read', pageCount: 1, profile: full, failure: null };
}

export function extract(asked: Question, stored: StoredPage, from = source('a')): Finding[] {
  return extractFindings(asked, { source: from, profile: from.profile, page: stored });
}

/** One line a value: what was found, as a reader would check it. */
export function lines(findings: readonly Finding[]): string[] {
  return findings
    .flatMap(({ value }) => (value ? [value] : []))
    .map(({ metric, qualifiers, period, amount, scale, unit }) =>
      [
        metric,
        ...qualifiers.map(word => `[${word}]`),
        period?.label ?? '-',
        Number((amount * scale).toPrecision(12)),
        unit,
      ].join(' '),
    );
}

export function stateOf(sources: readonly SourceRecord[], findings: readonly Finding[]): State {
  const opened = applyChange(EMPTY_STATE, { diff: put(EMPTY_STATE, 'sources', sources) });
  return applyChange(opened, { diff: weighFindings(opened, findings) });
}

export function reconciled(state: State): State {
  return applyChange(state, { diff: reconcile(state) });
}
