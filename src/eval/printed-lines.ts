import { execFile } from 'node:child_process';
import { comparable } from './edits.ts';
import type { GoldLine } from './line-match.ts';

const POPPLER = 'pdftotext';
const LARGEST_OUTPUT = 64 * 1024 * 1024;

/**
 * The lines of a PDF page as they are printed, by Poppler: with the hyphens at their ends, and no sentence that goes
 * on overleaf, both of which our own reading joins.
 * @returns null where Poppler isn't installed, refuses the file, or turns the page
 */
export async function printedLines(
  path: string,
  page: number,
  aspect: number,
): Promise<readonly GoldLine[] | null> {
  const xml = await bboxes(path, page);
  const size = /<page width="([\d.]+)" height="([\d.]+)"/.exec(xml ?? '');
  if (!xml || !size) return null;
  const [width, height] = [Number(size[1]), Number(size[2])];
  if (Math.abs(width / height / aspect - 1) > 0.02) return null;
  const lines = [
    ...xml.matchAll(/<line xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/line>/gs),
  ];
  return lines.flatMap(([, x0, y0, x1, y1, inner = '']): GoldLine[] => {
    const words = [...inner.matchAll(/<word [^>]*>(.*?)<\/word>/gs)].map(([, word = '']) => plain(word));
    const text = comparable(words.join(' '));
    const [left, top] = [Number(x0) / width, Number(y0) / height];
    const box = [left, top, Number(x1) / width - left, Number(y1) / height - top] as const;
    return text === '' ? [] : [{ text, box }];
  });
}

function bboxes(path: string, page: number): Promise<string | null> {
  const args = ['-enc', 'UTF-8', '-bbox-layout', '-f', String(page), '-l', String(page), path, '-'];
  return new Promise(resolve => {
    execFile(POPPLER, args, { maxBuffer: LARGEST_OUTPUT }, (error, stdout) => resolve(error ? null : stdout));
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(xml: string): string {
  return xml.replace(/&(#?)(\w+);/g, (whole, sign: string, name: string) =>
    sign === '#' ? String.fromCodePoint(Number(name.replace(/^x/, '0x'))) : (ENTITIES[name] ?? whole),
  );
}
