import { join, relative } from 'node:path';
import type { Report } from '../../domain/report.ts';
import { UsageError } from '../../errors.ts';
import { counted } from '../../lib/counted.ts';
import { type JobResult, runJob } from '../../run/job.ts';
import { briefOf } from '../brief.ts';
import type { Execute } from '../invocation.ts';
import { passwordsOf } from '../passwords.ts';
import { printable } from '../terminal.ts';
import { keptWarnings } from '../text/kept.ts';
import { watchRun } from '../ui/watch.ts';

/** `dossier run`: the whole job. */
export const execute: Execute = async ({ args, brief, options, settings, terminal }) => {
  const asked = briefOf({ args, brief, settings, terminal });
  if (asked.sources.length === 0)
    throw new UsageError('No sources were named.', { hint: 'dossier run "question" ./documents' });
  const watcher = await watchRun(terminal, {
    quiet: Boolean(options.quiet) || Boolean(options.json && !terminal.interactive),
    ndjson: Boolean(options.ndjson),
    verbose: Boolean(options.verbose),
  });
  try {
    const job = await runJob(asked, {
      ...settings,
      ...passwordsOf({ settings, terminal }),
      cwd: terminal.cwd,
      clock: terminal.clock,
      signal: terminal.signal,
      emit: watcher.emit,
    });
    return {
      exit: job.exit,
      schema: 'dossier.run-result/1',
      text: summary(job, terminal.cwd),
      data: {
        run: job.run,
        stop: job.stop,
        out: job.out,
        files: job.files,
        answer: job.report.answer.map(({ text }) => text),
        ...counts(job.report),
        pagesRead: job.pagesRead,
      },
      warnings: warningsOf(job),
    };
  } finally {
    watcher.close();
  }
};

function summary({ report, out, stop, files }: JobResult, cwd: string): string {
  if (stop === 'interrupted') return '';
  const answer = report.answer.map(({ text }) => text).join('\n');
  const main = ['report.md', 'report.html', 'deck.pptx', 'findings.json'].filter(name =>
    files.includes(name),
  );
  const paths = main.map(name => relative(cwd, join(out, name)) || name);
  const resume = LIMITS.has(stop)
    ? ['', `Stopped at the limit on ${stop}; the same command takes it up again.`]
    : [];
  return printable([answer, '', ...paths, ...resume].join('\n'));
}

function counts({ findingCount, open, coverage, rejected }: Report) {
  return {
    findings: findingCount,
    open: open.length,
    sources: {
      read: coverage.filter(line => !line.failure).length,
      unread: coverage.filter(line => line.failure).length + rejected.length,
    },
  };
}

const LIMITS: ReadonlySet<string> = new Set(['time', 'pages', 'cost']);

const INTERRUPTED =
  'interrupted; no report was written. The same command takes it up again, and dossier report writes what is known so far.';

function warningsOf({ report, stop, kept }: JobResult): readonly string[] {
  if (stop === 'interrupted') return [INTERRUPTED];
  const failed = report.coverage
    .filter(line => line.failure)
    .map(line => `${line.path} was not read: ${line.failure?.message}`);
  const rejected = report.rejected.map(({ path, failure }) => `${path} was not read: ${failure.message}`);
  const figures = report.coverage.reduce((sum, line) => sum + line.unreadFigures.length, 0);
  return [
    ...failed,
    ...rejected,
    ...keptWarnings(kept),
    ...(figures > 0
      ? [
          `${counted(figures, 'figure')} ${figures === 1 ? 'was' : 'were'} met but not read; the coverage ledger says why.`,
        ]
      : []),
  ];
}
