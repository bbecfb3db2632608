import { execFile } from 'node:child_process';

const POPPLER = 'pdfimages';
const POINTS = 72;
/** A picture that takes up so much of a page is the page: its text layer was read from it, by somebody's OCR. */
const WHOLE = 0.7;

interface PageSize {
  readonly page: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** Whether a PDF page is a scan, whatever text lies over it; false where Poppler isn't installed. */
export async function isScan(path: string, { page, width, height }: PageSize): Promise<boolean> {
  const args = ['-list', '-f', String(page), '-l', String(page), path];
  const list = await new Promise<string>(done => {
    execFile(POPPLER, args, { maxBuffer: 16 * 1024 * 1024 }, (error, stdout) => done(error ? '' : stdout));
  });
  return list.split('\n').some(row => {
    const cells = row.trim().split(/\s+/);
    const [across, down, xPpi, yPpi] = [cells[3], cells[4], cells[12], cells[13]].map(Number);
    if (!across || !down || !xPpi || !yPpi) return false;
    return (across / xPpi) * (down / yPpi) * POINTS * POINTS > WHOLE * width * height;
  });
}
