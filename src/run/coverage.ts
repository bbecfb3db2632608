import type { FailedReading } from '../domain/reading.ts';
import type { CoverageRecord, SourceRecord } from '../domain/state.ts';
import type { StoredDocument, StoredPage } from '../domain/store.ts';

/** Below this, a page's text is listed as low confidence. */
const LOW_CONFIDENCE = 0.8;

/** The coverage ledger's lines for one document: every page, and every figure that could not be read. */
export function coverDocument(source: SourceRecord, document: StoredDocument): readonly CoverageRecord[] {
  const lines = document.pages.flatMap(page => coverPage(source, page));
  const unopened = document.pageCount - document.pages.length;
  return unopened > 0 ? [...lines, ...skippedPages(source, document)] : lines;
}

function coverPage(source: SourceRecord, page: StoredPage): readonly CoverageRecord[] {
  const failed = page.readings.filter(reading => reading.kind === 'failed');
  const read = page.readings.filter(reading => reading.kind !== 'failed');
  const lowest = Math.min(1, ...read.map(reading => reading.confidence));
  const whole =
    failed.find(reading => reading.region === 'page') ?? (read.length === 0 ? failed[0] : undefined);
  const status = whole ? 'failed' : lowest < LOW_CONFIDENCE ? 'low-confidence' : 'read';
  const line: CoverageRecord = {
    id: `${source.id}/${page.page}`,
    source: source.id,
    page: page.page,
    what: 'page',
    status,
    failure: whole ? { code: whole.code, message: whole.message } : null,
    caption: '',
  };
  return [line, ...failed.filter(reading => reading !== whole).map(reading => coverFigure(source, reading))];
}

function coverFigure(
  source: SourceRecord,
  { id, page, code, message, caption }: FailedReading,
): CoverageRecord {
  return {
    id: `${source.id}/${page}/${id}`,
    source: source.id,
    page,
    what: 'figure',
    status: 'failed',
    failure: { code, message },
    caption,
  };
}

function skippedPages(source: SourceRecord, document: StoredDocument): readonly CoverageRecord[] {
  const opened = new Set(document.pages.map(page => page.page));
  const all = Array.from({ length: document.pageCount }, (_, i) => i + 1);
  return all
    .filter(page => !opened.has(page))
    .map(page => ({
      id: `${source.id}/${page}`,
      source: source.id,
      page,
      what: 'page',
      status: 'skipped',
      failure: {
        code: 'page_limit',
        message: 'The page lies beyond the limit of pages to read in one file.',
      },
      caption: '',
    }));
}
