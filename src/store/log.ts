import type { Change, Diff, LoggedChange } from '../domain/change.ts';
import type { State, TableName } from '../domain/state.ts';
import { BugError } from '../errors.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { applyChange, EMPTY_STATE, foldChanges } from '../lib/state.ts';
import { changeId } from './change-id.ts';
import type { Sql } from './connection.ts';
import { project } from './projection.ts';

/** The append-only log: one chain of changes for each run. */
export class Log {
  readonly #db: Sql;
  readonly #clock: () => number;
  /** Where each run's chain ends, as far as this log has written or read it. */
  readonly #heads = new Map<string, Head>();

  constructor(db: Sql, clock: () => number) {
    this.#db = db;
    this.#clock = clock;
  }

  /** @throws BugError where the change was made from another state than the log holds: that would be a fork */
  async append(run: string, change: Change): Promise<LoggedChange> {
    try {
      const { logged, head } = await this.#db.transaction().execute(async trx => {
        const last = this.#heads.get(run) ?? headOf(await readChanges(trx, run));
        return appendTo(trx, { run, last, at: this.#clock() }, change);
      });
      this.#heads.set(run, head);
      return logged;
    } catch (error) {
      this.#heads.delete(run);
      throw error;
    }
  }

  async changes(run: string): Promise<readonly LoggedChange[]> {
    return readChanges(this.#db, run);
  }
}

/** A run's changes in order, as logged. */
export async function readChanges(db: Sql, run: string): Promise<readonly LoggedChange[]> {
  const rows = await db
    .selectFrom('changes')
    .select(['id', 'seq', 'step', 'diff'])
    .where('run', '=', run)
    .orderBy('seq')
    .execute();
  return rows.map(({ id, seq, step, diff }) => ({
    id,
    run,
    seq,
    step: JSON.parse(step),
    diff: JSON.parse(diff),
  }));
}

interface Head {
  readonly seq: number;
  readonly id: string;
  readonly state: State;
}

function headOf(changes: readonly LoggedChange[]): Head {
  const last = changes.at(-1);
  return { seq: last?.seq ?? 0, id: last?.id ?? '', state: foldChanges(changes) };
}

async function appendTo(
  trx: Sql,
  { run, last, at }: { readonly run: string; readonly last: Head; readonly at: number },
  change: Change,
): Promise<{ logged: LoggedChange; head: Head }> {
  const step = JSON.stringify(change.step);
  const diff = JSON.stringify(change.diff);
  // What is handed back went through JSON too, so that going on and resuming see the same.
  const stored: Change = { step: JSON.parse(step), diff: JSON.parse(diff) };
  refuseFork(last.state, stored.diff);

  const logged = { id: changeId(run, last.id, stored), run, seq: last.seq + 1, ...stored };
  await trx.insertInto('changes').values({ id: logged.id, run, seq: logged.seq, step, diff, at }).execute();
  await project(trx, logged, at);
  return { logged, head: { seq: logged.seq, id: logged.id, state: applyChange(last.state, stored) } };
}

function refuseFork(state: State, diff: Diff): void {
  for (const table of Object.keys(diff) as TableName[]) {
    if (!(table in EMPTY_STATE))
      throw new BugError(`A change names a table that state doesn't have: ${table}.`);
    for (const [id, [before]] of Object.entries(diff[table] ?? {})) {
      const now = state[table][id] ?? null;
      if (canonicalJson(before) !== canonicalJson(now)) {
        throw new BugError(
          `A change to ${table} ${id} was made from another state than the log holds; it would fork the chain.`,
        );
      }
    }
  }
}
