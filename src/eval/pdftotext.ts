import { execFile } from 'node:child_process';

const POPPLER = 'pdftotext';
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/** A PDF's text page by page as Poppler's `pdftotext` gives it; null where it isn't installed or refuses the file. */
export function pdftotext(path: string): Promise<readonly string[] | null> {
  return new Promise(resolve => {
    execFile(POPPLER, ['-enc', 'UTF-8', path, '-'], { maxBuffer: LARGEST_OUTPUT }, (error, stdout) => {
      if (error) resolve(null);
      else resolve(stdout.split('\f').slice(0, -1).map(joinHyphens));
    });
  });
}

/** It leaves words as they are broken at line ends. */
function joinHyphens(text: string): string {
  return text.replace(/(\p{Ll})[-\u00ad\u2010]\n(?=\p{Ll})/gu, '$1');
}
