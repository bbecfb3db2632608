import type { VisionModel } from '../../domain/vision.ts';
import { openLens } from '../../lens/index.ts';
import { type LabelScores, readLabels } from '../read-labels.ts';
import { type PageScores, readPages } from '../read-pages.ts';
import type { Suite } from '../suite.ts';

/** The reader and the finder of lines: labels of real charts by their boxes, and worn pages as a whole. */
export const read: Suite = {
  name: 'read',
  about: 'labels of charts against their SVG, worn pages against their text layer; Tesseract beside it',
  needs: 'data',
  run: async context => {
    await using lens: VisionModel = await openLens();
    const labels = await readLabels(context.data, lens);
    const pages = await readPages(context, lens);
    return {
      scores: { ...labelScores(labels), ...pageScores(pages) },
      n: labels.reduce((sum, one) => sum + one.n, pages.length),
      each: [
        ...labels.flatMap(one => one.misses),
        ...pages.map(({ file, page, own }) => ({ file, page, ...own })),
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
