import type { Reading } from '../domain/reading.ts';
import type { Page } from '../domain/region.ts';
import { readPage } from './read-page.ts';

/** Bumped whenever any reader would make other readings of the same bytes; stored readings are then made anew. */
export const READER_VERSION = '5';

interface PageReadings {
  readonly page: number;
  readonly label: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly readings: readonly Reading[];
}

/** All pages of a document read in order; a heading stays in force over page ends until one of its level replaces it. */
export function readDocument(sha256: string, pages: readonly Page[]): readonly PageReadings[] {
  let section: readonly string[] = [];
  return pages.map(page => {
    const read = readPage(sha256, page, section);
    section = read.section;
    return {
      page: page.page,
      label: page.label ?? '',
      width: page.width,
      height: page.height,
      readings: read.readings,
    };
  });
}
