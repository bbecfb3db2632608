import { InferenceSession, Tensor } from 'onnxruntime-node';
import { BugError } from '../errors.ts';

/** Numbers and the shape that they stand in, outermost first. */
export interface Numbers {
  readonly values: Float32Array | Int32Array;
  readonly shape: readonly number[];
}

/** A graph ready to run: the only door to onnxruntime. It blocks the process while it runs. */
export class Session implements AsyncDisposable {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  /** One thread, and no memory kept back between runs of different shapes. */
  static async open(path: string): Promise<Session> {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      enableCpuMemArena: false,
      enableMemPattern: false,
      logSeverityLevel: 3,
    });
    return new Session(session);
  }

  /** Runs a graph of one input. */
  async run({ values, shape }: Numbers): Promise<Readonly<Record<string, Numbers>>> {
    const input = this.#session.inputNames[0];
    if (input === undefined || !(values instanceof Float32Array))
      throw new BugError('A graph has one input.');
    const outputs = await this.#session.run({ [input]: new Tensor('float32', values, shape) });
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { data, dims }]) => [
        name,
        { values: data as Float32Array | Int32Array, shape: dims },
      ]),
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#session.release();
  }
}
