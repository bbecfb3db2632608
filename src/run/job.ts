import { resolve } from 'node:path';
import type { Brief, OutputFormat } from '../domain/brief.ts';
import type { RunEvent } from '../domain/event.ts';
import type { Report } from '../domain/report.ts';
import type { StopReason } from '../domain/state.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { unlessAborted } from '../lib/abort.ts';
import { refuseUnwritable, type Written, writeOutputs } from '../outputs/write.ts';
import { composeRun } from './compose.ts';
import { exitOf } from './exit-code.ts';
import type { Kit } from './kit.ts';
import type { Passwords } from './passwords.ts';
import { OUTPUT_FOLDERS, renderRun } from './render.ts';
import { type Outcome, research } from './research.ts';
import { withSession } from './session.ts';
import { loadTemplate } from './template.ts';
import { ENGINE_VERSION, READER_VERSION } from './versions.ts';

export interface JobOptions {
  readonly cwd: string;
  readonly store: string;
  readonly out: string;
  readonly format: readonly OutputFormat[];
  readonly workers: number;
  readonly wait: boolean;
  readonly strict: boolean;
  /** A report's outline of the user's own, as a file. */
  readonly template?: string | undefined;
  readonly passwords?: Passwords;
  readonly clock: () => number;
  readonly signal?: AbortSignal;
  readonly emit?: (event: RunEvent) => void;
}

export interface JobResult {
  readonly exit: ExitCode;
  readonly run: string;
  readonly stop: StopReason;
  readonly report: Report;
  /** The output folder, absolute, and what lies in it of this run. */
  readonly out: string;
  readonly files: readonly string[];
  /** Outputs that somebody had edited, and the name under which that copy is kept. */
  readonly kept: Written['kept'];
  readonly pagesRead: number;
}

/** Research a brief and write what came of it under `out`. */
export async function runJob(brief: Brief, options: JobOptions): Promise<JobResult> {
  const { cwd, clock, signal, strict, format } = options;
  const startedAt = clock();
  const out = resolve(cwd, options.out);
  const template =
    options.template === undefined ? undefined : await loadTemplate(resolve(cwd, options.template));
  await refuseUnwritable(out);
  return withSession({ ...options, store: resolve(cwd, options.store) }, async kit => {
    const previous = (await kit.store.runs()).toSorted((a, b) => b.updatedAt - a.updatedAt);
    const outcome = await research(brief, kit, signal);
    if (outcome.stop === 'interrupted') return unfinished(outcome, out, kit);
    const rendered = await unlessAborted(
      renderRun(outcome.state, kit, { formats: format, template }),
      signal,
    );
    if (!rendered) return unfinished(outcome, out, kit);
    const { report, files } = rendered;
    const earlier = previous.find(run => run.id !== outcome.run && run.title === brief.questions.join(' '));
    files.set('run.json', runJson({ outcome, brief, startedAt, previous: earlier?.id ?? null }, kit));
    const { kept } = await writeOutputs(out, files, { replaces: OUTPUT_FOLDERS });
    kit.emit({ type: 'written', path: out });
    const { run, stop, pagesRead } = outcome;
    return {
      exit: exitOf(report, { strict }),
      run,
      stop,
      report,
      out,
      files: [...files.keys()],
      kept,
      pagesRead,
    };
  });
}

/** An interrupted run leaves its log and nothing else: an earlier report isn't overwritten by half of one. */
async function unfinished(outcome: Outcome, out: string, kit: Kit): Promise<JobResult> {
  const { run, pagesRead } = outcome;
  const report = await composeRun(outcome.state, kit);
  return { exit: EXIT.interrupted, run, stop: 'interrupted', report, out, files: [], kept: [], pagesRead };
}

/** Clock, duration and cost stand here and nowhere else, so that every other file depends on brief and sources alone. */
function runJson(
  {
    outcome,
    brief,
    startedAt,
    previous,
  }: {
    readonly outcome: Outcome;
    readonly brief: Brief;
    readonly startedAt: number;
    readonly previous: string | null;
  },
  kit: Kit,
): string {
  const finishedAt = kit.clock();
  const record = {
    schema: 'dossier.run/1',
    run: outcome.run,
    previous,
    stop: outcome.stop,
    resumed: outcome.resumed,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    durationMs: finishedAt - startedAt,
    pagesRead: outcome.pagesRead,
    cost: kit.meter.cost,
    limits: brief.limits,
    reasoner: kit.reasoner.name,
    versions: { reader: READER_VERSION, engine: ENGINE_VERSION },
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
