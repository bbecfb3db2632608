import { resolve } from 'node:path';
import { EXIT } from '../../errors.ts';
import { type Evaluation, evaluate, FLOORS, type ScoreGroup, type SuiteResult } from '../../eval/index.ts';
import { formatDuration } from '../../lib/duration.ts';
import { groupBy } from '../../lib/group.ts';
import type { Execute } from '../invocation.ts';
import { printable } from '../terminal.ts';

/** `dossier eval`: every stage's scores on gold data; with `--floors` exit 6 when one fell. */
export const execute: Execute = async ({ options, settings, terminal }) => {
  const { cwd, env, clock, signal, err } = terminal;
  const data = env.DOSSIER_DATA;
  const quiet = Boolean(options.quiet) || Boolean(options.json);
  const evaluation = await evaluate({
    cwd,
    clock,
    signal,
    workers: settings.workers,
    ...(data ? { data: resolve(cwd, data) } : {}),
    ...(options.suite === undefined ? {} : { suite: String(options.suite) }),
    onSuite: suite => {
      if (!quiet) err(`${suite.name}: ${suite.status === 'scored' ? formatDuration(suite.ms) : 'skipped'}\n`);
    },
  });
  const fell = options.floors ? evaluation.fallen : [];
  const exit = signal.aborted ? EXIT.interrupted : fell.length > 0 ? EXIT.gate : EXIT.done;
  return {
    exit,
    schema: 'dossier.eval/1',
    text: printable(evaluationText({ ...evaluation, fallen: fell })),
    data: { floors: FLOORS, ...evaluation },
  };
};

function evaluationText({ suites, fallen }: Evaluation): string {
  return [
    ...suites.flatMap(suiteLines),
    ...fallen.map(
      ({ suite, score, value, floor }) =>
        `FELL  ${suite} ${score}: ${percent(value)} is under its floor of ${percent(floor)}`,
    ),
  ].join('\n');
}

/** Characters of the longest score's name, and a space. */
const NAME = 24;

function suiteLines(suite: SuiteResult): readonly string[] {
  if (suite.status === 'skipped') return [`${suite.name}: skipped, ${suite.why}`];
  const rows = Object.entries(suite.scores).map(([score, value]) => {
    const floor = FLOORS[suite.name]?.[score];
    return `  ${score.padEnd(NAME)}${percent(value).padStart(8)}${floor === undefined ? '' : `   floor ${percent(floor)}`}`;
  });
  const notes = suite.notes?.map(note => `  ${note}`) ?? [];
  return [
    `${suite.name} (n = ${suite.n}): ${suite.about}`,
    ...rows,
    ...groupLines(suite.groups ?? []),
    ...notes,
  ];
}

/** A table for each way of grouping: a row a group, a column a score. */
function groupLines(groups: readonly ScoreGroup[]): readonly string[] {
  return [...groupBy(groups, ({ by }) => by)].flatMap(([by, own]) => {
    const columns = [...new Set(own.flatMap(({ scores }) => Object.keys(scores)))];
    const cell = (text: string) => text.padStart(15);
    const heads = `  by ${by}`.padEnd(24) + ['n', ...columns].map(cell).join('');
    const lines = own.map(({ name, n, scores }) => {
      const values = columns.map(column => (scores[column] === undefined ? '' : percent(scores[column])));
      return `    ${name}`.padEnd(24) + [String(n), ...values].map(cell).join('');
    });
    return [heads, ...lines];
  });
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
