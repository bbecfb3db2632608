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

describe('a reader may die', () => {
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
        { head: head(5), pages: pages(1), end: died('timeout') },
        { head: head(5), pages: pages(2), end: died('timeout') },
        { head: head(5), pages: pages(4, 5), end: opened(5) },
      ],
      ['1', '2', '3 timeout', '4', '5'],
      [undefined, [2, 3, 4, 5], [4, 5]],
    ],
    [
      'a death that does not come again costs no page',
      [
        { head: head(3), pages: pages(1), end: died('crashed') },
        { head: head(3), pages: pages(2, 3), end: opened(3) },
      ],
      ['1', '2', '3'],
      [undefined, [2, 3]],
    ],
    [
      'after three pages that kill their reader the rest is given up',
      [
        { head: head(9), pages: pages(1), end: died('crashed') },
        { head: head(9), pages: [], end: died('crashed') },
        { head: head(9), pages: pages(3), end: died('memory') },
        { head: head(9), pages: [], end: died('timeout') },
      ],
      ['1', '2 crashed', '3', '4 memory', '5 timeout'],
      [undefined, [2, 3, 4, 5, 6, 7, 8, 9], [3, 4, 5, 6, 7, 8, 9], [5, 6, 7, 8, 9]],
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
