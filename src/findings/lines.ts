import type { Box } from '../domain/box.ts';
import type { TextReading } from '../domain/reading.ts';
import { unionBox } from '../lib/box.ts';
import type { SentenceSpan } from './sentences.ts';

/** The box of the lines that hold a stretch of a text; the whole text's where lines are unknown. */
export function boxOfSpan({ lines, box, text }: TextReading, { start, end }: SentenceSpan): Box {
  const held = lines.filter((line, i) => {
    const next = lines[i + 1]?.at ?? text.length;
    return line.at < end && next > start;
  });
  return held.length === 0 ? box : unionBox(held.map(line => line.box));
}
