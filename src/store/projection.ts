import type { LoggedChange } from '../domain/change.ts';
import type { Finding } from '../domain/finding.ts';
import type { RunSummary, StoredFinding } from '../domain/store.ts';
import type { Sql } from './connection.ts';

/** Tables that answer questions over all runs, derived from the log in the transaction that appends to it. */
export async function project(trx: Sql, { run, seq, diff }: LoggedChange, at: number): Promise<void> {
  const title = diff.run?.[run]?.[1]?.title;
  await trx
    .insertInto('runs')
    .values({ id: run, title: title ?? '', changes: seq, started_at: at, updated_at: at })
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet({
        changes: seq,
        updated_at: at,
        ...(title === undefined ? {} : { title }),
      }),
    )
    .execute();
  for (const [id, [, after]] of Object.entries(diff.findings ?? {})) {
    if (after === null)
      await trx.deleteFrom('findings').where('run', '=', run).where('id', '=', id).execute();
    else await putFinding(trx, run, after);
  }
}

/** Makes the projections anew from the log. */
export async function rebuildProjections(trx: Sql): Promise<void> {
  await trx.deleteFrom('runs').execute();
  await trx.deleteFrom('findings').execute();
  const runs = await trx.selectFrom('changes').select('run').distinct().execute();
  for (const { run } of runs) {
    const rows = await trx.selectFrom('changes').selectAll().where('run', '=', run).orderBy('seq').execute();
    for (const { id, seq, step, diff, at } of rows) {
      await project(trx, { id, run, seq, step: JSON.parse(step), diff: JSON.parse(diff) }, at);
    }
  }
}

/** All runs, the one that was worked on last first. */
export async function listRuns(db: Sql): Promise<readonly RunSummary[]> {
  const rows = await db.selectFrom('runs').selectAll().orderBy('updated_at', 'desc').orderBy('id').execute();
  return rows.map(({ id, title, changes, started_at, updated_at }) => ({
    id,
    title,
    changes,
    startedAt: started_at,
    updatedAt: updated_at,
  }));
}

/** Findings of one run, or of all, each run's in the order found. */
export async function listFindings(db: Sql, run?: string): Promise<readonly StoredFinding[]> {
  const all = db.selectFrom('findings').select(['run', 'json']).orderBy('run').orderBy('n');
  const rows = await (run === undefined ? all : all.where('run', '=', run)).execute();
  return rows.map(({ run, json }) => ({ run, finding: JSON.parse(json) as Finding }));
}

async function putFinding(trx: Sql, run: string, finding: Finding): Promise<void> {
  const { id, question, status } = finding;
  const json = JSON.stringify(finding);
  await trx
    .insertInto('findings')
    .values({ run, id, question, status, json })
    .onConflict(conflict => conflict.columns(['run', 'id']).doUpdateSet({ question, status, json }))
    .execute();
}
