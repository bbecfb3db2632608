import { isAbsolute, posix, relative, sep } from 'node:path';
import { globToRegExp } from '../sources/index.ts';

/** What to try on a protected file, by its absolute path. */
export type Passwords = (path: string) => readonly string[];

/**
 * Passwords by file, those that name the file first. A line without a file is for all; a name alone is for files of
 * that name anywhere; anything else is a path or pattern, from `cwd` where it is relative.
 */
export function passwordsByFile(
  lines: readonly { readonly file: string | null; readonly password: string }[],
  cwd: string,
): Passwords {
  const common = lines.filter(({ file }) => file === null);
  const named = lines.flatMap(({ file, password }) =>
    file === null ? [] : [{ password, isFor: matcher(file, cwd) }],
  );
  return path => {
    const own = named.filter(({ isFor }) => isFor(path));
    return [...new Set([...own, ...common].map(({ password }) => password))];
  };
}

function matcher(file: string, cwd: string): (path: string) => boolean {
  const wanted = posix.normalize(slashed(file));
  const pattern = globToRegExp(wanted);
  const shown = isAbsolute(file)
    ? slashed
    : wanted.includes('/')
      ? (path: string) => slashed(relative(cwd, path))
      : (path: string) => posix.basename(slashed(path));
  return path => shown(path) === wanted || pattern.test(shown(path));
}

function slashed(path: string): string {
  return path.split(sep).join('/').normalize('NFC');
}
