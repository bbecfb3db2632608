import type { Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lists what a run wrote into a folder, by relative path. */
const OUTPUTS = '.dossier-outputs.json';
/** The database of a state store, and the folder beside it that holds pictures of pages. */
const STORE = 'store.db';
const STORE_CACHE = 'cache';

/** Absolute paths of what Dossier itself wrote into a folder: a report is no source of the next one. */
export async function writtenByUs(folder: string, entries: readonly Dirent[]): Promise<readonly string[]> {
  const has = (name: string) => entries.some(entry => entry.name === name);
  const outputs = has(OUTPUTS) ? await listedIn(join(folder, OUTPUTS)) : [];
  return [...outputs, ...(has(STORE) ? [STORE_CACHE] : [])].map(path => join(folder, path));
}

/** None where the list is damaged. */
async function listedIn(path: string): Promise<readonly string[]> {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? Object.keys(parsed) : [];
  } catch {
    return [];
  }
}
