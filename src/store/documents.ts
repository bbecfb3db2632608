import type { Reading } from '../domain/reading.ts';
import type { StoredDocument, StoredPage } from '../domain/store.ts';
import { sha256 as hashOf } from '../lib/hash.ts';
import type { Sql } from './connection.ts';
import type { Schema } from './schema.ts';
import { searchable } from './searchable.ts';

/** Puts a document with its pages, readings and their words in one transaction; does nothing where it is there already. */
export async function putDocument(db: Sql, document: StoredDocument): Promise<void> {
  await db.transaction().execute(async trx => {
    if (await hasDocument(trx, document.sha256, document.reader)) return;
    const doc = 1 + (await lastKey(trx, 'documents', 'doc'));
    const first = 1 + (await lastKey(trx, 'readings', 'n'));
    const { pages, readings, words } = rowsOf(document, doc, first);
    const { sha256, reader, title, kind, pageCount, warnings } = document;
    await trx
      .insertInto('documents')
      .values({
        doc,
        sha256,
        reader,
        title,
        kind,
        page_count: pageCount,
        warnings: JSON.stringify(warnings),
        first_reading: first,
        last_reading: first + readings.length - 1,
        indexed: words.length,
      })
      .execute();
    await insertAll(trx, 'pages', pages);
    await insertAll(trx, 'readings', readings);
    await insertAll(trx, 'reading_text', words);
  });
}

export async function hasDocument(db: Sql, sha256: string, reader: string): Promise<boolean> {
  return (await findDocument(db, sha256, reader)) !== undefined;
}

export async function getDocument(db: Sql, sha256: string, reader: string): Promise<StoredDocument | null> {
  const found = await findDocument(db, sha256, reader);
  if (!found) return null;
  const pages = await db
    .selectFrom('pages')
    .selectAll()
    .where('doc', '=', found.doc)
    .orderBy('page')
    .execute();
  const readings = await db
    .selectFrom('readings')
    .select(['page', 'json'])
    .where('doc', '=', found.doc)
    .orderBy('n')
    .execute();
  const byPage = new Map<number, { readonly json: string }[]>();
  for (const reading of readings) {
    const onPage = byPage.get(reading.page);
    if (onPage) onPage.push(reading);
    else byPage.set(reading.page, [reading]);
  }
  return {
    sha256,
    reader,
    title: found.title,
    kind: found.kind,
    pageCount: found.page_count,
    pages: pages.map(page => toPage(page, byPage.get(page.page) ?? [])),
    warnings: JSON.parse(found.warnings),
  };
}

export async function getPage(
  db: Sql,
  { sha256, reader }: Pick<StoredDocument, 'sha256' | 'reader'>,
  page: number,
): Promise<StoredPage | null> {
  const found = await db
    .selectFrom('pages')
    .innerJoin('documents', 'documents.doc', 'pages.doc')
    .selectAll('pages')
    .where('sha256', '=', sha256)
    .where('reader', '=', reader)
    .where('page', '=', page)
    .executeTakeFirst();
  return found ? toPage(found, await readingsOf(db, found)) : null;
}

/** By id, under whichever reader version it was made last. */
export async function getReading(
  db: Sql,
  id: string,
): Promise<{ readonly sha256: string; readonly reading: Reading } | null> {
  const found = await db
    .selectFrom('readings')
    .innerJoin('documents', 'documents.doc', 'readings.doc')
    .select(['sha256', 'json'])
    .where('id', '=', id)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ? { sha256: found.sha256, reading: JSON.parse(found.json) } : null;
}

/** What a page's row holds, hashed, so that a page proves itself even where no id covers a field. */
export function pageHash(
  { page, label, width, height }: Pick<StoredPage, 'page' | 'label' | 'width' | 'height'>,
  readings: readonly { readonly json: string }[],
): string {
  return hashOf([JSON.stringify([page, label, width, height]), ...readings.map(r => r.json)].join('\n'));
}

export function readingsOf(
  db: Sql,
  { doc, page }: { doc: number; page: number },
): Promise<{ json: string }[]> {
  return db
    .selectFrom('readings')
    .select('json')
    .where('doc', '=', doc)
    .where('page', '=', page)
    .orderBy('n')
    .execute();
}

/** Makes the text index anew from the readings. */
export async function rebuildText(trx: Sql): Promise<void> {
  await trx.insertInto('reading_text').values(DELETE_ALL).execute();
  const documents = await trx.selectFrom('documents').select('doc').execute();
  for (const { doc } of documents) {
    const rows = await trx.selectFrom('readings').select(['n', 'json']).where('doc', '=', doc).execute();
    const words = rows.flatMap(({ n, json }) => wordsOf(n, JSON.parse(json)));
    await insertAll(trx, 'reading_text', words);
    await trx.updateTable('documents').set({ indexed: words.length }).where('doc', '=', doc).execute();
  }
}

/** An FTS5 command: a column named like the table. */
const DELETE_ALL = { reading_text: 'delete-all' } as never;

function findDocument(db: Sql, sha256: string, reader: string) {
  return db
    .selectFrom('documents')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('reader', '=', reader)
    .executeTakeFirst();
}

function rowsOf(document: StoredDocument, doc: number, first: number) {
  const pages: Schema['pages'][] = [];
  const readings: Schema['readings'][] = [];
  const words: Schema['reading_text'][] = [];
  for (const { page, label, width, height, readings: onPage } of document.pages) {
    const stored = onPage.map(reading => ({ id: reading.id, json: JSON.stringify(reading) }));
    pages.push({ doc, page, label, width, height, hash: pageHash({ page, label, width, height }, stored) });
    for (const [i, reading] of onPage.entries()) words.push(...wordsOf(first + readings.length + i, reading));
    for (const { id, json } of stored) readings.push({ n: first + readings.length, doc, page, id, json });
  }
  return { pages, readings, words };
}

function wordsOf(n: number, reading: Reading): Schema['reading_text'][] {
  const words = searchable(reading);
  return words ? [{ rowid: n, ...words }] : [];
}

/** Rows in one statement: enough to be quick, and below SQLite's limit on parameters. */
const ROWS_AT_ONCE = 200;

async function insertAll<T extends 'pages' | 'readings' | 'reading_text'>(
  trx: Sql,
  table: T,
  rows: readonly Schema[T][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_AT_ONCE) as never)
      .execute();
  }
}

async function lastKey(trx: Sql, table: 'documents' | 'readings', column: 'doc' | 'n'): Promise<number> {
  const row = await trx
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>(column as never).as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

function toPage(page: Schema['pages'], readings: readonly { readonly json: string }[]): StoredPage {
  const { label, width, height } = page;
  return { page: page.page, label, width, height, readings: readings.map(r => JSON.parse(r.json)) };
}
