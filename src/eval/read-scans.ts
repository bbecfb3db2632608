import sharp from 'sharp';
import type { Sight, VisionModel } from '../domain/vision.ts';
import { type Assertion, isAssertion } from './assertions.ts';
import { comparable, editsWithin } from './edits.ts';
import { type GoldFile, goldOf } from './gold.ts';
import type { EvalContext } from './suite.ts';
import { type TesseractWord, tesseractPage } from './tesseract.ts';

/** What a page has to say, read from its pixels alone. */
export interface ScanScores {
  readonly file: string;
  readonly page: number;
  /** Of pages that can't be told without Tesseract, null. */
  readonly handwritten: boolean | null;
  readonly characters: number;
  /** Characters to insert, drop or change in the nearest part of what was read. */
  readonly edits: number;
  readonly tesseract: number | null;
}

const DPI = 150;
/** Tesseract's mean confidence in its words lies above this on print, however worn, and below it on handwriting. */
const PRINTED = 0.6;

/** Pages about which olmOCR-bench makes assertions, drawn as pictures and read again; scans are pictures anyway. */
export async function readScans(context: EvalContext, lens: VisionModel): Promise<readonly ScanScores[]> {
  const scores: ScanScores[] = [];
  for (const file of await goldOf(context.data, '.tests.json', ['olmocr'])) {
    const assertions = (file.gold as readonly Assertion[]).filter(isAssertion);
    for (const page of new Set(assertions.map(one => one.page))) {
      const wanted = assertions.filter(one => one.page === page).flatMap(textsOf);
      if (wanted.length > 0) scores.push(...(await readScan({ file, page, wanted }, context, lens)));
    }
  }
  return scores;
}

interface Scan {
  readonly file: GoldFile;
  readonly page: number;
  readonly wanted: readonly string[];
}

async function readScan(
  { file, page, wanted }: Scan,
  { kit }: EvalContext,
  lens: VisionModel,
): Promise<readonly ScanScores[]> {
  const raster = await kit.pool.raster({ path: file.document, kind: 'pdf' }, page, { dpi: DPI });
  if ('code' in raster) return [];
  const { width = 1, height = 1 } = await sharp(raster.png).metadata();
  const other = await tesseractPage(raster.png, { width, height });
  const texts = wanted.map(text => [...comparable(text)]);
  const editsIn = (read: string) =>
    texts.reduce((sum, text) => sum + editsWithin(text, [...comparable(read)]), 0);
  const scores = {
    file: file.name,
    page,
    handwritten: other && meanOf(other) < PRINTED,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    edits: editsIn(seenText(await lens.see(raster.png))),
    tesseract: other && editsIn(other.map(({ text }) => text).join(' ')),
  };
  return [scores];
}

/** What has to be there, as far as it is printed: what has to be absent says nothing about reading. */
function textsOf({ type, text, before, after, cell, ...around }: Assertion): readonly string[] {
  if (type === 'absent') return [];
  const { up, down, left, right, top_heading, left_heading } = around;
  const all = [text, before, after, cell, up, down, left, right, top_heading, left_heading];
  return all.filter(one => one !== undefined);
}

function seenText({ blocks }: Sight): string {
  const lines = blocks.flatMap(block =>
    block.kind === 'table' ? block.rows.flat().filter(cell => cell !== null) : block.lines,
  );
  return lines.map(({ text }) => text).join(' ');
}

function meanOf(words: readonly TesseractWord[]): number {
  return words.reduce((sum, { sure }) => sum + sure, 0) / Math.max(1, words.length);
}
