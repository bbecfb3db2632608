import type { Marks } from '../domain/mark.ts';
import type { LinePlace, LineText, Sight } from '../domain/vision.ts';
import type { Vocabulary } from './decode.ts';
import { readerPath, sightPath, type Weights } from './manifest.ts';
import { decodePicture } from './picture.ts';
import { placedStrip } from './place.ts';
import { readStrips } from './reader.ts';
import { seePicture } from './see.ts';
import { Session } from './session.ts';
import { seeChart } from './sight/index.ts';
import type { Strip } from './strip.ts';

/** The model itself, in this process: it blocks while it works. `openLens` keeps it in children. */
export class Lens implements AsyncDisposable {
  readonly #weights: Weights;
  readonly #reader: Session;
  readonly #vocabulary: Vocabulary;
  /** Opened with the first picture that may hold a chart. */
  #sight: Promise<Session> | undefined;

  private constructor(weights: Weights, reader: Session) {
    const { alphabet, calibration } = weights.manifest.reader;
    this.#weights = weights;
    this.#reader = reader;
    this.#vocabulary = { alphabet: [...alphabet], calibration };
  }

  /** @throws ModelError where the weights are missing or changed */
  static async open(weights: Weights): Promise<Lens> {
    return new Lens(weights, await Session.open(await readerPath(weights)));
  }

  async see(bytes: Uint8Array): Promise<Sight> {
    return seePicture(await decodePicture(bytes), strips => this.#read(strips));
  }

  async marks(bytes: Uint8Array): Promise<Marks | null> {
    const names = this.#weights.manifest.sight;
    if (!names) return null;
    this.#sight ??= sightPath(this.#weights).then(path => Session.open(path));
    const network = { session: await this.#sight, names };
    return seeChart(bytes, { network, read: strips => this.#read(strips) });
  }

  async read(bytes: Uint8Array, lines: readonly LinePlace[]): Promise<readonly LineText[]> {
    const picture = await decodePicture(bytes);
    return this.#read(lines.map(line => placedStrip(picture, line)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reader[Symbol.asyncDispose]();
    await (await this.#sight)?.[Symbol.asyncDispose]();
  }

  #read(strips: readonly Strip[]): Promise<readonly LineText[]> {
    return readStrips(strips, this.#reader, this.#vocabulary);
  }
}
