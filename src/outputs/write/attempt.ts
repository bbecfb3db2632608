import { OutputError } from '../../errors.ts';

/** Does `work`; what the system refuses becomes an `OutputError` that names the path and says what to do. */
export async function attempt<T>(path: string, action: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(`Could not ${action} ${path}: ${reason(error)}`, {
      hint: hintFor(error),
      cause: error,
    });
  }
}

const REASONS: Record<string, readonly [reason: string, hint: string]> = {
  ENOSPC: [
    'the disk is full',
    'Free some space, or choose another folder with --out; then run the same command.',
  ],
  EDQUOT: ['the disk quota is used up', 'Free some space, or choose another folder with --out.'],
  EFBIG: ['the file would be larger than the system allows', 'Raise the limit on file sizes (ulimit -f).'],
  EACCES: ['permission denied', 'Choose a folder that you may write to with --out.'],
  EPERM: ['not permitted', 'Choose a folder that you may write to with --out.'],
  EROFS: ['the file system is read-only', 'Choose a folder that you may write to with --out.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Choose another folder with --out.'],
  EEXIST: ['a file stands where the folder should be', 'Choose another folder with --out.'],
  EISDIR: ['a folder stands where the file should be', 'Remove it, or choose another folder with --out.'],
};

function reason(error: unknown): string {
  return REASONS[codeOf(error)]?.[0] ?? (error instanceof Error ? error.message : String(error));
}

function hintFor(error: unknown): string {
  return REASONS[codeOf(error)]?.[1] ?? '';
}

/** The system's word for an error (`ENOSPC`), or ''. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** For `.catch`: a file that isn't there is no error. */
export function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}
