import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Preload it with `--import` to deny a process every way out to a network. */
export const NO_NETWORK = fileURLToPath(new URL('./no-network.mjs', import.meta.url));
const BIN = `${ROOT}bin/dossier.js`;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** SIGKILL so many milliseconds after the start; what the process started has to end by itself. */
  readonly killAfterMs?: number;
  /** Put before the command, such as `unshare -n`. */
  readonly wrap?: readonly string[];
}

/** Runs the built command line as a user does. */
export function dossier(args: readonly string[], options: RunOptions): Promise<Ended> {
  return start([process.execPath, BIN, ...args], options);
}

export function start(command: readonly string[], options: RunOptions): Promise<Ended> {
  const [program, ...args] = [...(options.wrap ?? []), ...command] as [string, ...string[]];
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', CI: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', chunk => {
    text.stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    text.stderr += chunk;
  });
  const { killAfterMs } = options;
  const killer = killAfterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (killer !== null) clearTimeout(killer);
      resolve({ code, signal, ...text, ms: performance.now() - started });
    });
  });
}
