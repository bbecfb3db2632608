import { type ChildProcess, spawn } from 'node:child_process';
import { attempt } from './attempt.ts';
import { commandLine } from './command-line.ts';
import type { DocumentLimits } from './limits.ts';
import type { Attempt, Request } from './messages.ts';

/** Characters of a child's last words kept for its failure message. */
const LAST_WORDS = 2_000;

/**
 * One child process that reads untrusted files, one request at a time: no environment, a data limit where the
 * system can enforce one, silent, and gone when its parent is.
 */
export class Worker {
  /** The file it worked on last: its backend may still hold it open. */
  lastPath = '';
  /** Requests taken so far. */
  taken = 0;
  readonly #child: ChildProcess;
  readonly #limits: DocumentLimits;
  #alive = true;
  #lastWords = '';

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
    const [program, args] = commandLine(limits.dataBytes);
    this.#child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: {},
    });
    this.#child.stderr?.on('data', chunk => {
      this.#lastWords = (this.#lastWords + String(chunk)).slice(-LAST_WORDS);
    });
    this.#child.on('error', error => {
      this.#lastWords += String(error);
      this.#alive = false;
    });
    this.#child.on('exit', () => {
      this.#alive = false;
    });
    this.#holdProgramOpen(false);
  }

  get alive(): boolean {
    return this.#alive && this.#child.connected;
  }

  /** Never rejects: a child that dies or overruns its deadline ends the attempt as `died`. */
  async run(request: Request): Promise<Attempt> {
    this.taken++;
    this.lastPath = request.path;
    this.#lastWords = '';
    this.#holdProgramOpen(true);
    const ended = await attempt(this.#child, request, this.#limits, () => this.#lastWords.trim());
    if (this.alive) this.#holdProgramOpen(false);
    return ended;
  }

  kill(): void {
    this.#alive = false;
    this.#child.kill('SIGKILL');
  }

  /** An idle child must not keep the program from ending. */
  #holdProgramOpen(hold: boolean): void {
    const act = hold ? 'ref' : 'unref';
    this.#child[act]();
    this.#child.channel?.[act]();
    (this.#child.stderr as { ref?(): void; unref?(): void } | null)?.[act]?.();
  }
}
