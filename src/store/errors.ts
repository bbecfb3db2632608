import { BugError, DossierError, StoreBusyError, StoreError } from '../errors.ts';

/** An error of SQLite or of the file system as one that a user can act on; any other comes back as it is. */
export function asStoreError(path: string, error: unknown): unknown {
  if (error instanceof DossierError || error instanceof BugError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const known = TROUBLES.find(({ codes, says }) => codes.test(code) || says?.test(message));
  return known ? known.make(path, error, message) : error;
}

export function corruptStore(path: string, found: string, cause?: unknown): StoreError {
  return new StoreError('store_corrupt', `The store ${path} is damaged: ${found}.`, {
    hint: 'Put back a copy of the file, or move it aside and run again to start a new store; nothing was written to it.',
    cause,
  });
}

interface Trouble {
  /** Codes of SQLite or Node. */
  readonly codes: RegExp;
  /** For errors that carry no code. */
  readonly says?: RegExp;
  readonly make: (path: string, cause: unknown, message: string) => DossierError;
}

const TROUBLES: readonly Trouble[] = [
  {
    codes: /^(SQLITE_FULL|SQLITE_IOERR_WRITE|ENOSPC|EFBIG|EDQUOT)$/,
    make: (path, cause, message) =>
      new StoreError('store_full', `The store ${path} could not grow: ${message}.`, {
        hint: 'Free space on this disk or raise the file-size limit, then run again: what was stored is kept.',
        cause,
      }),
  },
  {
    codes: /^SQLITE_(NOTADB|CORRUPT)/,
    make: (path, cause, message) => corruptStore(path, message, cause),
  },
  {
    codes: /^SQLITE_(BUSY|LOCKED)/,
    make: (path, cause) =>
      new StoreBusyError(`The store ${path} is held by another process.`, {
        hint: 'Try again shortly.',
        cause,
      }),
  },
  {
    codes: /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|EACCES|EPERM|EROFS|EEXIST|ENOENT|ENOTDIR|EIO)/,
    says: /^ConnectionFailed/,
    make: (path, cause, message) =>
      new StoreError('store_unwritable', `The store ${path} could not be opened or written: ${message}.`, {
        hint: 'Check that its folder exists and may be written to, or name another with --store.',
        cause,
      }),
  },
];
