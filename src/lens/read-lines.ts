import type { Bounds } from '../domain/mark.ts';
import type { LineText } from '../domain/vision.ts';
import type { TextLine } from './page/group-lines.ts';
import type { Picture } from './picture.ts';
import { cutStrip, type Strip } from './strip.ts';
import { spacedOut, tightened } from './tracking.ts';

export type Read = (strips: readonly Strip[]) => Promise<readonly LineText[]>;

/** White kept around a line's ink, in heights of its letters. */
const MARGIN = 0.2;

/** What lines of a level picture say. Letters that are spaced out are read drawn together. */
export async function readLines(
  picture: Picture,
  lines: readonly TextLine[],
  read: Read,
): Promise<Map<TextLine, LineText>> {
  const strips = lines.map(line => cutStrip(picture, withMargin(line)));
  const tight = strips.map(tightened);
  const texts = await read(strips);
  const drawn = tight.flatMap((strip, i) => (strip ? [{ strip, i }] : []));
  const again = await read(drawn.map(({ strip }) => strip));
  const closer = new Map(drawn.map(({ i }, k) => [i, again[k] as LineText]));
  return new Map(
    lines.map((line, i) => {
      const [text, other] = [texts[i] as LineText, closer.get(i)];
      return [line, other ? spacedOut(text, other) : text];
    }),
  );
}

/** How sure a line's characters are on the whole. */
export function meanOf({ confidences }: LineText): number {
  return confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, confidences.length);
}

function withMargin({ x0, y0, x1, y1, size }: TextLine): Bounds {
  const margin = Math.max(1, MARGIN * size);
  // A row of dashes or dots is cut as high as letters would be: enlarged to the full, they could be anything.
  const lacking = Math.max(0, 1.2 * size - (y1 - y0)) / 2;
  return { x0: x0 - margin, y0: y0 - margin - lacking, x1: x1 + margin, y1: y1 + margin + lacking };
}
