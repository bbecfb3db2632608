import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

/** A password, and the files that it is for. */
export interface PasswordLine {
  /** A path or pattern; null for every file that is protected. */
  readonly file: string | null;
  readonly password: string;
}

/**
 * Passwords as they stand in a file, one a line: `PASSWORD` for every protected file, or `PATTERN<tab>PASSWORD`.
 * Lines that are empty or begin with `# ` are skipped.
 * @throws UsageError that names the file and the line, and never what stands there
 */
export function readPasswordFile(path: string): readonly PasswordLine[] {
  const lines = readText(path)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const passwords = lines.flatMap((line, index) =>
    line === '' || line === '#' || line.startsWith('# ') ? [] : [parseLine(line, `${path}:${index + 1}`)],
  );
  if (passwords.length > 0) return passwords;
  throw new UsageError(`${path} holds no password.`, { hint: SHAPE });
}

const SHAPE =
  'One a line: a password for every protected file, or a file or pattern, a tab, and its password.';

function parseLine(line: string, where: string): PasswordLine {
  const tab = line.indexOf('\t');
  if (tab < 0) return { file: null, password: line };
  const file = line.slice(0, tab).trim();
  const password = line.slice(tab + 1);
  if (file !== '' && password !== '') return { file, password };
  throw new UsageError(`${where} has ${file === '' ? 'no file before' : 'no password after'} its tab.`, {
    hint: SHAPE,
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new UsageError(`The password file ${path} can't be read (${code}).`, { cause });
  }
}
