import type { Box } from '../domain/box.ts';
import type { StoredPage } from '../domain/store.ts';
import type { SeenLine, Sight } from '../domain/vision.ts';
import { comparable, edits } from './edits.ts';
import type { PlacedWord } from './tesseract.ts';

export interface GoldLine {
  readonly text: string;
  readonly box: Box;
}

export interface Counts {
  /** Characters to insert, drop or change. */
  readonly edits: number;
  /** Words of the gold that were read as they are, in their line. */
  readonly words: number;
}

/** Lines with their boxes, as the text layer has them. */
export function goldLines({ readings }: Pick<StoredPage, 'readings'>): readonly GoldLine[] {
  const lines = readings.flatMap((reading): GoldLine[] => {
    if (reading.kind === 'text') {
      return reading.lines.map(({ at, box }, i) => ({
        text: reading.text.slice(at, reading.lines[i + 1]?.at),
        box,
      }));
    }
    return [];
  });
  return lines.map(({ text, box }) => ({ text: comparable(text), box })).filter(({ text }) => text !== '');
}

/** Words where they stand: along a line that slopes, not in the middle of its box. */
export function seenWords({ blocks, skew }: Sight, aspect: number): readonly PlacedWord[] {
  const slope = Math.tan((skew * Math.PI) / 180) * aspect;
  const lines = blocks.flatMap((block): readonly SeenLine[] =>
    block.kind === 'table' ? block.rows.flat().filter(cell => cell !== null) : block.lines,
  );
  return lines.flatMap(({ text, box: [x, y, w, h], centres }) =>
    [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
      const [from = 0, to = 1] = [centres[index], centres[index + word.length - 1]];
      const rise = ((from + to) / 2 - 0.5) * w * slope;
      return { text: word, box: [x + from * w, y + rise, (to - from) * w, h] as const };
    }),
  );
}

/** Words go to the gold line that their middle lies in; a line's words are then compared in their order. */
export function matchLines(
  gold: readonly GoldLine[],
  words: readonly { readonly text: string; readonly at: readonly [number, number] }[],
): Counts {
  const held = gold.map((): { text: string; x: number }[] => []);
  let surplus = 0;
  for (const { text, at } of words) {
    const index = nearest(gold, at);
    if (index < 0) surplus += text.length;
    else held[index]!.push({ text, x: at[0] });
  }
  const read = held.map(line =>
    comparable(
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
  const wrong = gold.reduce((sum, line, i) => sum + edits([...line.text], [...(read[i] as string)]), 0);
  const right = gold.reduce(
    (sum, line, i) => sum + common(line.text.split(' '), (read[i] as string).split(' ')),
    0,
  );
  return { edits: wrong + surplus, words: right };
}

function nearest(gold: readonly GoldLine[], [x, y]: readonly [number, number]): number {
  let best = -1;
  let closest = Number.POSITIVE_INFINITY;
  for (const [i, { box }] of gold.entries()) {
    const beside = Math.max(0, box[0] - x, x - box[0] - box[2]);
    const above = Math.abs(box[1] + box[3] / 2 - y);
    if (beside > 0.01 || above > 0.75 * box[3]) continue;
    const distance = beside + above;
    if (distance < closest) [closest, best] = [distance, i];
  }
  return best;
}

function common(wanted: readonly string[], found: readonly string[]): number {
  const left = [...found];
  return wanted.filter(word => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
