import type { RunEvent } from '../../domain/event.ts';
import { counted } from '../../lib/counted.ts';
import { formatDuration } from '../../lib/duration.ts';

/** What a watcher of a run wants to see, folded from its events. */
export interface Progress {
  readonly title: string;
  readonly sources: { readonly all: number; readonly read: number; readonly failed: number };
  readonly pages: number;
  readonly questions: readonly {
    readonly id: string;
    readonly topic: string;
    readonly pages: number;
    readonly findings: number;
  }[];
  /** What is being looked at now, or was last. */
  readonly current: string;
  /** Newest last. */
  readonly recent: readonly { readonly id: string; readonly claim: string }[];
  readonly findings: number;
  readonly done: number;
  readonly left: number;
  readonly elapsedMs: number;
}

export const NO_PROGRESS: Progress = {
  title: '',
  sources: { all: 0, read: 0, failed: 0 },
  pages: 0,
  questions: [],
  current: 'looking at the sources',
  recent: [],
  findings: 0,
  done: 0,
  left: 0,
  elapsedMs: 0,
};

const RECENT = 5;

/** Progress after an event. */
export function follow(progress: Progress, event: RunEvent): Progress {
  const take = FOLLOWERS[event.type] as (progress: Progress, event: RunEvent) => Progress;
  return take(progress, event);
}

type Followers = {
  readonly [K in RunEvent['type']]: (progress: Progress, event: Extract<RunEvent, { type: K }>) => Progress;
};

const FOLLOWERS: Followers = {
  'run-started': (progress, { title, sources }) => ({
    ...progress,
    title,
    sources: { ...progress.sources, all: sources },
  }),
  planned: (progress, { questions }) => ({
    ...progress,
    questions: questions.map(question => ({ ...question, pages: 0, findings: 0 })),
  }),
  opening: (progress, { path }) => ({ ...progress, current: path }),
  'source-read': (progress, { path, pages }) => ({
    ...progress,
    sources: { ...progress.sources, read: progress.sources.read + 1 },
    pages: progress.pages + pages,
    current: path,
  }),
  'source-failed': (progress, { path, code }) => ({
    ...progress,
    sources: { ...progress.sources, failed: progress.sources.failed + 1 },
    current: `${path}: not read (${code})`,
  }),
  reading: (progress, { question, path, page }) => ({
    ...progress,
    current: `${path}, page ${page}`,
    questions: progress.questions.map(item =>
      item.id === question ? { ...item, pages: item.pages + 1 } : item,
    ),
  }),
  finding: (progress, { finding }) => ({
    ...progress,
    findings: progress.findings + 1,
    recent: [...progress.recent, { id: finding.id, claim: finding.claim }].slice(-RECENT),
    questions: progress.questions.map(item =>
      item.id === finding.question ? { ...item, findings: item.findings + 1 } : item,
    ),
  }),
  progress: (progress, { done, left, elapsedMs }) => ({ ...progress, done, left, elapsedMs }),
  stopped: (progress, { reason }) => ({
    ...progress,
    left: 0,
    current: reason === 'done' ? 'writing' : `stopped: ${reason}`,
  }),
  written: (progress, { path }) => ({ ...progress, current: `wrote ${path}` }),
};

/** Time left at the pace so far; '' while there is too little to go by. */
export function timeLeft({ done, left, elapsedMs }: Progress): string {
  return done < 2 || left === 0 ? '' : `about ${formatDuration((elapsedMs / done) * left)} left`;
}

/** Progress in one plain line. */
export function progressLine(progress: Progress): string {
  const { sources, pages, findings, current } = progress;
  const parts = [
    `${sources.read + sources.failed} of ${counted(sources.all, 'source')}`,
    counted(pages, 'page'),
    counted(findings, 'finding'),
    current,
    timeLeft(progress),
  ];
  return parts.filter(Boolean).join(' · ');
}
