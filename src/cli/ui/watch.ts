import type { RunEvent } from '../../domain/event.ts';
import { counted } from '../../lib/counted.ts';
import { printable, type Terminal } from '../terminal.ts';
import { follow, NO_PROGRESS, progressLine } from './progress.ts';
import type { Watcher } from './watcher.ts';

export interface WatchOptions {
  readonly quiet: boolean;
  readonly ndjson: boolean;
  readonly verbose: boolean;
}

/** The right watcher for this terminal; the drawn view (and ink with it) is loaded only where there is one to draw on. */
export async function watchRun(terminal: Terminal, options: WatchOptions): Promise<Watcher> {
  if (options.ndjson) return ndjsonWatcher(terminal);
  if (options.quiet) return { emit: () => undefined, close: () => undefined };
  if (!terminal.interactive || options.verbose) return plainWatcher(terminal, options.verbose);
  const { liveWatcher } = await import('./live.tsx');
  return liveWatcher(terminal);
}

/** `{v, ts, seq, run, type, …}`, one event a line on stdout. */
function ndjsonWatcher({ out, clock }: Terminal): Watcher {
  let seq = 0;
  let run = '';
  return {
    emit: event => {
      if (event.type === 'run-started') run = event.run;
      out(`${JSON.stringify({ v: 1, ts: new Date(clock()).toISOString(), seq: ++seq, run, ...event })}\n`);
    },
    close: () => undefined,
  };
}

const PLAIN_INTERVAL_MS = 10_000;
const MILESTONES: ReadonlySet<RunEvent['type']> = new Set([
  'run-started',
  'planned',
  'source-failed',
  'stopped',
]);

/** A line per change of state, at most every ten seconds; failures and milestones at once. */
function plainWatcher({ err, clock }: Terminal, verbose: boolean): Watcher {
  let progress = NO_PROGRESS;
  let lastAt = clock();
  return {
    emit: event => {
      progress = follow(progress, event);
      const due = clock() - lastAt >= PLAIN_INTERVAL_MS;
      if (!due && !MILESTONES.has(event.type) && !(verbose && event.type !== 'progress')) return;
      lastAt = clock();
      err(`${printable(describe(event) ?? progressLine(progress))}\n`);
    },
    close: () => undefined,
  };
}

function describe(event: RunEvent): string | null {
  if (event.type === 'run-started') {
    const what = `${event.run} over ${counted(event.sources, 'source')}`;
    if (event.done) return `Writing out ${what}, which is known already`;
    return `${event.resumed ? 'Resuming' : 'Starting'} ${what}`;
  }
  if (event.type === 'planned') return `Plan: ${event.questions.map(question => question.topic).join('; ')}`;
  if (event.type === 'source-failed') return `Not read: ${event.path} (${event.code}): ${event.message}`;
  if (event.type === 'finding') return `Found: ${event.finding.claim}`;
  return null;
}
