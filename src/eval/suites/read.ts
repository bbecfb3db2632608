import type { VisionModel } from '../../domain/vision.ts';
import { openLens } from '../../lens/index.ts';
import { type LabelScores, readLabels } from '../read-labels.ts';
import { type PageScores, readPages } from '../read-pages.ts';
import { readScans, type ScanScores } from '../read-scans.ts';
import type { ScoreGroup, Suite } from '../suite.ts';

/** The reader and the finder of lines: labels of real charts by their boxes, and worn pages as a whole. */
export const read: Suite = {
  name: 'read',
  about: 'labels of charts against their SVG, worn pages against their text layer; Tesseract beside it',
  needs: 'data',
  run: async context => {
    await using lens: VisionModel = await openLens();
    const labels = await readLabels(context.data, lens);
    const pages = await readPages(context, lens);
    const scans = await readScans(context, lens);
    const printed = scans.filter(scan => scan.handwritten === false);
    return {
      scores: { ...labelScores(labels), ...pageScores(pages), ...scanScores(printed) },
      n: labels.reduce((sum, one) => sum + one.n, pages.length + printed.length),
      groups: groups(labels, pages, scans),
      notes: [HANDWRITING],
      each: [
        ...labels.flatMap(one => one.misses),
        ...pages.map(({ file, page, characters, own }) => ({ file, page, characters, ...own })),
        ...scans.map(scan => ({ ...scan })),
      ],
    };
  },
};

function labelScores(labels: readonly LabelScores[]): Record<string, number> {
  return Object.fromEntries(
    labels.flatMap(({ name, n, right, tesseract }) => [
      [name, right / n],
      ...(tesseract === null ? [] : [[`${name}Tesseract`, tesseract / n]]),
    ]),
  );
}

function pageScores(pages: readonly PageScores[]): Record<string, number> {
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  if (characters === 0) return {};
  const compared = pages.filter(page => page.tesseract !== null);
  const rightOf = (of: readonly PageScores[], edits: (page: PageScores) => number) =>
    1 - of.reduce((sum, page) => sum + edits(page), 0) / of.reduce((sum, page) => sum + page.characters, 0);
  return {
    worn: rightOf(pages, page => page.own.edits),
    wornWords:
      pages.reduce((sum, page) => sum + page.own.words, 0) / pages.reduce((sum, page) => sum + page.words, 0),
    ...(compared.length === 0
      ? {}
      : { wornTesseract: rightOf(compared, page => page.tesseract?.edits ?? 0) }),
  };
}

const HANDWRITING = 'Handwriting is listed under source, not scored.';

function scanScores(scans: readonly ScanScores[]): Record<string, number> {
  const characters = scans.reduce((sum, scan) => sum + scan.characters, 0);
  if (characters === 0) return {};
  const rightOf = (edits: (scan: ScanScores) => number) =>
    1 - scans.reduce((sum, scan) => sum + edits(scan), 0) / characters;
  return { scans: rightOf(scan => scan.edits), scansTesseract: rightOf(scan => scan.tesseract ?? 0) };
}

function groups(
  labels: readonly LabelScores[],
  pages: readonly PageScores[],
  scans: readonly ScanScores[],
): readonly ScoreGroup[] {
  const handwritten = scans.filter(scan => scan.handwritten === true);
  const printed = scans.filter(scan => scan.handwritten === false);
  const rows = [
    ...labels.map(one => ({ name: `labels, ${one.name}`, n: one.n, scores: labelScores([one]) })),
    { name: 'worn pages', n: pages.length, scores: pageScores(pages) },
    { name: 'pages of olmocr, printed', n: printed.length, scores: scanScores(printed) },
    { name: 'pages of olmocr, handwritten', n: handwritten.length, scores: scanScores(handwritten) },
  ];
  return rows.filter(({ n }) => n > 0).map(row => ({ by: 'source', ...row }));
}
