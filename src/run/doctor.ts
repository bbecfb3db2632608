import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentPool } from '../documents/pool.ts';
import { loadVocabulary } from '../reasoning/index.ts';
import { openStore } from '../store/index.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or why it failed. */
  readonly detail: string;
}

/** Tries each part that depends on this machine by using it once. */
export async function examine(facts: {
  readonly node: string;
  readonly platform: string;
}): Promise<readonly Check[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-doctor-'));
  try {
    const checks: readonly [string, () => Promise<string>][] = [
      ['Node.js', async () => nodeVersion(facts.node)],
      ['platform', async () => facts.platform],
      ['vocabulary', async () => `${(await loadVocabulary()).metrics.size} metrics`],
      ['state store', () => tryStore(join(folder, 'store'))],
      ['reading PDF', () => tryPdf(folder)],
      ['rendering pages', () => tryRaster(folder)],
    ];
    const results: Check[] = [];
    for (const [name, attempt] of checks) results.push(await check(name, attempt));
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function check(name: string, attempt: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await attempt() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function nodeVersion(version: string): string {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return version;
  throw new Error(`${version} is too old: 20.19 or later is needed.`);
}

async function tryStore(location: string): Promise<string> {
  await using store = await openStore(location, {});
  const problems = await store.verify();
  if (problems.length > 0) throw new Error(problems[0]);
  return 'opens, writes and verifies';
}

async function tryPdf(folder: string): Promise<string> {
  await using pool = new DocumentPool({ workers: 1 });
  const opened = await pool.open({ path: await samplePdf(folder), kind: 'pdf' });
  if (!opened.ok) throw new Error(opened.failure.message);
  return `${opened.document.pageCount} page read in a child process`;
}

async function tryRaster(folder: string): Promise<string> {
  await using pool = new DocumentPool({ workers: 1 });
  const raster = await pool.raster({ path: await samplePdf(folder), kind: 'pdf' }, 1, { dpi: 72 });
  if ('code' in raster) throw new Error(raster.message);
  return `${raster.width} × ${raster.height} pixels`;
}

/** The smallest PDF with a word on it; its cross-reference table is left for the reader to rebuild. */
async function samplePdf(folder: string): Promise<string> {
  const path = join(folder, 'sample.pdf');
  const content = 'BT /F1 24 Tf 20 40 Td (Dossier) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  await writeFile(path, `%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n`);
  return path;
}
