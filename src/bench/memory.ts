import { descendants, residentBytes } from './children.ts';

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
