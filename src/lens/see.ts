import type { Box } from '../domain/box.ts';
import type { Bounds } from '../domain/mark.ts';
import type { LineText, SeenBlock, SeenLine, Sight, Turn } from '../domain/vision.ts';
import { unionBox } from '../lib/box.ts';
import { findLines, type LevelPage, onOriginal } from './page/find-lines.ts';
import type { TextLine } from './page/group-lines.ts';
import { typeSize } from './page/letter-size.ts';
import { readingOrder } from './page/reading-order.ts';
import type { Picture } from './picture.ts';
import { cutStrip, type Strip } from './strip.ts';

type Read = (strips: readonly Strip[]) => Promise<readonly LineText[]>;

const TURNS: readonly Turn[] = [0, 90, 270, 180];
/** A page whose longest lines read this well stands upright. */
const UPRIGHT = 0.85;
const SAMPLE = 8;
/** Lines that read worse than this are no text; of one or two characters, anything looks like some. */
const LEGIBLE = 0.6;
const LEGIBLE_SHORT = 0.85;
/** White kept around a line's ink, in heights of its letters. */
const MARGIN = 0.2;
/** Letters this much higher than the page's usual ones make a heading. */
const HEADING = 1.25;

/** Lines of a picture in reading order with what they say; the picture may be turned and may slope. */
export async function seePicture(picture: Picture, read: Read): Promise<Sight> {
  const page = await upright(picture, read);
  const texts = await readLines(page, page.lines, read);
  const legible = new Map(
    [...texts]
      .filter(([, text]) => isLegible(text))
      .map(([line, text]) => [{ ...line, size: typeSize(line.y1 - line.y0, text.text) }, text]),
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

/** The turn in which a sample of the lines reads best; mostly the first that is tried. */
async function upright(picture: Picture, read: Read): Promise<LevelPage> {
  let best: { page: LevelPage; score: number } | undefined;
  for (const turn of TURNS) {
    const page = findLines(picture, turn);
    const sample = page.lines.toSorted((a, b) => width(b) / b.size - width(a) / a.size).slice(0, SAMPLE);
    const texts = [...(await readLines(page, sample, read)).values()];
    const score = texts.reduce((sum, text) => sum + meanOf(text), 0) / Math.max(1, texts.length);
    if (!best || score > best.score) best = { page, score };
    if (score > UPRIGHT) break;
  }
  return best!.page;
}

async function readLines(
  page: LevelPage,
  lines: readonly TextLine[],
  read: Read,
): Promise<Map<TextLine, LineText>> {
  const texts = await read(lines.map(line => cutStrip(page.picture, withMargin(line))));
  return new Map(lines.map((line, i) => [line, texts[i] as LineText]));
}

function withMargin({ x0, y0, x1, y1, size }: TextLine): Bounds {
  const margin = Math.max(1, MARGIN * size);
  // A row of dashes or dots is cut as high as letters would be: enlarged to the full, they could be anything.
  const lacking = Math.max(0, 1.2 * size - (y1 - y0)) / 2;
  return { x0: x0 - margin, y0: y0 - margin - lacking, x1: x1 + margin, y1: y1 + margin + lacking };
}

function isLegible(text: LineText): boolean {
  const length = text.text.length;
  return length > 0 && meanOf(text) >= (length < 3 ? LEGIBLE_SHORT : LEGIBLE);
}

function meanOf({ confidences }: LineText): number {
  return confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, confidences.length);
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

function width({ x0, x1 }: Bounds): number {
  return x1 - x0;
}
