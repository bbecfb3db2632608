import type { Document, Opened, Page } from '../domain/region.ts';
import type { Failure, SourceKind } from '../domain/source.ts';
import type { OpenOptions } from './backend.ts';
import type { Attempt } from './messages.ts';

type Try = (options: Pick<OpenOptions, 'pages'>) => Promise<Attempt>;

/**
 * Opens a document, allowing its reader one death. Where pages had been streamed, the one that killed the reader
 * becomes a failed page and reading goes on behind it; else the document is tried once more, unless it ran out of
 * time.
 */
export async function openPatiently(kind: SourceKind, attempt: Try): Promise<Opened> {
  const first = await attempt({});
  if (first.end.type !== 'died') return whole(kind, first);
  const behind = pagesBehind(first);
  if (behind === null && (first.pages.length > 0 || first.end.failure.code === 'timeout')) {
    return partial(kind, [first]);
  }
  if (behind?.length === 0) return partial(kind, [first]);
  const second = await attempt(behind === null ? {} : { pages: behind });
  if (behind !== null) return partial(kind, [first, second]);
  return second.end.type === 'died' ? partial(kind, [second]) : whole(kind, second);
}

/** Page numbers after the one that killed the reader; null where the count isn't known. */
function pagesBehind({ head, pages }: Attempt): readonly number[] | null {
  if (head === null) return null;
  const from = pages.length + 2;
  return Array.from({ length: Math.max(0, head.pageCount - from + 1) }, (_, i) => from + i);
}

/** A document of which no page could be read has failed for the reason of its first. */
function whole(kind: SourceKind, { pages, end }: Attempt): Opened {
  if (end.type !== 'opened') return { ok: false, failure: failureOf(end) };
  const [first] = pages;
  const unread = first?.failure && pages.every(page => page.failure && page.regions.length === 0);
  if (unread) return { ok: false, failure: first.failure };
  return { ok: true, document: { ...end.document, kind, pages } };
}

/** What attempts that died have left, as a document with a failed page for each death; a failure if nothing is left. */
function partial(kind: SourceKind, attempts: readonly Attempt[]): Opened {
  const pages: Page[] = [];
  for (const { pages: read, end } of attempts) {
    pages.push(...read);
    if (end.type !== 'opened') pages.push(failedPage(pages, failureOf(end)));
  }
  const [first] = attempts as [Attempt];
  if (pages.every(page => page.failure)) return { ok: false, failure: failureOf(first.end) };
  const last = attempts.at(-1)?.end;
  const head: Pick<Document, 'title' | 'pageCount' | 'warnings'> =
    last?.type === 'opened' ? last.document : { title: '', pageCount: 0, warnings: [], ...first.head };
  const failed = pages.filter(page => page.failure).map(page => page.page);
  const warnings = [...head.warnings, `Reading broke off at page ${failed.join(' and ')}.`];
  const pageCount = Math.max(head.pageCount, pages.at(-1)?.page ?? 0);
  return { ok: true, document: { kind, title: head.title, pageCount, pages, warnings } };
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
