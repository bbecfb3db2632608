import { sql } from 'kysely';
import type { LoggedChange } from '../domain/change.ts';
import type { Reading } from '../domain/reading.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { readingId } from '../lib/reading-id.ts';
import { foldChanges } from '../lib/state.ts';
import { changeId } from './change-id.ts';
import type { Sql } from './connection.ts';
import { pageHash, readingsOf } from './documents.ts';
import { readChanges } from './log.ts';
import { listFindings, listRuns } from './projection.ts';

/** Re-derives what the store holds; a sentence for each thing that doesn't hold. */
export async function verify(db: Sql): Promise<readonly string[]> {
  return [...(await verifyFile(db)), ...(await verifyLog(db)), ...(await verifyDocuments(db))];
}

/** What SQLite itself finds wrong with the file; empty when nothing is. */
export async function verifyFile(db: Sql): Promise<readonly string[]> {
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(5)`.execute(db);
  return rows
    .filter(row => row.quick_check !== 'ok')
    .map(row => `The database file is damaged: ${row.quick_check}.`);
}

async function verifyLog(db: Sql): Promise<readonly string[]> {
  const problems: string[] = [];
  const logged = await db.selectFrom('changes').select('run').distinct().orderBy('run').execute();
  const listed = await listRuns(db);
  for (const { run } of logged) {
    const changes = await readChanges(db, run);
    problems.push(...verifyChain(run, changes));
    if (listed.find(r => r.id === run)?.changes !== changes.length) {
      problems.push(`The list of runs doesn't say that run ${run} has ${changes.length} changes.`);
    }
    problems.push(...(await verifyFindings(db, run, changes)));
  }
  return problems;
}

function verifyChain(run: string, changes: readonly LoggedChange[]): string[] {
  const problems: string[] = [];
  let previous = '';
  for (const [i, change] of changes.entries()) {
    if (change.seq !== i + 1) problems.push(`Run ${run} has change ${change.seq} where ${i + 1} should be.`);
    const id = changeId(run, previous, change);
    if (change.id !== id) {
      problems.push(`Change ${change.seq} of run ${run} has the id ${change.id}; its content makes ${id}.`);
    }
    previous = change.id;
  }
  return problems;
}

async function verifyFindings(db: Sql, run: string, changes: readonly LoggedChange[]): Promise<string[]> {
  const derived = new Map(Object.entries(foldChanges(changes).findings));
  const problems: string[] = [];
  for (const { finding } of await listFindings(db, run)) {
    if (canonicalJson(derived.get(finding.id)) !== canonicalJson(finding)) {
      problems.push(`Finding ${finding.id} of run ${run} is listed otherwise than the log says.`);
    }
    derived.delete(finding.id);
  }
  for (const id of derived.keys())
    problems.push(`Finding ${id} of run ${run} is in the log, but not listed.`);
  return problems;
}

async function verifyDocuments(db: Sql): Promise<readonly string[]> {
  const problems: string[] = [];
  const pages = await db
    .selectFrom('pages')
    .innerJoin('documents', 'documents.doc', 'pages.doc')
    .selectAll('pages')
    .select('sha256')
    .orderBy('pages.doc')
    .orderBy('page')
    .execute();
  for (const page of pages) {
    const where = `page ${page.page} of the document ${page.sha256}`;
    const readings = await readingsOf(db, page);
    if (pageHash(page, readings) !== page.hash) {
      problems.push(`What is stored of ${where} isn't what was put there.`);
    }
    for (const { json } of readings) problems.push(...verifyReading(page.sha256, where, json));
  }
  return problems;
}

function verifyReading(sha256: string, where: string, json: string): string[] {
  let reading: Reading;
  try {
    reading = JSON.parse(json);
  } catch {
    return [`A reading on ${where} is not JSON any more.`];
  }
  const id = readingId(sha256, reading);
  return reading.id === id ? [] : [`Reading ${reading.id} on ${where} has content that makes the id ${id}.`];
}
