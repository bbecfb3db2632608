import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import type { Sight, VisionModel } from '../domain/vision.ts';
import { UsageError } from '../errors.ts';
import { openLens } from '../lens/index.ts';
import { childrenBytes, childrenCpu } from './children.ts';
import { drawnLabels, drawnPage } from './drawn-text.ts';
import { median, round } from './median.ts';
import { timed } from './timed.ts';

/** How fast the vision model is on this machine, in one process on one core. Times are milliseconds, memory is bytes. */
export interface SeeingSpeed {
  readonly machine: { readonly node: string; readonly platform: string; readonly cores: number };
  readonly model: string;
  /** From nothing to the first line read: the process, its session, the line. */
  readonly start: number;
  /** A label of a chart: medians, among 64 of one picture and by itself. */
  readonly label: Times & { readonly alone: number; readonly pictures: number };
  /** A full page of 48 lines, found and read. */
  readonly page: Times & { readonly slowest: number; readonly pages: number };
  /** Resident in the model's process, where the system tells. */
  readonly memory: {
    readonly early: number | null;
    readonly late: number | null;
    readonly most: number | null;
    readonly pictures: number;
  };
  readonly files: readonly FileSeen[];
}

interface Times {
  readonly median: number;
  /** Of the processor, a mean, whatever else the machine does; null where the system doesn't tell. */
  readonly processor: number | null;
}

interface FileSeen {
  readonly file: string;
  readonly ms: number;
  readonly lines: number;
  readonly characters: number;
}

const TURNS: Turns = { labels: 20, pages: 7, pictures: 500 };
/** The first and the last pictures whose memory is compared, a share of all: what is allocated once is there by then. */
const ENDS = 0.1;

interface SeeingOptions {
  /** Pictures of the user's own. */
  readonly files: readonly string[];
  readonly cwd: string;
  readonly turns?: Turns;
}

interface Turns {
  /** Pictures of 64 labels, and full pages. */
  readonly labels: number;
  readonly pages: number;
  /** Pictures seen one after the other while memory is watched. */
  readonly pictures: number;
}

/** @throws UsageError where a file named is no picture */
export async function benchSeeing({ files, cwd, turns = TURNS }: SeeingOptions): Promise<SeeingSpeed> {
  const own = await Promise.all(files.map(file => readPicture(file, cwd)));
  await using lens: VisionModel = await openLens({ processes: 1 });
  const first = await drawnLabels(0);
  const start = (await timed(() => lens.read(first.png, first.places.slice(0, 1)))).ms;
  const seen = await seeFiles(lens, own);
  return {
    machine: {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      cores: cpus().length,
    },
    model: lens.name,
    start: round(start),
    label: await timeLabels(lens, turns.labels),
    page: await timePages(lens, turns.pages),
    files: seen,
    memory: await holdMany(lens, turns.pictures),
  };
}

async function timeLabels(lens: VisionModel, count: number): Promise<SeeingSpeed['label']> {
  const pictures = await Promise.all(Array.from({ length: count }, (_, i) => drawnLabels(i)));
  const each = pictures[0]?.places.length ?? 1;
  const among = await timeEach(pictures, ({ png, places }) => lens.read(png, places));
  const alone = await timeEach(pictures, ({ png, places }) => lens.read(png, places.slice(0, 1)));
  return {
    median: round(median(among.times) / each),
    processor: among.processor && round(among.processor / each),
    alone: round(median(alone.times)),
    pictures: count,
  };
}

async function timePages(lens: VisionModel, count: number): Promise<SeeingSpeed['page']> {
  const pages = await Promise.all(Array.from({ length: count }, (_, i) => drawnPage(i)));
  const { times, processor } = await timeEach(pages, ({ png }) => lens.see(png));
  return {
    median: round(median(times)),
    processor: processor && round(processor),
    slowest: round(Math.max(...times)),
    pages: count,
  };
}

/** Wall times, and the processor's mean. */
async function timeEach<T>(items: readonly T[], work: (item: T) => Promise<unknown>) {
  const times: number[] = [];
  const before = childrenCpu();
  for (const item of items) times.push((await timed(() => work(item))).ms);
  return { times, processor: (childrenCpu() - before) / items.length || null };
}

interface OwnPicture {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const HINT = 'PNG, JPEG, WebP, TIFF; `dossier bench` takes documents.';

async function readPicture(file: string, cwd: string): Promise<OwnPicture> {
  const bytes = await readFile(resolve(cwd, file)).catch(cause => {
    throw new UsageError(`This picture can't be read: ${file}`, { hint: HINT, cause });
  });
  return { file, bytes };
}

async function seeFiles(lens: VisionModel, own: readonly OwnPicture[]): Promise<readonly FileSeen[]> {
  const seen: FileSeen[] = [];
  for (const { file, bytes } of own) {
    const { ms, result } = await timed(() => lens.see(bytes)).catch(cause => {
      throw new UsageError(`This file can't be seen as a picture: ${file}`, { hint: HINT, cause });
    });
    const lines = linesOf(result);
    seen.push({ file, ms: round(ms), lines: lines.length, characters: lines.join('').length });
  }
  return seen;
}

function linesOf({ blocks }: Sight): readonly string[] {
  return blocks.flatMap(block => {
    const lines = block.kind === 'table' ? block.rows.flat().filter(cell => cell !== null) : block.lines;
    return lines.map(({ text }) => text);
  });
}

async function holdMany(lens: VisionModel, pictures: number): Promise<SeeingSpeed['memory']> {
  const held: number[] = [];
  for (let number = 0; number < pictures; number++) {
    const { png, places } = await drawnLabels(number);
    await lens.read(png, places.slice(0, 16));
    held.push(childrenBytes());
  }
  const few = Math.max(1, Math.round(ENDS * pictures));
  const most = (values: readonly number[]) => Math.max(...values) || null;
  return { early: most(held.slice(0, few)), late: most(held.slice(-few)), most: most(held), pictures };
}
