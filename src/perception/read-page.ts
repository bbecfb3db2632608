import { WHOLE_PAGE } from '../domain/box.ts';
import type { Reading, TextRole } from '../domain/reading.ts';
import type { Page, Region, TextRegion } from '../domain/region.ts';
import { clampBox, roundBox } from '../lib/box.ts';
import { readingId } from '../lib/reading-id.ts';
import { readDrawings } from './read-drawings.ts';
import { type Read, readRegion } from './read-region.ts';

/**
 * One page's regions as readings, in reading order.
 * @param section headings in force at the top of the page, outermost first; '' where a level was skipped
 * @returns the readings, and the headings in force at the end of the page
 */
export function readPage(
  sha256: string,
  page: Page,
  section: readonly string[] = [],
): { readonly readings: readonly Reading[]; readonly section: readonly string[] } {
  const readings: Reading[] = [];
  let inForce = section;
  const add = (read: Read, box: Region['box']) => {
    const above = inForce.filter(heading => heading !== '');
    const place = { page: page.page, box: roundBox(clampBox(box)), order: readings.length, section: above };
    const reading = { ...place, ...read };
    readings.push({ id: readingId(sha256, reading), ...reading } as Reading);
  };
  const drawings = readDrawings(page.regions);
  for (const region of page.regions) {
    if (isHeading(region)) inForce = enter(inForce, region);
    for (const { read, box } of drawings.get(region) ?? [readRegion(region)]) add(read, box);
  }
  if (page.failure) add(failedPage(page.failure), WHOLE_PAGE);
  return { readings, section: inForce };
}

const HEADING_ROLES: ReadonlySet<TextRole> = new Set(['title', 'heading']);

function isHeading(region: Region): region is TextRegion {
  return region.kind === 'text' && HEADING_ROLES.has(region.role);
}

function enter(section: readonly string[], { level = 1, text }: TextRegion): readonly string[] {
  const kept = section.slice(0, level - 1);
  while (kept.length < level - 1) kept.push('');
  return [...kept, text];
}

function failedPage(failure: NonNullable<Page['failure']>): Read {
  return { kind: 'failed', region: 'page', caption: '', route: 'text-layer', confidence: 0, ...failure };
}
