import type { LineText } from '../domain/vision.ts';

/** What the reader knows of characters: `alphabet[id - 1]` is the character of an id, 0 is none. */
export interface Vocabulary {
  readonly alphabet: readonly string[];
  /** Rising pairs of what the network says and how often it is then right. */
  readonly calibration: readonly (readonly [said: number, right: number])[];
}

/** A network's answer for one line. */
export interface Emissions {
  /** The best class and its probability, one every `EMISSION_WIDTH` pixels. */
  readonly ids: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
  /** Pixels of the strip; what lies beyond was filled up. */
  readonly width: number;
}

const EMISSION_WIDTH = 2;

/** The best character of each emission becomes text: repeats are one, blanks none. */
export function decodeLine({ ids, probabilities, width }: Emissions, vocabulary: Vocabulary): LineText {
  const characters: { char: string; said: number; from: number; to: number }[] = [];
  let last = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    const said = probabilities[i] as number;
    const char = vocabulary.alphabet[id - 1];
    const latest = characters.at(-1);
    if (id !== 0 && id === last && latest) {
      latest.said = Math.max(latest.said, said);
      latest.to = i;
    } else if (char !== undefined) characters.push({ char, said, from: i, to: i });
    last = id;
  }
  const kept = withoutOuterSpaces(characters);
  return {
    text: kept.map(({ char }) => char).join(''),
    confidences: kept.map(({ said }) => calibrated(said, vocabulary.calibration)),
    centres: kept.map(({ from, to }) => Math.min(1, ((from + to + 1) / 2) * (EMISSION_WIDTH / width))),
  };
}

function withoutOuterSpaces<T extends { readonly char: string }>(characters: readonly T[]): readonly T[] {
  const first = characters.findIndex(({ char }) => char !== ' ');
  const last = characters.findLastIndex(({ char }) => char !== ' ');
  return first < 0 ? [] : characters.slice(first, last + 1);
}

/** Straight lines between the pairs; the ends hold beyond them. */
function calibrated(said: number, pairs: Vocabulary['calibration']): number {
  const above = pairs.findIndex(([x]) => x >= said);
  const [x1, y1] = pairs[above < 0 ? pairs.length - 1 : above] ?? [1, said];
  const [x0, y0] = pairs[above - 1] ?? [x1, y1];
  if (above <= 0 || x1 === x0) return y1;
  return y0 + ((y1 - y0) * (said - x0)) / (x1 - x0);
}
