import { type RawBuilder, sql } from 'kysely';
import type { SearchHit, SearchQuery } from '../domain/store.ts';
import type { Sql } from './connection.ts';
import { ungrouped } from './searchable.ts';

/**
 * Readings that hold any of the terms, best first: BM25 with a weight for each column, summed over terms by their
 * weights. How rare a word is counts within the sources asked for, so that other documents in the store don't sway
 * the order; and it counts apart for words of the headings above, which all readings of a section share.
 */
export async function search(db: Sql, query: SearchQuery, reader: string): Promise<readonly SearchHit[]> {
  const probes = probesOf(query.terms);
  const documents = await documentsOf(db, query.sources, reader);
  const here = sum(documents.map(d => d.indexed));
  if (probes.length === 0 || here === 0) return [];

  const ranges = mergeRanges(documents);
  const everywhere = sum((await db.selectFrom('documents').select('indexed').execute()).map(d => d.indexed));
  const counted = await countHits(db, probes, ranges);
  const weighed = probes.map((probe, i) => {
    const { here: found = 0, everywhere: foundEverywhere = 0 } = counted[i] ?? {};
    const factor = rarity(here, found) / fts5Rarity(everywhere, foundEverywhere);
    return { match: probe.match, factor: found === 0 ? 0 : probe.factor * factor };
  });
  return rank(db, { probes: weighed.filter(p => p.factor !== 0), ranges, limit: query.limit });
}

interface Probe {
  /** One quoted phrase in one group of columns: FTS5 then scores it as rarity times frequency. */
  readonly match: string;
  /** What bm25() is to be multiplied by: the term's weight first, then corrected for rarity. */
  readonly factor: number;
}

interface Range {
  readonly first_reading: number;
  readonly last_reading: number;
}

/** Weights of section, title, body, labels and numbers: the best of those tried, on a plateau (docs/store.md). */
const COLUMN_WEIGHTS = '1.0, 2.0, 1.0, 2.0, 1.0';
const OWN_WORDS = '{title body labels numbers}';

function probesOf(terms: SearchQuery['terms']): readonly Probe[] {
  return terms.flatMap(({ term, weight }) => {
    const phrase = phraseOf(term);
    if (phrase === null || !Number.isFinite(weight) || weight === 0) return [];
    return [
      { match: `${OWN_WORDS} : ${phrase}`, factor: weight },
      { match: `section : ${phrase}`, factor: weight },
    ];
  });
}

/** Quoted, so that nothing in it is FTS5 syntax; null where it holds no letter or digit. */
function phraseOf(term: string): string | null {
  const plain = (ungrouped(term) ?? term).replace(/["\p{C}]/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(plain) ? `"${plain}"` : null;
}

/** SQLite's limit on parameters is far above any number of sources. */
function documentsOf(db: Sql, sources: readonly string[], reader: string) {
  return db
    .selectFrom('documents')
    .select(['first_reading', 'last_reading', 'indexed'])
    .where('sha256', 'in', [...sources, ''])
    .where('reader', '=', reader)
    .orderBy('first_reading')
    .execute();
}

function mergeRanges(documents: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const { first_reading, last_reading } of documents) {
    const before = merged.at(-1);
    if (before && before.last_reading + 1 === first_reading) {
      merged[merged.length - 1] = { first_reading: before.first_reading, last_reading };
    } else merged.push({ first_reading, last_reading });
  }
  return merged;
}

async function countHits(db: Sql, probes: readonly Probe[], ranges: readonly Range[]) {
  const { rows } = await sql<{ here: number; everywhere: number }>`
    WITH ${probesSql(probes)}, ${rangesSql(ranges)}
    SELECT
      (SELECT count(*) FROM reading_text WHERE reading_text MATCH probe.match) AS everywhere,
      (SELECT count(*) FROM reading_text WHERE reading_text MATCH probe.match AND ${within(ranges)}) AS here
    FROM probe ORDER BY probe.nr`.execute(db);
  return rows;
}

async function rank(
  db: Sql,
  query: { readonly probes: readonly Probe[]; readonly ranges: readonly Range[]; readonly limit: number },
): Promise<readonly SearchHit[]> {
  // Hits are materialized, since bm25() answers only while its row is under the cursor.
  const { rows } = await sql<SearchHit>`
    WITH ${probesSql(query.probes)}, ${rangesSql(query.ranges)}, hit AS MATERIALIZED (
      SELECT reading_text.rowid AS n, -bm25(reading_text, ${sql.raw(COLUMN_WEIGHTS)}) * probe.factor AS score
      FROM probe CROSS JOIN reading_text
      WHERE reading_text MATCH probe.match AND ${within(query.ranges)}
    ), best AS (SELECT n, round(sum(score), 6) AS score FROM hit GROUP BY n)
    SELECT d.sha256 AS sha256, readings.page AS page, readings.id AS reading, best.score AS score
    FROM best JOIN readings ON readings.n = best.n JOIN documents AS d ON d.doc = readings.doc
    ORDER BY best.score DESC, d.sha256, readings.n LIMIT ${query.limit}`.execute(db);
  return rows;
}

/** Probes as a table `probe (nr, match, factor)`, taken out of their JSON once and not for every hit. */
function probesSql(probes: readonly Probe[]): RawBuilder<unknown> {
  return sql`probe AS MATERIALIZED (
    SELECT key AS nr, value ->> '$.match' AS match, value ->> '$.factor' AS factor
    FROM json_each(${JSON.stringify(probes)}))`;
}

/** Ranges as a table `range (first, last)`. */
function rangesSql(ranges: readonly Range[]): RawBuilder<unknown> {
  return sql`range AS MATERIALIZED (
    SELECT value ->> '$.first_reading' AS first, value ->> '$.last_reading' AS last
    FROM json_each(${JSON.stringify(ranges)}))`;
}

/** From the first range to the last, and then in one of them: a probe scored range by range is counted anew for each. */
function within(ranges: readonly Range[]): RawBuilder<unknown> {
  const first = ranges[0]?.first_reading ?? 0;
  const last = ranges.at(-1)?.last_reading ?? 0;
  return sql`reading_text.rowid BETWEEN ${first} AND ${last} AND EXISTS
    (SELECT 1 FROM range WHERE reading_text.rowid BETWEEN range.first AND range.last)`;
}

/** Inverse document frequency, never negative, so that a word in most readings of a short document still counts. */
function rarity(readings: number, hits: number): number {
  return Math.log(1 + (readings - hits + 0.5) / (hits + 0.5));
}

/** The one that FTS5's bm25() has multiplied with (ext/fts5/fts5_aux.c). */
function fts5Rarity(readings: number, hits: number): number {
  const idf = Math.log((readings - hits + 0.5) / (hits + 0.5));
  return idf <= 0 ? 1e-6 : idf;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
