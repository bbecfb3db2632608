import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { Source } from '../domain/source.ts';
import { groupBy } from '../lib/group.ts';
import type { Kit } from '../run/kit.ts';
import { round } from './median.ts';
import { timed } from './timed.ts';

/** Found on the path, where it is installed. */
const POPPLER = 'pdftotext';

export interface ReadingSpeed {
  readonly files: number;
  readonly failed: number;
  readonly pages: number;
  readonly ms: number;
  readonly pagesPerSecond: number;
}

export interface FileSpeed {
  readonly source: Source;
  readonly pages: number;
  readonly ms: number;
  readonly ok: boolean;
}

/** Reads sources one after the other, each timed from its first byte to its readings being stored. */
export async function readEach(sources: readonly Source[], kit: Kit): Promise<readonly FileSpeed[]> {
  const speeds: FileSpeed[] = [];
  for (const source of sources) {
    const { ms, result: reading } = await timed(() => kit.reader.read(source));
    speeds.push({ source, pages: reading.ok ? reading.document.pages.length : 0, ms, ok: reading.ok });
  }
  return speeds;
}

/** Reads sources as a run does, the next ones while one is taken in; milliseconds of wall time. */
export async function readAll(sources: readonly Source[], kit: Kit): Promise<number> {
  const { ms } = await timed(async () => {
    for (const [i, source] of sources.entries()) {
      kit.reader.ahead(sources.slice(i, i + 1 + kit.readAhead));
      await kit.reader.read(source);
    }
  });
  return ms;
}

export function speedOf(speeds: readonly FileSpeed[]): ReadingSpeed {
  const sum = (pick: (speed: FileSpeed) => number) => speeds.reduce((total, speed) => total + pick(speed), 0);
  const [pages, ms] = [sum(speed => speed.pages), sum(speed => speed.ms)];
  const failed = speeds.filter(speed => !speed.ok).length;
  return { files: speeds.length, failed, pages, ms: round(ms), pagesPerSecond: perSecond(pages, ms) };
}

export function speedByKind(speeds: readonly FileSpeed[]): Readonly<Record<string, ReadingSpeed>> {
  const kinds = [...groupBy(speeds, speed => speed.source.kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kinds.map(([kind, own]) => [kind, speedOf(own)]));
}

export function perSecond(pages: number, ms: number): number {
  return ms === 0 ? 0 : round((pages / ms) * 1000);
}

/** Milliseconds that Poppler's `pdftotext` takes for the PDFs among these; null where it isn't installed. */
export async function timePdftotext(speeds: readonly FileSpeed[], kit: Kit): Promise<number | null> {
  let total = 0;
  for (const { source } of speeds) {
    const { ms, result: ran } = await timed(() => runPdftotext(resolve(kit.cwd, source.path)));
    if (!ran) return null;
    total += ms;
  }
  return total;
}

function runPdftotext(path: string): Promise<boolean> {
  return new Promise(done => {
    execFile(POPPLER, [path, '-'], { maxBuffer: 512 * 1024 * 1024 }, error => done(!error));
  });
}
