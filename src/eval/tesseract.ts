import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Box } from '../domain/box.ts';

const PROGRAM = 'tesseract';

/** A word and where it stands on its picture. */
export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
}

export interface TesseractWord extends PlacedWord {
  /** 0 to 1. */
  readonly sure: number;
}

/** Each picture as one line of text by Tesseract, all in one process; null where it isn't installed. */
export async function tesseractLines(pictures: readonly Uint8Array[]): Promise<readonly string[] | null> {
  return withFiles(pictures, async (folder, names) => {
    await writeFile(join(folder, 'list.txt'), `${names.join('\n')}\n`);
    const out = await tesseract([
      join(folder, 'list.txt'),
      'stdout',
      '--psm',
      '7',
      '-c',
      'page_separator=\f',
    ]);
    return out === null ? null : out.split('\f').map(text => text.trim());
  });
}

/** The words of a page by Tesseract; null where it isn't installed. */
export async function tesseractPage(
  picture: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<readonly TesseractWord[] | null> {
  return withFiles([picture], async (_, [name = '']) => {
    const out = await tesseract([name, 'stdout', 'tsv']);
    if (out === null) return null;
    return out.split('\n').flatMap(row => {
      const cells = row.split('\t');
      const [left = 0, top = 0, w = 0, h = 0] = cells.slice(6, 10).map(Number);
      const text = cells[11]?.trim() ?? '';
      if (cells[0] !== '5' || text === '') return [];
      const sure = Number(cells[10]) / 100;
      return [{ text, sure, box: [left / width, top / height, w / width, h / height] }] as const;
    });
  });
}

async function withFiles<T>(
  pictures: readonly Uint8Array[],
  work: (folder: string, names: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-tesseract-'));
  try {
    const names = pictures.map((_, i) => join(folder, `${i}.img`));
    await Promise.all(names.map((name, i) => writeFile(name, pictures[i] as Uint8Array)));
    return await work(folder, names);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tesseract(args: readonly string[]): Promise<string | null> {
  const options = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, OMP_THREAD_LIMIT: '1' } };
  return new Promise(resolve => {
    execFile(PROGRAM, args, options, (error, stdout) => resolve(error ? null : stdout));
  });
}
