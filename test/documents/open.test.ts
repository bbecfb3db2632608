import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/documents/messages.ts';
import { openPatiently } from '../../src/documents/open.ts';
import type { Page } from '../../src/domain/region.ts';

const page = (number: number): Page => ({ page: number, width: 100, height: 50, regions: [] });
const pages = (...numbers: number[]) => numbers.map(page);
const died = (code: string): Attempt['end'] => ({ type: 'died', failure: { code, message: 'It died.' } });
const opened = (pageCount: number): Attempt['end'] => ({
  type: 'opened',
  document: { kind: 'pdf', title: 'T', pageCount, warnings: [] },
});
const head = (pageCount: number) => ({ title: 'T', pageCount });

/** What comes of these attempts, and which pages each was asked for. */
async function outcome(...attempts: Attempt[]) {
  const asked: (readonly number[] | undefined)[] = [];
  const result = await openPatiently('pdf', async options => {
    asked.push(options.pages);
    return attempts[asked.length - 1] as Attempt;
  });
  const summary = result.ok
    ? result.document.pages.map(p => (p.failure ? `${p.page} ${p.failure.code}` : `${p.page}`))
    : result.failure.code;
  return { summary, asked };
}

describe('a reader may die once', () => {
  test.each<[string, Attempt[], string | string[], (number[] | undefined)[]]>([
    [
      'a document that is read is whole',
      [{ head: head(2), pages: pages(1, 2), end: opened(2) }],
      ['1', '2'],
      [undefined],
    ],
    [
      'after a crash before the first page it is tried once more',
      [
        { head: null, pages: [], end: died('crashed') },
        { head: null, pages: pages(1), end: opened(1) },
      ],
      ['1'],
      [undefined, undefined],
    ],
    [
      'a second crash is final',
      [
        { head: null, pages: [], end: died('crashed') },
        { head: null, pages: [], end: died('memory') },
      ],
      'memory',
      [undefined, undefined],
    ],
    [
      'a timeout before anything is known is final',
      [{ head: null, pages: [], end: died('timeout') }],
      'timeout',
      [undefined],
    ],
    [
      'a page that kills its reader is left out, and reading goes on behind it',
      [
        { head: head(4), pages: pages(1), end: died('timeout') },
        { head: head(4), pages: pages(3, 4), end: opened(4) },
      ],
      ['1', '2 timeout', '3', '4'],
      [undefined, [3, 4]],
    ],
    [
      'what was read before a second death is kept',
      [
        { head: head(9), pages: pages(1), end: died('crashed') },
        { head: head(9), pages: pages(3), end: died('memory') },
      ],
      ['1', '2 crashed', '3', '4 memory'],
      [undefined, [3, 4, 5, 6, 7, 8, 9]],
    ],
    [
      'without a page count it ends where it died',
      [{ head: null, pages: pages(1, 2), end: died('crashed') }],
      ['1', '2', '3 crashed'],
      [undefined],
    ],
  ])('%s', async (_, attempts, summary, asked) => {
    expect(await outcome(...attempts)).toEqual({ summary, asked });
  });

  test('a document of which no page could be read has failed for that reason', async () => {
    const failed = { ...page(1), failure: { code: 'damaged', message: 'Broken.' } };
    expect((await outcome({ head: null, pages: [failed], end: opened(1) })).summary).toBe('damaged');
  });
});
