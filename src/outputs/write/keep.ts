import { constants } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { sha256 } from '../../lib/hash.ts';
import { attempt, codeOf } from './attempt.ts';
import type { Manifest } from './manifest.ts';

/** An output whose earlier content was not as we had left it, and the name under which that is kept. */
export interface Kept {
  readonly path: string;
  readonly as: string;
}

/** What people edit. */
const EDITABLE: ReadonlySet<string> = new Set(['report.md', 'report.html', 'deck.pptx']);

/** Copies what somebody else wrote or changed at an output's place, before it is overwritten; null where nobody did. */
export async function keepForeign(dir: string, path: string, before: Manifest): Promise<Kept | null> {
  if (!EDITABLE.has(path)) return null;
  const found = await readFile(join(dir, path)).catch(() => null);
  if (found === null || sha256(found) === before[path]) return null;
  const { name, ext } = parse(path);
  for (let count = 1; ; count++) {
    const as = `${name}.kept${count === 1 ? '' : `-${count}`}${ext}`;
    if (await attempt(join(dir, as), 'write', () => copied(join(dir, path), join(dir, as))))
      return { path, as };
  }
}

/** False where there is such a file already. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
