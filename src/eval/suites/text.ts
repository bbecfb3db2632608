import { join } from 'node:path';
import type { Reading } from '../../domain/reading.ts';
import type { StoredPage } from '../../domain/store.ts';
import { type Assertion, holds, isAssertion } from '../assertions.ts';
import { bagOf, type Overlap, overlap, precisionOf, recallOf, sumOverlaps } from '../bag.ts';
import { filesBelow, type GoldFile, goldOf } from '../gold.ts';
import { inLanes } from '../lanes.ts';
import { pageText } from '../page-text.ts';
import { pdftotext } from '../pdftotext.ts';
import type { EvalContext, Suite } from '../suite.ts';

/** Words of pages with a text layer, and human checks of what a page has to say and must not. */
export const text: Suite = {
  name: 'text',
  about: "words of PDF pages against pdftotext's, and olmOCR's checks of pages with a text layer",
  needs: 'data',
  run: async context => {
    const files = (await filesBelow(join(context.data, 'pdf'))).filter(file => file.endsWith('.pdf'));
    const compared = (await inLanes(files, 2, file => compare(file, context))).filter(one => one !== null);
    const words = sumOverlaps(compared.map(one => one.words));
    const checks = (
      await inLanes(await goldOf(context.data, '.tests.json', ['olmocr']), 2, file => check(file, context))
    ).flat();
    return {
      scores: {
        ...(compared.length === 0 ? {} : { recall: recallOf(words), precision: precisionOf(words) }),
        ...(checks.length === 0 ? {} : { checks: checks.filter(one => one.holds).length / checks.length }),
      },
      // Without pdftotext only the checks are left to count.
      n: compared.reduce((sum, one) => sum + one.pages, 0) || checks.length,
      each: [
        ...compared.map(({ file, pages, words: own }) => ({
          file,
          pages,
          recall: recallOf(own),
          precision: precisionOf(own),
        })),
        ...checks,
      ],
    };
  },
};

interface Compared {
  readonly file: string;
  readonly pages: number;
  readonly words: Overlap;
}

/** Null where there is nothing to compare with: no pdftotext, no text layer, or a file that can't be read. */
async function compare(file: string, { data, read }: EvalContext): Promise<Compared | null> {
  const path = join(data, 'pdf', file);
  const reference = await pdftotext(path);
  const opened = await read(path);
  if (!reference?.some(page => page.trim() !== '') || !opened.ok) return null;
  const pages = opened.document.pages.map(page => ({
    found: pageText(textLayer(page)),
    wanted: reference[page.page - 1] ?? '',
  }));
  const words = sumOverlaps(pages.map(({ found, wanted }) => overlap(bagOf(found), bagOf(wanted))));
  return { file, pages: pages.length, words };
}

/** Pages that are mostly picture are left out: their words have to be seen. */
async function check({ name, document, gold }: GoldFile, { read }: EvalContext) {
  const opened = await read(document);
  const pages = opened.ok ? opened.document.pages : [];
  return (gold as readonly Assertion[]).filter(isAssertion).flatMap(assertion => {
    const page = pages.find(one => one.page === assertion.page);
    if (!page || hasToBeSeen(page)) return [];
    return [{ name, check: assertion.id, holds: holds(assertion, page) }];
  });
}

/** What was read of a page without its pixels and without its drawings, whose words stand there as labels too. */
function textLayer(page: StoredPage): StoredPage {
  const layer = ({ route, kind }: Reading) => route !== 'lens' && (route !== 'vector' || kind === 'text');
  return { ...page, readings: page.readings.filter(layer) };
}

function hasToBeSeen(page: StoredPage): boolean {
  if (page.readings.some(({ route, kind }) => route === 'lens' && kind !== 'failed')) return true;
  const unread = page.readings.filter(reading => reading.kind === 'failed');
  const area = unread.reduce((sum, { box: [, , width, height] }) => sum + width * height, 0);
  return area > 0.4 || pageText(page).trim() === '';
}
