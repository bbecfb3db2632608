import { constants, existsSync } from 'node:fs';
import { access, lstat, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OutputError } from '../errors.ts';
import { sha256 } from '../lib/hash.ts';
import { attempt } from './write/attempt.ts';
import { holds, sweepTemporary, writeAtomically } from './write/file.ts';
import { type Kept, keepForeign } from './write/keep.ts';
import { type Manifest, readManifest, removeOurs, writeManifest } from './write/manifest.ts';
import { folderOf, refuseStrangePath, refuseSymlink } from './write/path.ts';

export interface WriteOptions {
  /** Folders below `dir` whose content this call replaces: files that an earlier call wrote there go. */
  readonly replaces?: readonly string[];
}

export interface Written {
  /** Relative paths that were written because their content changed, in the order given. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Reports and decks that somebody had edited: overwritten, and kept under another name. */
  readonly kept: readonly Kept[];
}

/**
 * Writes files below `dir`, each whole or not at all. Keys are relative paths with `/`. Throws `OutputError` naming
 * the path where the system refuses or a symbolic link stands in the way; every file then is the old or the new one.
 * A report or deck that was edited since, or that we never wrote, is kept beside the new one.
 */
export async function writeOutputs(
  dir: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  { replaces = [] }: WriteOptions = {},
): Promise<Written> {
  for (const path of files.keys()) refuseStrangePath(path);
  await prepareFolders(dir, ['', ...[...files.keys()].map(folderOf)]);
  const before = await readManifest(dir);
  // Listed before they are there: killed here, a run must not take its own report for a source when it is taken up.
  await writeManifest(dir, { ...manifestOf({}, {}, files), ...before });

  const written: string[] = [];
  const unchanged: string[] = [];
  const kept: Kept[] = [];
  for (const [path, content] of files) {
    await refuseSymlink(join(dir, path));
    if (await holds(join(dir, path), content)) unchanged.push(path);
    else {
      const foreign = await keepForeign(dir, path, before);
      if (foreign) kept.push(foreign);
      await writeAtomically(join(dir, path), content);
      written.push(path);
    }
  }
  const obsolete = Object.fromEntries(
    Object.entries(before).filter(([path]) => !files.has(path) && replaces.includes(folderOf(path))),
  );
  const removed = await removeOurs(dir, obsolete);
  await writeManifest(dir, manifestOf({ ...before, ...editedCopies(kept, before) }, obsolete, files));
  return { written, unchanged, removed, kept };
}

/** @throws OutputError where nothing could be written below `dir`; writes nothing itself */
export async function refuseUnwritable(dir: string): Promise<void> {
  let there = dir;
  const leadsNowhere = !existsSync(dir) && (await lstat(dir).catch(() => null)) !== null;
  if (leadsNowhere) {
    throw new OutputError(`${dir} is a symbolic link to a folder that isn't there.`, {
      hint: 'Make that folder, or choose another with --out.',
    });
  }
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  await attempt(dir, 'write to', async () => {
    if (!(await stat(there)).isDirectory())
      throw Object.assign(new Error(), { code: there === dir ? 'EEXIST' : 'ENOTDIR' });
    await access(there, constants.W_OK | constants.X_OK);
  });
}

/** A copy of what we wrote once is still no source of the next report; one of what we never wrote may be. */
function editedCopies(kept: readonly Kept[], before: Manifest): Manifest {
  return Object.fromEntries(kept.flatMap(({ path, as }) => (before[path] ? [[as, before[path]]] : [])));
}

async function prepareFolders(dir: string, folders: readonly string[]): Promise<void> {
  for (const folder of [...new Set(folders)].sort()) {
    const path = join(dir, folder);
    if (folder !== '') await refuseSymlink(path);
    await attempt(path, 'create the folder', () => mkdir(path, { recursive: true }));
    await sweepTemporary(path);
  }
}

function manifestOf(
  before: Manifest,
  obsolete: Manifest,
  files: ReadonlyMap<string, Uint8Array | string>,
): Manifest {
  const kept = Object.entries(before).filter(([path]) => !(path in obsolete));
  const now = [...files].map(([path, content]): [string, string] => [path, sha256(content)]);
  return Object.fromEntries([...kept, ...now]);
}
