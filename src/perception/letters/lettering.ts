import type { Marks } from '../../domain/mark.ts';
import type { FigureRegion, Page } from '../../domain/region.ts';
import type { LineText } from '../../domain/vision.ts';
import { type LetteredFigure, letteredFigures, placeOf } from './find-lines.ts';
import type { LetterLine } from './letter-line.ts';
import { type LetterSheet, letterSheet } from './letter-sheet.ts';
import { type ReadLine, readTexts } from './read-texts.ts';

/** What a page's drawings say in letters that are outlines: the sheet to be read, and the lines on it. */
export interface Lettering extends LetterSheet {
  readonly figures: readonly LetteredFigure[];
  readonly lines: readonly LetterLine[];
}

/** Letters of a page's drawings that are outlines; null where there are none. */
export function letteringOf(page: Page): Lettering | null {
  const drawings = page.regions.filter(region => region.kind === 'figure' && region.marks !== undefined);
  const figures = letteredFigures(drawings as readonly FigureRegion[]);
  const lines = [...new Set(figures.flatMap(figure => figure.lines))];
  return lines.length === 0 || lines.length > MOST_LINES ? null : { figures, lines, ...letterSheet(lines) };
}

/** A page with more is a map or a page of text that was turned into paths. */
const MOST_LINES = 400;

/** The page with what was read on the sheet as texts of its drawings, in place of the outlines. */
export function withLettering(page: Page, { figures, lines }: Lettering, read: readonly LineText[]): Page {
  const texts = readTexts(lines.map((line, i) => ({ line, read: read[i]! })));
  const lettered = new Map(
    figures.map(({ region, lines: own }) => {
      const marks = withTexts(
        region.marks!,
        texts.filter(({ line }) => own.includes(line)),
      );
      return [region, { ...region, marks }] as const;
    }),
  );
  return { ...page, regions: page.regions.map(region => lettered.get(region as FigureRegion) ?? region) };
}

function withTexts(marks: Marks, texts: readonly ReadLine[]): Marks {
  const told = new Set(texts.flatMap(({ line }) => line.pieces.map(placeOf)));
  return {
    ...marks,
    texts: [...marks.texts, ...texts.map(({ text }) => text)],
    paths: marks.paths.filter(path => !told.has(placeOf(path))),
  };
}
