import { join } from 'node:path';
import { runJob } from '../run/job.ts';
import { renderAgain } from '../run/render-again.ts';
import { median, round } from './median.ts';
import { timed } from './timed.ts';

const WARM_ROUNDS = 3;

export interface JobSpeed {
  readonly question: string;
  /** Milliseconds: the whole job with nothing stored, again with everything stored, and rendering alone. */
  readonly cold: number;
  readonly warm: number;
  readonly render: number;
  readonly warmRatio: number;
}

export interface JobInput {
  readonly question: string;
  readonly sources: readonly string[];
  readonly folder: string;
  readonly cwd: string;
  readonly workers: number;
  readonly clock: () => number;
}

/** The whole job from question to report, evidence page and deck. */
export async function measureJob({ question, sources, folder, ...machine }: JobInput): Promise<JobSpeed> {
  const brief = { questions: [question], sources, reasoner: 'grounded', lang: 'en', limits: {} } as const;
  const place = { ...machine, store: join(folder, 'job-store'), format: ['md', 'pptx', 'html'] } as const;
  const run = () => runJob(brief, { ...place, out: join(folder, 'out'), wait: false, strict: false });
  const cold = (await timed(run)).ms;
  const warm = await repeat(run);
  const render = await repeat(() => renderAgain({ ...place, out: join(folder, 'again') }));
  return {
    question,
    cold: round(cold),
    warm: round(warm),
    render: round(render),
    warmRatio: round(warm / cold),
  };
}

async function repeat(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < WARM_ROUNDS; i++) times.push((await timed(work)).ms);
  return median(times);
}
