import type { Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lists what a run wrote into a folder, by relative path. */
const OUTPUTS = '.dossier-outputs.json';
/** The database of a state store, and what lies beside it: its journal, its lock, pictures of pages. */
const STORE = 'store.db';
const OF_STORE = /^(?:(?:store|lock)\.db(?:-\w+)?|writer\.pid|cache)$/;

/** Absolute paths of what Dossier itself wrote into a folder: a report is no source of the next one. */
export async function writtenByUs(folder: string, entries: readonly Dirent[]): Promise<readonly string[]> {
  const names = entries.map(({ name }) => name);
  const outputs = names.includes(OUTPUTS) ? await listedIn(join(folder, OUTPUTS)) : [];
  const store = names.includes(STORE) ? names.filter(name => OF_STORE.test(name)) : [];
  return [...outputs, ...store].map(path => join(folder, path));
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
