import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../lib/hash.ts';
import { attempt, ignoreMissing } from './attempt.ts';
import { holds, writeAtomically } from './file.ts';
import { folderOf, isPlainPath, refuseSymlink } from './path.ts';

/** Holds the paths and hashes of what we wrote, so that what is obsolete can be told from what isn't ours. */
export const MANIFEST = '.dossier-outputs.json';

/** Relative path to sha256. */
export type Manifest = Readonly<Record<string, string>>;

/** Empty where it is missing or damaged: then nothing is known to be ours, and nothing is removed. */
export async function readManifest(dir: string): Promise<Manifest> {
  await refuseSymlink(join(dir, MANIFEST));
  try {
    const parsed: unknown = JSON.parse(await readFile(join(dir, MANIFEST), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return {};
    // It can have been edited: a path in it is only acted on where we could have written it.
    return Object.fromEntries(
      Object.entries(parsed).filter(([path, hash]) => isPlainPath(path) && typeof hash === 'string'),
    );
  } catch {
    return {};
  }
}

export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  const sorted = Object.fromEntries(
    Object.keys(manifest)
      .sort()
      .map(path => [path, manifest[path]]),
  );
  const text = `${JSON.stringify(sorted, null, 2)}\n`;
  if (!(await holds(join(dir, MANIFEST), text))) await writeAtomically(join(dir, MANIFEST), text);
}

/** Removes files that we wrote and that nobody has changed since; returns those that are gone. */
export async function removeOurs(dir: string, obsolete: Manifest): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const path of Object.keys(obsolete).sort()) {
    await refuseSymlink(join(dir, folderOf(path)));
    await refuseSymlink(join(dir, path));
    const found = await readFile(join(dir, path)).catch(() => null);
    if (found === null || sha256(found) !== obsolete[path]) continue;
    await attempt(join(dir, path), 'remove', () => unlink(join(dir, path)).catch(ignoreMissing));
    removed.push(path);
  }
  return removed;
}
