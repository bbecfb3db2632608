import type { TextMark } from '../../domain/mark.ts';
import type { LineText } from '../../domain/vision.ts';
import type { LetterLine } from './letter-line.ts';

export interface ReadLine {
  readonly line: LetterLine;
  readonly text: TextMark;
}

/** The lines that read well, as texts where a text layer would have them: as high as their em, in few sizes. */
export function readTexts(
  lines: readonly { readonly line: LetterLine; readonly read: LineText }[],
): readonly ReadLine[] {
  const legible = lines.flatMap(({ line, read }) => {
    const text = printed(read.text);
    const confidence =
      read.confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, read.confidences.length);
    const least = text.length < 3 ? LEGIBLE_SHORT : LEGIBLE;
    return text === '' || confidence < least ? [] : [{ line, text, confidence, size: sizeOf(line, text) }];
  });
  const sizes = steps(legible.map(({ size }) => size));
  return legible.map(({ line, text, confidence, size: own }) => {
    const size = sizes.get(own)!;
    const baseline = line.y1 - (HANGING.test(text) ? UNDER * size : 0);
    const bounds = { x0: line.x0, x1: line.x1, y0: baseline - ASCENT * size, y1: baseline + DESCENT * size };
    return { line, text: { ...bounds, text, angle: 0, size, bold: false, color: line.color, confidence } };
  });
}

/** Lines that read worse are no text; of one or two characters, anything looks like some. */
const LEGIBLE = 0.6;
const LEGIBLE_SHORT = 0.75;

/** Between figures an O is a nought. */
function printed(text: string): string {
  const trimmed = text.trim();
  return /^[$€£+\-–]?[\dO][\dO.,]*%?$/.test(trimmed) && /\d/.test(trimmed)
    ? trimmed.replaceAll('O', '0')
    : trimmed;
}

/** Where the letters of most fonts reach to, in ems: as the reader of text layers has it. */
const ASCENT = 0.8;
const DESCENT = 0.2;
/** The ink of small letters, of capitals and figures, and of what hangs under the line. */
const LOW = 0.52;
const TALL = 0.72;
const UNDER = 0.2;
const LOW_ONLY = /^[acegmnopqrsuvwxyz.,:;~+=<>–—\-·•…_ ]+$/;
const HANGING = /[gjpqyQ,;()[\]{}|/_$@]/;

function sizeOf({ y0, y1 }: LetterLine, text: string): number {
  return (y1 - y0) / ((LOW_ONLY.test(text) ? LOW : TALL) + (HANGING.test(text) ? UNDER : 0));
}

/** Sizes that differ by less than a tenth are one: the forms of letters say them only roughly. */
function steps(sizes: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const sorted = [...sizes].sort((a, b) => a - b);
  while (sorted.length > 0) {
    const alike = sorted.filter(size => size <= 1.1 * sorted[0]!);
    for (const size of alike) found.set(size, alike[Math.floor(alike.length / 2)]!);
    sorted.splice(0, alike.length);
  }
  return found;
}
