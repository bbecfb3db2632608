import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Box } from '../domain/box.ts';
import type { VisionModel } from '../domain/vision.ts';
import { type ChartLabel, chartLabels } from './chart-labels.ts';
import { comparable } from './edits.ts';
import { filesBelow } from './gold.ts';
import { tesseractLines } from './tesseract.ts';

export interface LabelScores {
  readonly name: string;
  readonly n: number;
  readonly right: number;
  /** Right by Tesseract; null where it isn't installed. */
  readonly tesseract: number | null;
  readonly misses: readonly Readonly<Record<string, unknown>>[];
}

/** White left around a label's box, in heights of its letters. */
const CROPS = { tight: 0.1, loose: 0.25 } as const;
/** Tesseract reads labels of ten pixels far better when they are enlarged. */
const ENLARGED = 3;

/** Labels of charts that are drawn beside their SVG, cut out tightly and loosely. */
export async function readLabels(data: string, lens: VisionModel): Promise<readonly LabelScores[]> {
  const folder = join(data, 'charts');
  const files = (await filesBelow(folder)).filter(file => file.endsWith('.svg'));
  const charts = await Promise.all(
    files.map(async file => ({
      file,
      png: await readFile(join(folder, file.replace(/svg$/, 'png'))),
      labels: chartLabels(await readFile(join(folder, file), 'utf8')).filter(
        label => !/\p{Extended_Pictographic}/u.test(label.text),
      ),
    })),
  );
  const scores: LabelScores[] = [];
  for (const [name, margin] of Object.entries(CROPS)) {
    const read = await Promise.all(charts.map(chart => readChart(chart, margin, lens)));
    const labels = read.flat();
    const misses = labels.filter(label => comparable(label.read) !== comparable(label.text));
    const crops = await Promise.all(labels.map(label => label.enlarged()));
    const other = await tesseractLines(crops);
    const isRight = (text: string, i: number) => comparable(text) === comparable(labels[i]?.text ?? '');
    scores.push({
      name,
      n: labels.length,
      right: labels.length - misses.length,
      tesseract: other ? other.slice(0, labels.length).filter(isRight).length : null,
      misses: misses.map(({ file, text, read: found }) => ({ crop: name, file, text, read: found })),
    });
  }
  return scores;
}

interface Chart {
  readonly file: string;
  readonly png: Uint8Array;
  readonly labels: readonly ChartLabel[];
}

async function readChart({ file, png, labels }: Chart, margin: number, lens: VisionModel) {
  const { width = 1, height = 1 } = await sharp(png).metadata();
  const places = labels.map(({ box, size, angle }) => {
    const pad = margin * size;
    const [left, top] = [Math.max(0, box.x0 - pad), Math.max(0, box.y0 - pad)];
    const [right, bottom] = [Math.min(width, box.x1 + pad), Math.min(height, box.y1 + pad)];
    const fractions: Box = [left / width, top / height, (right - left) / width, (bottom - top) / height];
    const turn = angle === 0 ? 0 : angle === 90 ? 270 : 90;
    return { box: fractions, turn } as const;
  });
  const texts = await lens.read(png, places);
  return labels.map(({ text }, i) => ({
    file,
    text,
    read: texts[i]?.text ?? '',
    enlarged: () => cutOut(png, places[i]!, { width, height }),
  }));
}

async function cutOut(
  png: Uint8Array,
  { box: [x, y, w, h], turn }: { readonly box: Box; readonly turn: number },
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const left = Math.min(size.width - 1, Math.round(x * size.width));
  const top = Math.min(size.height - 1, Math.round(y * size.height));
  const width = Math.max(1, Math.min(size.width - left, Math.round(w * size.width)));
  const height = Math.max(1, Math.min(size.height - top, Math.round(h * size.height)));
  const upright = await sharp(png)
    .flatten({ background: '#ffffff' })
    .extract({ left, top, width, height })
    .rotate(turn)
    .png()
    .toBuffer();
  const long = (turn === 0 ? width : height) * ENLARGED;
  return sharp(upright)
    .resize(long)
    .extend({ top: 12, bottom: 12, left: 12, right: 12, extendWith: 'copy' })
    .png()
    .toBuffer();
}
