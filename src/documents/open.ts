import type { Document, Opened, Page } from '../domain/region.ts';
import type { Failure, SourceKind } from '../domain/source.ts';
import type { OpenOptions } from './backend.ts';
import type { Attempt } from './messages.ts';

type Try = (options: Pick<OpenOptions, 'pages' | 'oneByOne'>) => Promise<Attempt>;

/** Pages that may kill their reader before the rest of a document is given up. */
const MOST_DEATHS = 3;

/**
 * Opens a document whose reader may die. What had been streamed is kept; the rest is read again page by page, so that
 * the page which kills the reader is known: it becomes a failed page, and reading goes on behind it. A document that
 * died before anything was known of it is tried once more, unless it ran out of time.
 */
export async function openPatiently(kind: SourceKind, attempt: Try): Promise<Opened> {
  const first = await attempt({});
  if (first.end.type !== 'died') return whole(kind, first);
  if (first.head === null) return openAgain(kind, first, attempt);
  const { pageCount } = first.head;
  const later: Attempt[] = [];
  for (let from = first.pages.length + 1; from <= pageCount && later.length < MOST_DEATHS; ) {
    const next = await attempt({ pages: upFrom(from, pageCount), oneByOne: true });
    later.push(next);
    if (next.end.type !== 'died') break;
    from += next.pages.length + 1;
  }
  return partial(kind, { ...first, ...(later.length > 0 && { end: null }) }, later);
}

async function openAgain(kind: SourceKind, first: Attempt, attempt: Try): Promise<Opened> {
  if (first.pages.length > 0 || failureOf(first.end).code === 'timeout') return partial(kind, first, []);
  const second = await attempt({});
  return second.end.type === 'died' ? partial(kind, second, []) : whole(kind, second);
}

function upFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** A document of which no page could be read has failed for the reason of its first. */
function whole(kind: SourceKind, { pages, end }: Attempt): Opened {
  if (end.type !== 'opened') return { ok: false, failure: failureOf(end) };
  const [first] = pages;
  const unread = first?.failure && pages.every(page => page.failure && page.regions.length === 0);
  if (unread) return { ok: false, failure: first.failure };
  return { ok: true, document: { ...end.document, kind, pages } };
}

/** An attempt whose end says nothing, since another took up where it broke off. */
type Survived = Omit<Attempt, 'end'> & { readonly end: Attempt['end'] | null };

/** What attempts have left, as a document with a failed page for each that died; a failure if nothing is left. */
function partial(kind: SourceKind, first: Survived, later: readonly Attempt[]): Opened {
  const attempts = [first, ...later];
  const pages: Page[] = [];
  for (const { pages: read, end } of attempts) {
    pages.push(...read);
    if (end !== null && end.type !== 'opened') pages.push(failedPage(pages, failureOf(end)));
  }
  const failures = pages.flatMap(page => page.failure ?? []);
  if (failures[0] && failures.length === pages.length) return { ok: false, failure: failures[0] };
  const last = later.at(-1)?.end;
  const head: Pick<Document, 'title' | 'pageCount' | 'warnings'> =
    last?.type === 'opened' ? last.document : { title: '', pageCount: 0, warnings: [], ...first.head };
  const failed = pages.filter(page => page.failure).map(page => page.page);
  const broken = failed.length > 0 ? [`Reading broke off at page ${failed.join(' and ')}.`] : [];
  const pageCount = Math.max(head.pageCount, pages.at(-1)?.page ?? 0);
  return {
    ok: true,
    document: { kind, title: head.title, pageCount, pages, warnings: [...head.warnings, ...broken] },
  };
}

function failedPage(before: readonly Page[], failure: Failure): Page {
  const last = before.at(-1);
  const { width = 612, height = 792 } = last ?? {};
  return { page: (last?.page ?? 0) + 1, width, height, regions: [], failure };
}

function failureOf(end: Attempt['end']): Failure {
  if (end.type === 'died' || end.type === 'failed') return end.failure;
  return { code: 'damaged', message: 'The reader answered something else than a document.' };
}
