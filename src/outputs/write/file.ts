import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../../lib/hash.ts';
import { attempt, codeOf, ignoreMissing } from './attempt.ts';

const TEMPORARY = /^\.dossier-tmp-[0-9a-f-]{36}$/;

/** Temporary files that a killed run has left behind. */
export async function sweepTemporary(folder: string): Promise<void> {
  const names = await attempt(folder, 'read', () => readdir(folder));
  for (const name of names.filter(name => TEMPORARY.test(name))) {
    await attempt(join(folder, name), 'remove', () => unlink(join(folder, name)).catch(ignoreMissing));
  }
}

/** Whether the file has exactly this content already. */
export async function holds(path: string, content: Uint8Array | string): Promise<boolean> {
  const found = await readFile(path).catch(() => null);
  return found !== null && sha256(found) === sha256(content);
}

/** A temporary file beside it, fsync, rename, fsync of the folder: the path holds the old or the new content. */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.dossier-tmp-${randomUUID()}`);
  await attempt(path, 'write', async () => {
    try {
      const file = await open(temporary, 'wx', 0o644);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(path));
  });
}

/** Makes the rename durable. Windows and some network file systems can't sync a folder; the rename holds there too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}
