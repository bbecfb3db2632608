import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

/** Files below a folder, as paths relative to it, in order; none where there is no such folder. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** @throws UsageError naming a gold file that is no JSON */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`The gold file ${path} is not valid JSON.`, { cause });
  }
}

export interface GoldFile {
  /** Such as `financebench/NETFLIX_2017_10K`. */
  readonly name: string;
  /** The document, absolute. */
  readonly document: string;
  readonly gold: unknown;
}

/** PDFs with a gold file of that ending, such as `.qa.json`, in the sets named or in all of them. */
export async function goldOf(
  data: string,
  ending: string,
  sets?: readonly string[],
): Promise<readonly GoldFile[]> {
  const files = await filesBelow(join(data, 'pdf_gold'));
  const chosen = files
    .filter(file => file.endsWith(ending))
    .filter(file => sets === undefined || sets.some(set => file.startsWith(`${set}/`)));
  return Promise.all(
    chosen.map(async file => {
      const name = file.slice(0, -ending.length);
      const path = join(data, 'pdf_gold', file);
      const gold = ending.endsWith('.json') ? await readJson(path) : await readFile(path, 'utf8');
      return { name, document: join(data, 'pdf', `${name}.pdf`), gold };
    }),
  );
}
