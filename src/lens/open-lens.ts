import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Marks } from '../domain/mark.ts';
import type { LineText, Sight, VisionModel } from '../domain/vision.ts';
import { ModelError } from '../errors.ts';
import { loadWeights, readerPath } from './manifest.ts';
import type { Answer, Request } from './messages.ts';

interface LensOptions {
  /** Children that work side by side; each uses one core. */
  readonly processes?: number;
  /** Another folder of weights than the shipped one. */
  readonly folder?: string;
}

/** A picture that takes longer is given up. */
const PATIENCE_MS = 120_000;

/**
 * The embedded vision model, in child processes that are started when they are needed and end with the program.
 * @throws ModelError where the weights are missing or their bytes changed
 */
export async function openLens({ processes = 2, folder }: LensOptions = {}): Promise<VisionModel> {
  const weights = await loadWeights(folder);
  await readerPath(weights);
  const children = new Children(processes, weights.folder);
  return {
    name: weights.manifest.name,
    see: picture => children.ask({ type: 'see', picture }).then(sightOf),
    read: (picture, lines) => children.ask({ type: 'read', picture, lines }).then(textsOf),
    marks: picture => children.ask({ type: 'marks', picture }).then(marksOf),
    [Symbol.asyncDispose]: async () => children.end(),
  };
}

function sightOf(answer: Answer): Sight {
  if (answer.type === 'seen') return answer.sight;
  throw refusal(answer);
}

function marksOf(answer: Answer): Marks | null {
  if (answer.type === 'marked') return answer.marks;
  throw refusal(answer);
}

function textsOf(answer: Answer): readonly LineText[] {
  if (answer.type === 'read') return answer.texts;
  throw refusal(answer);
}

function refusal(answer: Answer): ModelError {
  const message = answer.type === 'failed' ? answer.message : `it answered ${answer.type}`;
  return new ModelError(`The picture could not be looked at: ${message}`);
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
}

/** Hands each request to an idle child. One that dies answers its request as failed and is replaced. */
class Children {
  readonly #most: number;
  readonly #folder: string;
  readonly #idle: ChildProcess[] = [];
  readonly #busy = new Set<ChildProcess>();
  readonly #queue: Waiting[] = [];
  #ended = false;

  constructor(most: number, folder: string) {
    this.#most = Math.max(1, most);
    this.#folder = folder;
  }

  ask(request: Request): Promise<Answer> {
    if (this.#ended) return Promise.resolve({ type: 'failed', message: 'the model was closed' });
    return new Promise(resolve => {
      this.#queue.push({ request, resolve });
      this.#assign();
    });
  }

  end(): void {
    this.#ended = true;
    for (const { resolve } of this.#queue.splice(0))
      resolve({ type: 'failed', message: 'the model was closed' });
    for (const child of [...this.#idle.splice(0), ...this.#busy]) child.kill('SIGKILL');
  }

  #assign(): void {
    while (this.#queue.length > 0 && (this.#idle.length > 0 || this.#busy.size < this.#most)) {
      const { request, resolve } = this.#queue.shift() as Waiting;
      void this.#give(this.#idle.pop() ?? start(this.#folder), request).then(resolve);
    }
  }

  async #give(child: ChildProcess, request: Request): Promise<Answer> {
    this.#busy.add(child);
    holdOpen(child, true);
    const answer = await exchange(child, request);
    this.#busy.delete(child);
    if (child.connected && !this.#ended) {
      holdOpen(child, false);
      this.#idle.push(child);
    }
    this.#assign();
    return answer;
  }
}

function start(folder: string): ChildProcess {
  const child = spawn(process.execPath, [childPath()], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: { LENS_WEIGHTS: folder },
  });
  child.on('error', () => undefined);
  return child;
}

/** Sources run by a transpiler have no child beside them that plain Node could run: the built one is taken. */
function childPath(): string {
  const here = fileURLToPath(import.meta.url);
  const built = here.endsWith('.ts') ? here.replace(/([\\/])src([\\/]lens[\\/])/, '$1dist$2') : here;
  return built.replace(/open-lens\.[jt]s$/, 'child.js');
}

function exchange(child: ChildProcess, request: Request): Promise<Answer> {
  return new Promise(resolve => {
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      child.off('message', finish).off('close', mourn).off('error', mourn);
      resolve(answer);
    };
    const mourn = () => finish({ type: 'failed', message: 'the process that held the model ended' });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.on('message', finish).on('close', mourn).on('error', mourn);
    if (child.connected) child.send(request, error => error && mourn());
    else mourn();
  });
}

/** An idle child must not keep the program from ending. */
function holdOpen(child: ChildProcess, hold: boolean): void {
  const act = hold ? 'ref' : 'unref';
  child[act]();
  child.channel?.[act]();
}
