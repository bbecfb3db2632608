import type { LinePlace, LineText, Sight } from '../domain/vision.ts';
import type { Vocabulary } from './decode.ts';
import { readerPath, type Weights } from './manifest.ts';
import { decodePicture, type Picture, turnPicture } from './picture.ts';
import { readStrips } from './reader.ts';
import { seePicture } from './see.ts';
import { Session } from './session.ts';
import { cutStrip, type Strip } from './strip.ts';

/** White kept around a given box, in its heights. */
const MARGIN = 0.04;

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

function placedStrip(picture: Picture, { box: [x, y, w, h], turn }: LinePlace): Strip {
  const { width, height } = picture;
  const margin = MARGIN * Math.min(w * width, h * height);
  const bounds = {
    x0: x * width - margin,
    y0: y * height - margin,
    x1: (x + w) * width + margin,
    y1: (y + h) * height + margin,
  };
  if (turn === 0) return cutStrip(picture, bounds);
  const piece = turnPicture(cutOut(picture, bounds), turn);
  return cutStrip(piece, { x0: 0, y0: 0, x1: piece.width, y1: piece.height });
}

function cutOut(picture: Picture, edges: { x0: number; y0: number; x1: number; y1: number }): Picture {
  const left = Math.max(0, Math.min(picture.width - 1, Math.round(edges.x0)));
  const top = Math.max(0, Math.min(picture.height - 1, Math.round(edges.y0)));
  const right = Math.max(left + 1, Math.min(picture.width, Math.round(edges.x1)));
  const bottom = Math.max(top + 1, Math.min(picture.height, Math.round(edges.y1)));
  const data = new Uint8Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; y++) {
    const row = picture.data.subarray(y * picture.width + left, y * picture.width + right);
    data.set(row, (y - top) * (right - left));
  }
  return { width: right - left, height: bottom - top, data };
}
