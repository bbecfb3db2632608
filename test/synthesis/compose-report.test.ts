import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Report } from '../../src/domain/report.ts';
import type { State } from '../../src/domain/state.ts';
import { grounded, loadVocabulary, type Reasoner } from '../../src/reasoning/index.ts';
import { checkReport, composeReport, toDeck } from '../../src/synthesis/index.ts';
import { metric, question, series, source, statementFinding, stateOf, valueFinding, year } from './states.ts';

let reasoner: Reasoner;
beforeAll(async () => {
  reasoner = grounded(await loadVocabulary());
});

const compose = (state: State) => composeReport({ state, reasoner });
const texts = (report: Report) =>
  [...report.answer, ...report.keyFindings].map(({ text }) => text).join('\n');

/** Revenue over five years with two segments, income of two of them, a reason, a restatement and a contradiction. */
function fullState(): State {
  const questions = [
    question({ aspects: ['level', 'trend', 'cause'] }),
    question({
      id: 'q2',
      topic: 'Operating income',
      metrics: [metric('operating-income', 'Operating income')],
      text: 'What was operating income?',
    }),
    question({
      id: 'q3',
      topic: 'Water use',
      metrics: [metric('water', 'Water use')],
      text: 'How much water was used?',
    }),
  ];
  const revenue = series([100, 120, 150, 180, 230], 2015);
  const parts = ['North', 'South', 'East'].flatMap((scope, i) =>
    [60 - i * 20, 115 - i * 40].map((amount, j) =>
      valueFinding(amount, year(2018 + j), { relevance: 0.8, value: { qualifiers: [scope] } }),
    ),
  );
  const income = series([20, 23], 2018, { metric: 'Operating income' }).map(finding => ({
    ...finding,
    question: 'q2',
  }));
  const older = valueFinding(149, year(2017), { status: 'superseded', against: [revenue[2]!.id] });
  const other = valueFinding(24, year(2019), {
    question: 'q2',
    status: 'contested',
    value: { metric: 'Operating income' },
  });
  const contested: Finding = { ...income[1]!, status: 'contested', against: [other.id] };
  const findings = [
    ...revenue,
    ...parts,
    income[0]!,
    contested,
    { ...other, against: [contested.id], evidence: other.evidence.map(item => ({ ...item, source: 's-2' })) },
    older,
    statementFinding('Revenue rose 28% in 2019, driven by the opening of twelve new forges in the north.'),
  ];
  return stateOf({
    questions,
    findings,
    sources: [source('s-1', 'Annual report'), source('s-2', 'Fact book')],
  });
}

describe('a report', () => {
  test('answers first, strongest first, and says what stays open', () => {
    const { answer, open } = compose(fullState());
    expect(answer[0]?.text).toMatch(/^Acme's revenue .*\$100 million in 2015.*\$230 million in 2019/);
    expect(answer.map(({ text }) => text).join(' ')).toMatch(
      /No answer was found on water use \(“How much water was used\?”\)/,
    );
    expect(open[0]?.text).toMatch(
      /No answer on water use \(“How much water was used\?”\) was found in the 2 sources/,
    );
  });

  test('names its findings and cites every one that it shows', () => {
    const state = fullState();
    const report = compose(state);
    expect(checkReport(report, state)).toEqual([]);
    const cited = new Set(report.citations.map(({ id }) => id));
    for (const sentence of [...report.answer, ...report.keyFindings]) {
      for (const id of sentence.citations) expect(cited).toContain(id);
    }
  });

  test('says nothing twice between answer and key findings while there is more to say', () => {
    const { answer, keyFindings } = compose(fullState());
    const told = answer.map(({ text }) => text);
    const repeated = keyFindings.filter(({ text }) => told.includes(text));
    expect(repeated.length).toBeLessThan(keyFindings.length);
    expect(new Set(keyFindings.map(({ text }) => text)).size).toBe(keyFindings.length);
  });

  test('has a section for each question that has more to say or is open, with chart and table where there is a shape', () => {
    const { sections } = compose(fullState());
    expect(sections.map(({ id }) => id)).toEqual(['q1', 'q3']);
    expect(sections[0]?.blocks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['paragraph', 'chart', 'table']),
    );
    expect(sections[1]?.blocks).toEqual([]);
  });

  test('tells disagreements and restatements with the names of their sources', () => {
    const said = compose(fullState())
      .disagreements.map(({ text }) => text)
      .join('\n');
    expect(said).toMatch(
      /Annual report.*\(p\. 3\) puts Acme's operating income in 2019 at \$\d+ million, .*Fact book.*\(p\. 3\) at \$\d+ million; the first is used here|Fact book.*\(p\. 3\) puts .* Annual report.*\(p\. 3\) at \$\d+ million; the first is used here/,
    );
    expect(said).toMatch(/restated from \$149 million to \$150 million/);
  });

  test('keeps restated values out of series', () => {
    expect(texts(compose(fullState()))).not.toMatch(/\$149 million/);
  });

  test('lists an unread figure in its ledger', () => {
    const state = fullState();
    const failure = { code: 'needs_lens', message: 'A picture.' };
    const record = {
      id: 's-1/2/r-9',
      source: 's-1',
      page: 2,
      what: 'figure' as const,
      status: 'skipped' as const,
      failure,
      caption: 'Figure 1',
    };
    const [line] = compose({ ...state, coverage: { [record.id]: record } }).coverage;
    expect(line?.unreadFigures).toEqual([{ page: 2, caption: 'Figure 1', failure }]);
  });

  test('is the same for the same state', () => {
    expect(JSON.stringify(compose(fullState()))).toBe(JSON.stringify(compose(fullState())));
  });

  test('of nothing is still a report', () => {
    const report = compose(stateOf({ questions: [question()], findings: [] }));
    expect(report.keyFindings).toEqual([]);
    expect(report.answer[0]?.text).toMatch(/^No answer was found on revenue \(“How did revenue develop\?”\)/);
  });

  test('a total that its parts outgrow is not told', () => {
    const parts = ['North', 'South', 'East'].map(scope =>
      valueFinding(400, year(2019), { value: { qualifiers: [scope] } }),
    );
    const findings = [valueFinding(900, year(2018)), valueFinding(11, year(2019)), ...parts];
    expect(texts(compose(stateOf({ questions: [question()], findings })))).not.toMatch(/\$11 million/);
  });
});

test('no number in any sentence is a stranger to its findings, whatever the values', () => {
  const amount = fc.integer({ min: -5_000, max: 400_000 });
  const amounts = fc.array(amount, { minLength: 1, maxLength: 8 });
  const scale = fc.constantFrom(1e3, 1e6, 1e9);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(amounts, scale, fc.constantFrom('Apex', 'Bolt', 'Coil')), {
        minLength: 1,
        maxLength: 4,
      }),
      rows => {
        const findings = rows.flatMap(([list, by, entity]) => series(list, 2010, { scale: by, entity }));
        const unique = [
          ...new Map(
            findings.map(finding => [`${finding.value?.entity} ${finding.value?.period?.label}`, finding]),
          ).values(),
        ];
        const state = stateOf({
          questions: [question({ aspects: ['level', 'trend', 'comparison'] })],
          findings: unique,
        });
        expect(checkReport(compose(state), state)).toEqual([]);
        expect(() => toDeck(compose(state), state)).not.toThrow();
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});
