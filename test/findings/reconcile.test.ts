import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { SourceRecord, State } from '../../src/domain/state.ts';
import { reconcile, weighFindings } from '../../src/findings/index.ts';
import { canonicalJson } from '../../src/lib/canonical-json.ts';
import { applyChange, EMPTY_STATE, invertDiff, put } from '../../src/lib/state.ts';
import { extract, page, question, REVENUE, reconciled, source, stateOf, table, text } from './pages.ts';

const ASKED = question([REVENUE], {
  terms: [
    { term: 'revenue', weight: 2 },
    { term: 'demand', weight: 1 },
  ],
});
const OLD = source('report-2016', { year: 2016 });
const NEW = source('report-2017', { year: 2017 });
const DECK = source('investor-day-2018', { year: 2018 });
const OTHER = source('study', { entity: '', year: 2017 });

function said(
  words: string,
  from: SourceRecord & { profile: NonNullable<SourceRecord['profile']> },
): Finding[] {
  return extract(ASKED, page(text(words)), from).filter(finding => finding.value !== null);
}

function stated(
  rows: readonly (readonly [string, string])[],
  from = NEW,
  scale = '(USD in millions)',
): Finding[] {
  return extract(ASKED, page(table(['', '2016'], rows, { note: scale })), from);
}

function summary(state: State): string[] {
  return Object.values(state.findings)
    .map(
      ({ value, status, evidence }) =>
        `${value ? value.amount * value.scale : 'statement'} ${status} ${evidence.length}`,
    )
    .sort();
}

type Case = readonly [name: string, findings: readonly Finding[], expected: readonly string[]];
const CASES: readonly Case[] = [
  [
    'the same value twice is one finding with both places',
    [...stated([['Net sales', '5,233']], OLD), ...stated([['Net sales', '5,233']])],
    ['5233000000 supported 2'],
  ],
  [
    'a rounded value joins the exact one',
    [...stated([['Net sales', '5,233']]), ...said('Revenue was $5.2 billion in 2016.', OLD)],
    ['5233000000 supported 2'],
  ],
  [
    'a year named after the one before it joins the year to that January',
    [
      ...said('Net sales were $5.23 billion in the year ended January 29, 2022.', NEW),
      ...said('Net sales were $5.2 billion in fiscal 2021.', NEW),
    ],
    ['5230000000 supported 2'],
  ],
  [
    'one of another value stays a year of its own',
    [
      ...said('Net sales were $5.23 billion in the year ended January 29, 2022.', NEW),
      ...said('Net sales were $4.5 billion in fiscal 2021.', NEW),
    ],
    ['4500000000 supported 1', '5230000000 supported 1'],
  ],
  [
    'a later edition supersedes an earlier one',
    [...stated([['Net sales', '5,233']], OLD), ...stated([['Net sales', '5,100']])],
    ['5100000000 supported 1', '5233000000 superseded 1'],
  ],
  [
    'another kind of document of the same organisation contests, however late it comes',
    [...stated([['Net sales', '5,233']], NEW), ...stated([['Net sales', '5,100']], DECK)],
    ['5100000000 contested 1', '5233000000 contested 1'],
  ],
  [
    'forecasts of several bodies stand beside each other',
    [
      ...ahead('6,000', source('study-a', { year: 2017 })),
      ...ahead('7,000', source('study-b', { year: 2017 })),
    ],
    ['6000000000 supported 1', '7000000000 supported 1'],
  ],
  [
    'what a document gives as reported before is superseded, with the older edition’s equal value',
    [...stated([['Net sales', '5,233']], OLD), ...restated(['Net sales', '5,233', '5,100'])],
    ['5100000000 supported 1', '5233000000 superseded 2'],
  ],
  [
    'an unnamed value joins the owner’s equal one',
    [...stated([['Net sales', '5,233']]), ...stated([['Net sales', '5,233']], OTHER)],
    ['5233000000 supported 2'],
  ],
  [
    'sources without a common publisher contest each other',
    [
      ...said('Acme’s revenue was $5.2 billion in 2016.', OTHER),
      ...said('Acme’s revenue was $6.1 billion in 2016.', source('other study', { entity: '' })),
    ].map(f => ({ ...f })),
    ['5200000000 contested 1', '6100000000 contested 1'],
  ],
  [
    'a segment does not contest the whole',
    [
      ...stated([
        ['Net sales', '5,233'],
        ['Net product sales', '4,000'],
      ]),
    ],
    ['4000000000 supported 1', '5233000000 supported 1'],
  ],
  [
    'within one document the better-founded reading stands',
    [...stated([['Net sales', '5,233']]), ...said('Revenue was $7.7 billion in 2016.', NEW)],
    ['5233000000 supported 1', '7700000000 retracted 1'],
  ],
  [
    'a thousandfold difference is a scale misread',
    [
      ...stated([['Net sales', '5,233']]),
      ...stated([['Net sales', '5,233']], source('b', { entity: 'Bolt' }), '(USD in thousands)').map(
        as('Acme'),
      ),
    ],
    ['5233000 retracted 1', '5233000000 supported 1'],
  ],
];

function as(entity: string): (finding: Finding) => Finding {
  return finding => ({ ...finding, relevance: 0.5, value: finding.value && { ...finding.value, entity } });
}

function ahead(amount: string, from: typeof NEW): Finding[] {
  return extract(
    ASKED,
    page(table(['', '2030'], [['Net sales', amount]], { note: '(USD in millions)' })),
    from,
  );
}

function restated(row: readonly [string, string, string]): Finding[] {
  const columns = ['', '2016 as previously reported', '2016 restated'];
  return extract(ASKED, page(table(columns, [row], { note: '(USD in millions)' })), NEW);
}

const SOURCES = [
  OLD,
  NEW,
  OTHER,
  DECK,
  source('study-a', { year: 2017 }),
  source('study-b', { year: 2017 }),
  source('other study', { entity: '' }),
  source('b', { entity: 'Bolt' }),
];

describe('weighing and reconciling', () => {
  it.each(CASES)('%s', (_, findings, expected) => {
    expect(summary(reconciled(stateOf(SOURCES, findings)))).toEqual(expected);
  });

  it('raises confidence with further evidence, and by another source more than by the same', () => {
    const one = stated([['Net sales', '5,233']], OLD);
    const confidence = (findings: readonly Finding[]) =>
      Object.values(stateOf(SOURCES, findings).findings)[0]?.confidence ?? 0;
    expect(confidence([...one, ...stated([['Net sales', '5,233']])])).toBeGreaterThan(confidence(one));
  });

  it('changes nothing where nothing new was found', () => {
    const findings = stated([['Net sales', '5,233']]);
    expect(weighFindings(stateOf(SOURCES, findings), findings)).toEqual({});
  });

  it('names both sides of a disagreement', () => {
    const state = reconciled(
      stateOf(SOURCES, CASES.find(([name]) => name.startsWith('sources without'))?.[1] ?? []),
    );
    const [first, second] = Object.values(state.findings);
    expect(first?.against).toEqual([second?.id]);
    expect(first?.reason).toContain('study.pdf, p. 1');
  });

  it('joins statements that say the same in other words', () => {
    const a = 'Revenue rose in 2017 because demand for cloud services was strong across all regions.';
    const b = 'In 2017 revenue rose, because demand for cloud services was strong across regions.';
    const found = [a, b].flatMap((words, i) => extract(ASKED, page(text(words)), [OLD, NEW][i]));
    const statements = Object.values(reconciled(stateOf(SOURCES, found)).findings).filter(
      finding => finding.kind === 'statement',
    );
    expect(statements.map(finding => finding.evidence.length)).toEqual([2]);
  });

  it('is undone by its inverse', () => {
    const state = stateOf(SOURCES, CASES[2]?.[1] ?? []);
    const diff = reconcile(state);
    expect(applyChange(applyChange(state, { diff }), { diff: invertDiff(diff) })).toEqual(state);
  });

  it('ends in the same state for every order of adding, however often it is reconciled at the end', () => {
    const all = CASES.flatMap(([, findings]) => findings);
    const opened = applyChange(EMPTY_STATE, { diff: put(EMPTY_STATE, 'sources', SOURCES) });
    const add = (state: State, finding: Finding) =>
      applyChange(state, { diff: weighFindings(state, [finding]) });
    const end = (order: readonly Finding[]) => canonicalJson(reconciled(order.reduce(add, opened)).findings);
    const expected = end(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), order => {
        expect(end(order)).toBe(expected);
      }),
      { numRuns: 50, seed: 7 },
    );
    const once = reconciled(all.reduce(add, opened));
    expect(canonicalJson(reconciled(once))).toBe(canonicalJson(once));
  });
});
