import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { globToRegExp } from './glob.ts';
import { writtenByUs } from './ours.ts';

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
const MOST_FILES = 20_000;
const PATTERN = /[*?[{]/;

/**
 * What a file, folder or glob stands for, absolute paths in order. A folder's hidden files are left out; a folder that
 * may not be looked into stands for itself.
 * @throws UsageError when nothing is there
 */
export async function expandInput(input: string, cwd: string): Promise<readonly FoundPath[]> {
  const path = resolve(cwd, input);
  const status = await stat(path).catch(unlessForbidden);
  if (status === 'forbidden') return [{ path, named: true }];
  if (status?.isDirectory()) return (await filesBelow(path)).map(file => ({ path: file, named: false }));
  if (status) return [{ path, named: true }];
  if (!PATTERN.test(input)) {
    const hint = (await pageRangeHint(input, cwd)) ?? `Paths are looked up from ${cwd}.`;
    throw new UsageError(`${input} does not exist.`, { hint });
  }
  const found = await matching(input, cwd);
  if (found.length > 0) return found.map(file => ({ path: file, named: true }));
  throw new UsageError(`No file matches ${input}.`, {
    hint: 'Patterns know *, ?, [abc], {a,b} and ** for any folders.',
  });
}

/** `report.pdf#12-40` of a file that is there: what was meant can't be done yet. */
async function pageRangeHint(input: string, cwd: string): Promise<string | null> {
  const file = /^(.+)#[\d,-]+$/.exec(input)?.[1];
  const exists = file !== undefined && (await stat(resolve(cwd, file)).catch(() => null)) !== null;
  return exists ? `Pages can't be chosen yet: name ${file} alone, and all of it is read.` : null;
}

/** For `.catch` of a look at a path: what is there and may not be seen is something else than what isn't there. */
function unlessForbidden(error: unknown): 'forbidden' | null {
  return ['EACCES', 'EPERM'].includes(String((error as NodeJS.ErrnoException).code)) ? 'forbidden' : null;
}

interface Walk {
  /** Real paths of the folders seen, against links that lead back. */
  readonly seen: Set<string>;
  /** Absolute paths that Dossier wrote. */
  readonly ours: Set<string>;
}

async function filesBelow(
  folder: string,
  walk: Walk = { seen: new Set(), ours: new Set() },
): Promise<readonly string[]> {
  const real = await realpath(folder);
  if (walk.seen.has(real)) return [];
  walk.seen.add(real);
  const entries = await readdir(folder, { withFileTypes: true }).catch(unlessForbidden);
  if (entries === 'forbidden') return [folder];
  if (entries === null) return [];
  for (const path of await writtenByUs(folder, entries)) walk.ours.add(path);
  const paths = entries
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$') && !JUNK.has(name))
    .map(({ name }) => join(folder, name))
    .filter(path => !walk.ours.has(path));
  const files: string[] = [];
  for (const path of paths.sort((a, b) => (a < b ? -1 : 1))) {
    const status = await stat(path).catch(() => null);
    if (status?.isDirectory()) files.push(...(await filesBelow(path, walk)));
    else if (status) files.push(path);
    if (files.length > MOST_FILES) {
      throw new UsageError(`${folder} holds more than ${MOST_FILES} files.`, {
        hint: 'Name a smaller folder, or a pattern such as "reports/**/*.pdf".',
      });
    }
  }
  return files;
}

/** The pattern is matched from the last folder that it names plainly: that one's own name may look like a pattern. */
async function matching(input: string, cwd: string): Promise<readonly string[]> {
  const parts = input.split(sep);
  const plain = parts.findIndex(part => PATTERN.test(part));
  const folder = resolve(cwd, parts.slice(0, plain).join(sep) || (isAbsolute(input) ? sep : '.'));
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) return [];
  const wanted = globToRegExp(parts.slice(plain).join('/'));
  return (await filesBelow(folder)).filter(file => wanted.test(relative(folder, file).split(sep).join('/')));
}
