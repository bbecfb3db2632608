import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { globToRegExp } from './glob.ts';

/** A path to look at; `named` when the user wrote it, not when a folder or pattern brought it. */
export interface FoundPath {
  readonly path: string;
  readonly named: boolean;
}

const JUNK: ReadonlySet<string> = new Set([
  'node_modules',
  '__MACOSX',
  'Thumbs.db',
  'desktop.ini',
  '$RECYCLE.BIN',
]);
/** A folder that holds one of these was written by Dossier: a report is no source of the next one. */
const OURS: ReadonlySet<string> = new Set(['.dossier-outputs.json', 'store.db']);
const MOST_FILES = 20_000;
const PATTERN = /[*?[{]/;

/**
 * What a file, folder or glob stands for, absolute paths in order. A folder's hidden files are left out.
 * @throws UsageError when nothing is there
 */
export async function expandInput(input: string, cwd: string): Promise<readonly FoundPath[]> {
  const path = resolve(cwd, input);
  const status = await stat(path).catch(() => null);
  if (status?.isDirectory()) return (await filesBelow(path)).map(file => ({ path: file, named: false }));
  if (status) return [{ path, named: true }];
  if (!PATTERN.test(input)) {
    throw new UsageError(`${input} does not exist.`, { hint: `Paths are looked up from ${cwd}.` });
  }
  const found = await matching(path);
  if (found.length > 0) return found.map(file => ({ path: file, named: true }));
  throw new UsageError(`No file matches ${input}.`, {
    hint: 'Patterns know *, ?, [abc], {a,b} and ** for any folders.',
  });
}

async function filesBelow(folder: string, walked: Set<string> = new Set()): Promise<readonly string[]> {
  const real = await realpath(folder);
  if (walked.has(real)) return [];
  walked.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some(({ name }) => OURS.has(name))) return [];
  const names = entries.filter(
    ({ name }) => !name.startsWith('.') && !name.startsWith('~$') && !JUNK.has(name),
  );
  const files: string[] = [];
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name);
    const status = await stat(path).catch(() => null);
    if (status?.isDirectory()) files.push(...(await filesBelow(path, walked)));
    else if (status) files.push(path);
    if (files.length > MOST_FILES) {
      throw new UsageError(`${folder} holds more than ${MOST_FILES} files.`, {
        hint: 'Name a smaller folder, or a pattern such as "reports/**/*.pdf".',
      });
    }
  }
  return files;
}

async function matching(pattern: string): Promise<readonly string[]> {
  const parts = pattern.split(sep);
  const fixed =
    parts
      .slice(
        0,
        parts.findIndex(part => PATTERN.test(part)),
      )
      .join(sep) || sep;
  const exists = await stat(fixed).catch(() => null);
  const wanted = globToRegExp(pattern.split(sep).join('/'));
  return exists?.isDirectory()
    ? (await filesBelow(fixed)).filter(file => wanted.test(file.split(sep).join('/')))
    : [];
}
