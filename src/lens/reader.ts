import type { LineText } from '../domain/vision.ts';
import { decodeLine, type Vocabulary } from './decode.ts';
import type { Session } from './session.ts';
import { STRIP_HEIGHT, type Strip } from './strip.ts';

/** Widths of batches are multiples of this, so that strips of like width run together. */
const BUCKET = 64;
/** Pixels across all strips of a batch. */
const BATCH_WIDTH = 6_144;

/** Reads strips, in batches of like width; the answer has their order. */
export async function readStrips(
  strips: readonly Strip[],
  session: Session,
  vocabulary: Vocabulary,
): Promise<readonly LineText[]> {
  const texts: LineText[] = new Array(strips.length);
  for (const { width, members } of batchesOf(strips)) {
    const { ids, probabilities } = await session.run({
      values: stacked(
        members.map(index => strips[index] as Strip),
        width,
      ),
      shape: [members.length, 1, STRIP_HEIGHT, width],
    });
    const emissions = ids!.shape[1] as number;
    for (const [row, index] of members.entries()) {
      const [from, to] = [row * emissions, (row + 1) * emissions];
      const answer = {
        ids: ids!.values.subarray(from, to),
        probabilities: probabilities!.values.subarray(from, to),
        width: strips[index]!.width,
      };
      texts[index] = decodeLine(answer, vocabulary);
    }
  }
  return texts;
}

interface Batch {
  readonly width: number;
  readonly members: number[];
}

function batchesOf(strips: readonly Strip[]): readonly Batch[] {
  const batches: Batch[] = [];
  const open = new Map<number, Batch>();
  for (const [index, strip] of strips.entries()) {
    const width = Math.ceil(strip.width / BUCKET) * BUCKET;
    const current = open.get(width);
    if (current && (current.members.length + 1) * width <= BATCH_WIDTH) current.members.push(index);
    else {
      const batch = { width, members: [index] };
      batches.push(batch);
      open.set(width, batch);
    }
  }
  return batches;
}

/** Side by side in one block, each filled up with paper to the right. */
function stacked(strips: readonly Strip[], width: number): Float32Array {
  const block = new Float32Array(strips.length * STRIP_HEIGHT * width);
  for (const [row, strip] of strips.entries()) {
    for (let y = 0; y < STRIP_HEIGHT; y++) {
      const line = strip.ink.subarray(y * strip.width, (y + 1) * strip.width);
      block.set(line, (row * STRIP_HEIGHT + y) * width);
    }
  }
  return block;
}
