import type { StoredDocument } from '../domain/store.ts';
import type { Kit } from '../run/kit.ts';
import { READER_VERSION } from '../run/versions.ts';
import { median, quantile, round } from './median.ts';
import { timed } from './timed.ts';

const QUERIES = 40;
const TERMS = 6;
const LIMIT = 60;

export interface SearchSpeed {
  readonly queries: number;
  readonly terms: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

/** Latency of full-text search with words that the documents themselves use. */
export async function measureSearch(documents: readonly StoredDocument[], kit: Kit): Promise<SearchSpeed> {
  const words = vocabularyOf(documents);
  const times: number[] = [];
  if (words.length > 0) {
    const sources = documents.map(document => document.sha256);
    for (let i = 0; i < QUERIES; i++) {
      const terms = Array.from(
        { length: TERMS },
        (_, k) => words[(i * 31 + k * 17) % words.length] as string,
      );
      const query = { sources, terms: terms.map(term => ({ term, weight: 1 })), limit: LIMIT };
      times.push((await timed(() => kit.store.search(query, READER_VERSION))).ms);
    }
  }
  return {
    queries: times.length,
    terms: TERMS,
    median: round(median(times)),
    p95: round(quantile(times, 0.95)),
  };
}

/** Distinct longer words in the order they are met: the same for the same documents. */
function vocabularyOf(documents: readonly StoredDocument[]): readonly string[] {
  const words = new Set<string>();
  for (const { pages } of documents) {
    for (const reading of pages.flatMap(page => page.readings)) {
      if (reading.kind === 'text') for (const [word] of reading.text.matchAll(/\p{L}{5,}/gu)) words.add(word);
    }
  }
  return [...words];
}
