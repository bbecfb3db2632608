import { join } from 'node:path';
import sharp from 'sharp';
import type { StoredPage } from '../domain/store.ts';
import type { VisionModel } from '../domain/vision.ts';
import { sha256 } from '../lib/hash.ts';
import { wornPage } from './degraded.ts';
import { filesBelow } from './gold.ts';
import { type Counts, goldLines, matchLines, seenWords } from './line-match.ts';
import { isScan } from './page-picture.ts';
import { printedLines } from './printed-lines.ts';
import type { EvalContext } from './suite.ts';
import { type PlacedWord, tesseractPage } from './tesseract.ts';

export interface PageScores {
  readonly file: string;
  readonly page: number;
  readonly characters: number;
  readonly words: number;
  readonly own: Counts;
  readonly tesseract: Counts | null;
}

const PAGES = 40;
const DPI = 150;
/** Pages with fewer characters say little. */
const FULL_PAGE = 800;

/** Where in a document its pages are taken, as shares of those that are full: first one of each, then another. */
const PLACES = [1 / 3, 2 / 3, 1 / 2, 1 / 6];

/** Pages with a sound text layer, drawn, worn, and read again. */
export async function readPages(context: EvalContext, lens: VisionModel): Promise<readonly PageScores[]> {
  const pages: PageScores[] = [];
  for (const [file, page] of await choosePages(context)) {
    if (pages.length < PAGES) pages.push(...(await readOne(file, page, { context, lens })));
  }
  return pages;
}

async function choosePages(context: EvalContext): Promise<readonly (readonly [string, StoredPage])[]> {
  const files = (await filesBelow(join(context.data, 'pdf'))).filter(file => file.endsWith('.pdf'));
  const full: [string, readonly StoredPage[]][] = [];
  for (const file of files.toSorted((a, b) => sha256(a).localeCompare(sha256(b)))) {
    const opened = await context.read(join(context.data, 'pdf', file));
    full.push([file, opened.ok ? opened.document.pages.filter(isFull) : []]);
  }
  const chosen = new Map<StoredPage, string>();
  for (const place of PLACES) {
    for (const [file, pages] of full) {
      const page = pages[Math.floor(place * pages.length)];
      if (page && !(await isScan(join(context.data, 'pdf', file), page))) chosen.set(page, file);
    }
  }
  return [...chosen].map(([page, file]) => [file, page]);
}

async function readOne(
  file: string,
  page: StoredPage,
  { context, lens }: { readonly context: EvalContext; readonly lens: VisionModel },
): Promise<readonly PageScores[]> {
  const path = join(context.data, 'pdf', file);
  const raster = await context.kit.pool.raster({ path, kind: 'pdf' }, page.page, { dpi: DPI });
  if ('code' in raster) return [];
  const worn = await wornPage(raster.png, page.page);
  const { width = 1, height = 1 } = await sharp(worn.jpeg).metadata();
  const printed = await printedLines(path, page.page, page.width / page.height);
  const gold = printed && printed.length > 0 ? printed : goldLines(page);
  const place = (words: readonly PlacedWord[]) =>
    words.map(word => ({ text: word.text, at: worn.before(word.box) }));
  const other = await tesseractPage(worn.jpeg, { width, height });
  const scores = {
    file,
    page: page.page,
    characters: gold.reduce((sum, line) => sum + line.text.length, 0),
    words: gold.reduce((sum, line) => sum + line.text.split(' ').length, 0),
    own: matchLines(gold, place(seenWords(await lens.see(worn.jpeg), width / height))),
    tesseract: other && matchLines(gold, place(other)),
  };
  return [scores];
}

function isFull(page: StoredPage): boolean {
  const unseen = page.readings.some(({ kind, box }) => kind !== 'text' && box[2] * box[3] > 0.02);
  const isTyped = page.readings.every(({ kind, route }) => kind !== 'text' || route === 'text-layer');
  const lines = goldLines(page);
  const level =
    lines.filter(({ box: [, , w, h] }) => w * page.width > h * page.height).length > 0.9 * lines.length;
  return isTyped && !unseen && level && lines.reduce((sum, line) => sum + line.text.length, 0) >= FULL_PAGE;
}
