import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./child.js', import.meta.url));
const BUILT = join(import.meta.dirname, '../../dist/store/index.js');

export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** Lines told so far. */
  readonly lines: readonly string[];
  /** Resolves when that many lines were told, or the process has ended. */
  told(count: number): Promise<void>;
  kill(): Promise<void>;
}

/** Starts `child.js`; `maxKiB` limits the size of the files that it may write. */
export function startChild(what: 'append' | 'hold', folder: string, maxKiB?: number): Child {
  if (!existsSync(BUILT)) throw new Error('Build first: npm run build');
  const limit = maxKiB === undefined ? '' : `ulimit -f ${maxKiB}; `;
  const process_ = spawn('bash', ['-c', `${limit}exec "$0" "$@"`, process.execPath, SCRIPT, what, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return follow(process_);
}

/** A fresh folder for one test, removed when it is disposed. */
export async function freshFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dossier-store-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

function follow(child: ChildProcess): Child {
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ended = once(reader, 'close');
  reader.on('line', line => lines.push(line));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    lines,
    kill,
    async told(count) {
      while (lines.length < count) {
        const closed = await Promise.race([once(reader, 'line').then(() => false), ended.then(() => true)]);
        if (closed) return;
      }
    },
    [Symbol.asyncDispose]: kill,
  };
}
