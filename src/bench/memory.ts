import { readdirSync, readFileSync } from 'node:fs';

const INTERVAL_MS = 50;

export interface PeakMemory {
  /** Bytes resident in this process at its peak. */
  readonly process: number;
  /** The same of the largest child; null where the system doesn't tell. */
  readonly child: number | null;
  /** This process and all below it at one moment; null where the system doesn't tell. */
  readonly together: number | null;
}

/** Peak memory of this process and of those it starts while `work` runs, sampled from /proc. */
export async function watchMemory<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly memory: PeakMemory }> {
  const peak = { child: 0, together: 0 };
  const sample = () => {
    const below = descendants(process.pid).map(residentBytes);
    peak.child = Math.max(peak.child, ...below);
    peak.together = Math.max(
      peak.together,
      below.reduce((a, b) => a + b, process.memoryUsage.rss()),
    );
  };
  const timer = setInterval(sample, INTERVAL_MS);
  try {
    const result = await work();
    sample();
    const own = process.resourceUsage().maxRSS * 1024;
    const seen = peak.child > 0;
    return {
      result,
      memory: { process: own, child: seen ? peak.child : null, together: seen ? peak.together : null },
    };
  } finally {
    clearInterval(timer);
  }
}

function descendants(pid: number): readonly number[] {
  return childrenOf(pid).flatMap(child => [child, ...descendants(child)]);
}

function childrenOf(pid: number): readonly number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads.flatMap(thread => {
    const listed = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '';
    return listed.split(' ').filter(Boolean).map(Number);
  });
}

function residentBytes(pid: number): number {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

/** A process may end between being listed and being looked at. */
function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
