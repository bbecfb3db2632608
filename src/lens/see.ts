import type { Box } from '../domain/box.ts';
import type { LineText, SeenBlock, SeenLine, Sight } from '../domain/vision.ts';
import { unionBox } from '../lib/box.ts';
import { legibleLines } from './legible-lines.ts';
import { type LevelPage, onOriginal } from './page/find-lines.ts';
import type { TextLine } from './page/group-lines.ts';
import { typeSize } from './page/letter-size.ts';
import { readingOrder } from './page/reading-order.ts';
import type { Picture } from './picture.ts';
import type { Read } from './read-lines.ts';
import { upright } from './upright.ts';

/** Letters this much higher than the page's usual ones make a heading. */
const HEADING = 1.2;

/** Lines of a picture in reading order with what they say; the picture may be turned and may slope. */
export async function seePicture(picture: Picture, read: Read): Promise<Sight> {
  const page = await upright(picture, read);
  const legible = new Map(
    [...(await legibleLines(page, read))].map(([line, text]) => [
      { ...line, size: typeSize(line.y1 - line.y0, text.text) },
      text,
    ]),
  );
  const blocks = readingOrder([...legible.keys()]);
  const seen = new Map(
    [...legible].map(([line, text]) => [line, { ...text, box: boxOf(line, page, picture) }]),
  );
  const usual = usualSize([...legible]);
  return {
    turn: page.turn,
    skew: page.skew,
    blocks: blocks.map((block): SeenBlock => {
      if (block.kind === 'table') {
        const rows = block.rows.map(row => row.map(cell => cellOf(cell.map(line => seen.get(line)!))));
        return { kind: 'table', box: unionBox(rows.flat().flatMap(cell => (cell ? [cell.box] : []))), rows };
      }
      const lines = block.lines.map(line => seen.get(line)!);
      const isHeading = block.lines.every(line => line.size > HEADING * usual) && lines.length < 4;
      return {
        kind: 'text',
        role: isHeading ? 'heading' : 'paragraph',
        box: unionBox(lines.map(l => l.box)),
        lines,
      };
    }),
  };
}

/** The size of most characters on the page. */
function usualSize(lines: readonly (readonly [TextLine, LineText])[]): number {
  const sizes = lines.flatMap(([line, { text }]) => new Array<number>(text.length).fill(line.size));
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** The lines of one cell as one. */
function cellOf(lines: readonly SeenLine[]): SeenLine | null {
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return first ?? null;
  const box = unionBox(lines.map(line => line.box));
  const centres = lines.map(line =>
    line.centres.map(at => (line.box[0] + at * line.box[2] - box[0]) / box[2]),
  );
  return {
    text: lines.map(line => line.text).join(' '),
    confidences: lines.flatMap((line, i) => (i === 0 ? line.confidences : [1, ...line.confidences])),
    centres: centres.flatMap((own, i) => (i === 0 ? own : [own[0] ?? 0, ...own])),
    box,
  };
}

function boxOf(line: TextLine, page: LevelPage, picture: Picture): Box {
  const { x0, y0, x1, y1 } = onOriginal(page, line);
  const [left, top] = [Math.max(0, x0 / picture.width), Math.max(0, y0 / picture.height)];
  return [left, top, Math.min(1, x1 / picture.width) - left, Math.min(1, y1 / picture.height) - top];
}
