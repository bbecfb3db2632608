import type { LinePlace, LineText, Sight } from '../domain/vision.ts';
import type { Vocabulary } from './decode.ts';
import { readerPath, type Weights } from './manifest.ts';
import { decodePicture } from './picture.ts';
import { placedStrip } from './place.ts';
import { readStrips } from './reader.ts';
import { seePicture } from './see.ts';
import { Session } from './session.ts';
import type { Strip } from './strip.ts';

/** The model itself, in this process: it blocks while it works. `openLens` keeps it in children. */
export class Lens implements AsyncDisposable {
  readonly #session: Session;
  readonly #vocabulary: Vocabulary;

  private constructor(session: Session, vocabulary: Vocabulary) {
    this.#session = session;
    this.#vocabulary = vocabulary;
  }

  /** @throws ModelError where the weights are missing or changed */
  static async open(weights: Weights): Promise<Lens> {
    const { alphabet, calibration } = weights.manifest.reader;
    return new Lens(await Session.open(await readerPath(weights)), { alphabet: [...alphabet], calibration });
  }

  async see(bytes: Uint8Array): Promise<Sight> {
    return seePicture(await decodePicture(bytes), strips => this.#read(strips));
  }

  async read(bytes: Uint8Array, lines: readonly LinePlace[]): Promise<readonly LineText[]> {
    const picture = await decodePicture(bytes);
    return this.#read(lines.map(line => placedStrip(picture, line)));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#session[Symbol.asyncDispose]();
  }

  #read(strips: readonly Strip[]): Promise<readonly LineText[]> {
    return readStrips(strips, this.#session, this.#vocabulary);
  }
}
