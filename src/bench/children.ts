import { readdirSync, readFileSync } from 'node:fs';

// All of this is read from /proc: systems without it have no children to be seen.

/** Bytes resident in the processes below this one at this moment; 0 where the system doesn't tell. */
export function childrenBytes(): number {
  return descendants(process.pid).reduce((sum, pid) => sum + residentBytes(pid), 0);
}

/** Milliseconds of processor that the processes below this one took so far; 0 where the system doesn't tell. */
export function childrenCpu(): number {
  return descendants(process.pid).reduce((sum, pid) => sum + cpuTicks(pid), 0) * TICK_MS;
}

/** Linux counts in hundredths of a second for every program. */
const TICK_MS = 10;

function cpuTicks(pid: number): number {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '';
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return user + system;
}

/** Every process below one. */
export function descendants(pid: number): readonly number[] {
  return childrenOf(pid).flatMap(child => [child, ...descendants(child)]);
}

function childrenOf(pid: number): readonly number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads.flatMap(thread => {
    const listed = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '';
    return listed.split(' ').filter(Boolean).map(Number);
  });
}

export function residentBytes(pid: number): number {
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
