import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Source } from '../domain/source.ts';
import type { StoredDocument } from '../domain/store.ts';
import { UsageError } from '../errors.ts';
import type { Kit } from '../run/kit.ts';
import { withSession } from '../run/session.ts';
import { collectSources } from '../sources/index.ts';
import { type ChartSpeed, measureCharts } from './charting.ts';
import { type JobSpeed, measureJob } from './job.ts';
import { round } from './median.ts';
import { type PeakMemory, watchMemory } from './memory.ts';
import {
  type FileSpeed,
  perSecond,
  type ReadingSpeed,
  readAll,
  readEach,
  speedByKind,
  speedOf,
  timePdftotext,
} from './reading.ts';
import { measureSearch, type SearchSpeed } from './searching.ts';
import { measureStartUp, type StartUp } from './start-up.ts';

/** Speeds and memory on this machine. Times are milliseconds of wall time, memory is bytes. */
export interface Benchmark {
  readonly machine: {
    readonly node: string;
    readonly platform: string;
    readonly cores: number;
    readonly workers: number;
  };
  readonly startUp: StartUp;
  readonly reading: {
    /** One file after the other, nothing stored. */
    readonly cold: ReadingSpeed;
    readonly byKind: Readonly<Record<string, ReadingSpeed>>;
    /** As a run reads: several at once. */
    readonly together: { readonly ms: number; readonly pagesPerSecond: number };
    /** From the store. */
    readonly warm: ReadingSpeed;
    /** The same PDFs through `pdftotext`; null without it or without PDFs. Ratio above 1: it is so much faster. */
    readonly pdftotext: {
      readonly ms: number;
      readonly pagesPerSecond: number;
      readonly ratio: number;
    } | null;
  };
  readonly search: SearchSpeed;
  readonly charts: ChartSpeed;
  readonly job: JobSpeed;
  readonly memory: PeakMemory;
}

export interface BenchOptions {
  /** The demo's folder where none are named. */
  readonly files: readonly string[];
  readonly cwd: string;
  readonly workers: number;
  /** For what is stored; speeds are measured finer. */
  readonly clock: () => number;
}

const FIXTURES = fileURLToPath(new URL('../../fixtures/data', import.meta.url));
const ANY_QUESTION = 'How did revenue, profit, emissions and market share develop, and why?';

/** @throws UsageError when nothing is named and the demo's folder isn't there, or nothing named can be read */
export async function bench({ files, cwd, workers, clock }: BenchOptions): Promise<Benchmark> {
  const { inputs, question } = await choose(files);
  const { sources } = await collectSources(inputs, cwd);
  if (sources.length === 0) throw new UsageError('None of the files named can be read.');
  const folder = await mkdtemp(join(tmpdir(), 'dossier-bench-'));
  try {
    const startUp = await measureStartUp();
    const { result, memory } = await watchMemory(async () => ({
      ...(await measureStore(sources, { folder, cwd, workers, clock })),
      job: await measureJob({ question, sources: inputs, folder, cwd, workers, clock }),
    }));
    const machine = {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      cores: cpus().length,
      workers,
    };
    return { machine, startUp, ...result, memory };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function choose(files: readonly string[]): Promise<{ inputs: readonly string[]; question: string }> {
  if (files.length > 0) return { inputs: files, question: ANY_QUESTION };
  const truth = join(FIXTURES, 'ground-truth.json');
  if (!existsSync(truth))
    throw new UsageError('Name the files to measure with.', { hint: 'dossier bench ./documents' });
  const { asked } = JSON.parse(await readFile(truth, 'utf8')) as { readonly asked: string };
  return { inputs: [join(FIXTURES, 'sources')], question: asked };
}

interface Place extends Omit<BenchOptions, 'files'> {
  readonly folder: string;
}

async function measureStore(
  sources: readonly Source[],
  { folder, ...machine }: Place,
): Promise<Pick<Benchmark, 'reading' | 'search' | 'charts'>> {
  const inStore = <T>(name: string, work: (kit: Kit) => Promise<T>) =>
    withSession({ ...machine, store: join(folder, name) }, work);
  const together = await inStore('together', kit => readAll(sources, kit));
  return inStore('each', async kit => {
    const cold = await readEach(sources, kit);
    const warm = await readEach(sources, kit);
    const pages = speedOf(cold).pages;
    return {
      reading: {
        cold: speedOf(cold),
        byKind: speedByKind(cold),
        together: { ms: round(together), pagesPerSecond: perSecond(pages, together) },
        warm: speedOf(warm),
        pdftotext: await compareWithPdftotext(cold, kit),
      },
      search: await measureSearch(await documentsOf(sources, kit), kit),
      charts: await measureCharts(sources, kit),
    };
  });
}

async function compareWithPdftotext(
  speeds: readonly FileSpeed[],
  kit: Kit,
): Promise<Benchmark['reading']['pdftotext']> {
  const pdfs = speeds.filter(speed => speed.source.kind === 'pdf' && speed.ok);
  const ms = pdfs.length === 0 ? null : await timePdftotext(pdfs, kit);
  if (ms === null) return null;
  const own = speedOf(pdfs);
  return { ms: round(ms), pagesPerSecond: perSecond(own.pages, ms), ratio: round(own.ms / ms) };
}

async function documentsOf(sources: readonly Source[], kit: Kit): Promise<readonly StoredDocument[]> {
  const readings = [];
  for (const source of sources) readings.push(await kit.reader.read(source));
  return readings.flatMap(reading => (reading.ok ? [reading.document] : []));
}
