import type { LinePlace } from '../domain/vision.ts';
import { drawPng } from '../outputs/figures/png.ts';

/** A picture of printed text, and where its lines stand. */
export interface DrawnText {
  readonly png: Uint8Array;
  readonly places: readonly LinePlace[];
}

/** A4 at 150 dpi. */
const PAGE = { width: 1240, height: 1754, margin: 110, pitch: 32, size: 21 };
const CHART = { width: 480, height: 320, across: 4, down: 16, size: 12 };
const WORDS =
  'revenue of the group rose by a tenth while costs fell and capital stood at its highest since'.split(' ');

/** A full page of 48 lines, another one for each number. */
export async function drawnPage(number: number): Promise<DrawnText> {
  const { width, height, margin, pitch, size } = PAGE;
  const lines = Array.from({ length: 48 }, (_, line) => ({
    text: Array.from({ length: 13 }, (_, i) => wordOf(number + 7 * line + i)).join(' '),
    x: margin,
    y: margin + line * pitch,
    width: width - 2 * margin,
  }));
  return draw(lines, { width, height, size });
}

/** 64 labels as charts have them, others for each number. */
export async function drawnLabels(number: number): Promise<DrawnText> {
  const { width, height, across, down, size } = CHART;
  const labels = Array.from({ length: across * down }, (_, i) => ({
    text: i % 2 === 0 ? `${(number * 37 + i * 113) % 5000}.${i % 10}` : `${wordOf(number + i)} ${2000 + i}`,
    x: 6 + (i % across) * (width / across),
    y: 4 + Math.floor(i / across) * (height / down),
    width: width / across - 8,
  }));
  return draw(labels, { width, height, size });
}

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

async function draw(
  lines: readonly Line[],
  { width, height, size }: { readonly width: number; readonly height: number; readonly size: number },
): Promise<DrawnText> {
  const texts = lines.map(
    ({ text, x, y }) => `<text x="${x}" y="${y + size}" font-size="${size}">${text}</text>`,
  );
  const paper = `<rect width="${width}" height="${height}" fill="#fff"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Liberation Sans">${paper}${texts.join('')}</svg>`;
  return {
    png: await drawPng(svg, 1),
    places: lines.map(line => ({
      box: [line.x / width, line.y / height, line.width / width, (1.3 * size) / height],
      turn: 0,
    })),
  };
}

function wordOf(index: number): string {
  return index % 9 === 0 ? String((index * 7919) % 100_000) : (WORDS[index % WORDS.length] as string);
}
