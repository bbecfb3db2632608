import sharp from 'sharp';
import { drawPng } from '../../src/outputs/figures/png.ts';

/** A line of text on a drawn page: its left end on the line that it stands on, in pixels. */
export interface DrawnLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: string;
  /** Pixels added between letters. */
  readonly spacing?: number;
}

interface Drawing {
  readonly lines: readonly DrawnLine[];
  readonly width?: number;
  readonly height?: number;
  readonly paper?: string;
  /** Further shapes, below the text. */
  readonly shapes?: string;
  /** Turned clockwise by so much. */
  readonly degrees?: number;
}

/** A page with exact truth, as PNG. */
export async function drawnPage(drawing: Drawing): Promise<Uint8Array> {
  const { lines, width = 1240, height = 1000, paper = '#ffffff', shapes = '', degrees = 0 } = drawing;
  const texts = lines.map(
    ({ text, x, y, size, bold = false, ink = '#111111', spacing = 0 }) =>
      `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 700 : 400}" letter-spacing="${spacing}" fill="${ink}">${text.replace(/&/g, '&amp;')}</text>`,
  );
  const png = await drawPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Liberation Sans"><rect width="100%" height="100%" fill="${paper}"/>${shapes}${texts.join('')}</svg>`,
    1,
  );
  return degrees === 0 ? png : sharp(png).rotate(degrees, { background: paper }).png().toBuffer();
}

/** Running text set in lines of one column, each of them another. */
export function column(count: number, x: number, y: number, from = 0): readonly DrawnLine[] {
  return Array.from({ length: count }, (_, i) => ({
    text: SENTENCES[(from + i) % SENTENCES.length] as string,
    x,
    y: y + 34 * i,
    size: 22,
  }));
}

const SENTENCES = [
  'Net sales of the group rose by 12% to 4,310',
  'while costs of goods sold fell for a third year',
  'Capital was spent on two plants in the north',
  'and on a line for batteries that opened in May',
  'Staff numbered 18,250 at the end of the period',
  'of whom most worked in production and sales',
  'Cash at banks was 907 against 655 a year ago',
  'Interest paid came to 41, much less than before',
  'The board proposes to pay a dividend of 0.85',
  'Demand for heat pumps was weaker than planned',
  'Prices of copper and steel moved little at all',
  'The order book stood at 2,118 when it closed',
];
