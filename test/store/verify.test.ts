import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { adding, documentOf, finding, text } from '../contracts/store-samples.ts';
import { freshFolder } from './children.ts';

const FREE_LOG = 'DROP TRIGGER changes_never_altered; DROP TRIGGER changes_never_deleted;';

describe('verify tells', () => {
  const cases: readonly (readonly [says: string, tamper: string, problem: RegExp, mended: boolean])[] = [
    [
      'an altered change',
      `${FREE_LOG} UPDATE changes SET diff = replace(diff, 'rose', 'fell') WHERE seq = 1`,
      /^Change 1 of run r1 has the id /,
      false,
    ],
    [
      'a change that is gone',
      `${FREE_LOG} DELETE FROM changes WHERE seq = 1`,
      /^Run r1 has change 2 where 1 should be/,
      false,
    ],
    [
      'a finding that was altered',
      "UPDATE findings SET json = replace(json, 'rose', 'fell')",
      /^Finding f-1 of run r1 is listed otherwise/,
      true,
    ],
    [
      'a finding that is gone',
      'DELETE FROM findings',
      /^Finding f-1 of run r1 is in the log, but not listed/,
      true,
    ],
    [
      'a run that is gone',
      'DELETE FROM runs',
      /^The list of runs doesn't say that run r1 has 2 changes/,
      true,
    ],
    [
      'an altered reading',
      "UPDATE readings SET json = replace(json, 'Net', 'Gross')",
      /^Reading r-\w+ on page 1 of the document a has content/,
      false,
    ],
    [
      'a section that was altered',
      "UPDATE readings SET json = replace(json, 'Results', 'Outlook')",
      /^What is stored of page 1 of the document a isn't/,
      false,
    ],
    [
      'a reading that is no JSON any more',
      "UPDATE readings SET json = '{'",
      /^A reading on page 1 of the document a is not JSON/,
      false,
    ],
    [
      'a page of another size',
      'UPDATE pages SET width = 1',
      /^What is stored of page 1 of the document a isn't/,
      false,
    ],
  ];
  test.each(cases)('%s', async (_, tamper, problem, mended) => {
    await using folder = await freshFolder();
    await fill(folder.path);
    const db = new Database(join(folder.path, 'store.db'));
    db.exec(tamper);
    db.close();
    await using store = await openStore(folder.path);
    expect(await store.verify()).toContainEqual(expect.stringMatching(problem));
    if (!mended) return;
    await store.rebuild();
    expect(await store.verify()).toEqual([]);
  });
});

async function fill(folder: string): Promise<void> {
  await using store = await openStore(folder);
  await store.append('r1', adding(finding('f-1', 'Sales rose.')));
  await store.append('r1', adding(finding('f-2', 'Costs fell.')));
  await store.putDocument(documentOf('a', [[text('Net sales rose.', 'paragraph', ['Results'])]]));
}
