import { lstat } from 'node:fs/promises';
import { BugError, OutputError } from '../../errors.ts';
import { attempt, ignoreMissing } from './attempt.ts';

/** Our own names are made from ids and fixed words; anything else is a bug of ours, and never leaves the folder. */
export function refuseStrangePath(path: string): void {
  const parts = path.split('/');
  const strange =
    parts.length > 2 ||
    parts.some(
      part => part === '' || part === '.' || part === '..' || !/^[\w.-]+$/.test(part) || part.length > 120,
    );
  if (strange) throw new BugError(`Not a path below the output folder: ${JSON.stringify(path)}`);
}

/** Whether `refuseStrangePath` lets it pass. */
export function isPlainPath(path: string): boolean {
  try {
    refuseStrangePath(path);
    return true;
  } catch {
    return false;
  }
}

/** A link at an output's place could lead anywhere; it is never followed. */
export async function refuseSymlink(path: string): Promise<void> {
  const found = await attempt(path, 'look at', () => lstat(path).catch(ignoreMissing));
  if (found?.isSymbolicLink()) {
    throw new OutputError(`Will not write through the symbolic link ${path}`, {
      hint: 'Remove the link, or choose another folder with --out.',
    });
  }
}

/** The folder of a relative path; '' for the output folder itself. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
