import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { QUESTION, say, smallWorld } from '../respond.ts';

const cwd = smallWorld();
const store = join(cwd, '.dossier');
let run: string;

beforeAll(async () => {
  const { out } = await say(['run', QUESTION, '.', '--store', store, '--json'], { cwd });
  ({ run } = JSON.parse(out));
}, 60_000);

describe('looking into a store', () => {
  test('status says how far the latest run came', async () => {
    expect(await json('status')).toMatchObject({
      schema: 'dossier.status/1',
      run,
      stop: 'done',
      sources: { read: 2, failed: 0, waiting: 0 },
      runs: [{ id: run }],
    });
    expect((await say(['status', '--store', store], { cwd })).out).toContain(`${run}  done`);
  });

  test('findings are listed, narrowed by words, question and number', async () => {
    const { findings } = await json('findings');
    expect(findings.length).toBeGreaterThan(2);
    const claims = (await json('findings', 'capital')).findings.map(
      (finding: { claim: string }) => finding.claim,
    );
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.every((claim: string) => /capital/i.test(claim))).toBe(true);
    expect((await json('findings', '-n', '1')).findings).toEqual(findings.slice(0, 1));
    const ofFirst = (await json('findings', '--question', 'q1')).findings;
    expect(new Set(ofFirst.map((finding: { question: string }) => finding.question))).toEqual(
      new Set(['q1']),
    );
  });

  test('--limit takes no less than one', async () => {
    expect(await say(['findings', '-n', '0', '--store', store], { cwd })).toMatchObject({ exit: 2 });
  });

  test('figures lists the tables met', async () => {
    const { figures } = await json('figures');
    expect(figures.map((figure: { path: string; kind: string }) => `${figure.path} ${figure.kind}`)).toEqual([
      'regions.csv table',
      'report.md table',
    ]);
  });

  test('show finds a record of any kind by its id', async () => {
    const [finding] = (await json('findings')).findings;
    const [evidence] = finding.evidence;
    for (const [id, what] of [
      [finding.id, 'finding'],
      [evidence.id, 'evidence'],
      [evidence.reading, 'reading'],
      [evidence.source, 'source'],
      [finding.question, 'question'],
    ]) {
      expect(await json('show', id)).toMatchObject({ schema: 'dossier.record/1', what });
    }
    const cited = await json('show', `[^${evidence.id}]`);
    expect(cited.record).toMatchObject({ id: evidence.id, finding: finding.id });
  });

  test.each([
    ['an id that no record has', ['show', 'f-0000000000'], /No record has the id/],
    ['a run that is not there', ['status', '--run', 'run-x'], /no run whose id begins with "run-x"/],
  ])('%s is a slip', async (_, argv, message) => {
    const { exit, err } = await say([...argv, '--store', store], { cwd });
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('rendering again', () => {
  test('report writes the same bytes without reading a source', async () => {
    const { exit, out } = await say(['report', '--store', store, '--out', 'again'], { cwd });
    expect([exit, out]).toEqual([0, expect.stringContaining('again/report.md')]);
    for (const file of readdirSync(join(cwd, 'again')).filter(name => /\.(md|html|pptx|jsonl)$/.test(name))) {
      const [first, second] = ['dossier-out', 'again'].map(folder => readFileSync(join(cwd, folder, file)));
      expect(second?.equals(first as Buffer), file).toBe(true);
    }
  });

  test('deck writes the deck alone', async () => {
    await say(['deck', '--store', store, '--out', 'deck'], { cwd });
    expect(existsSync(join(cwd, 'deck/deck.pptx'))).toBe(true);
    expect(existsSync(join(cwd, 'deck/report.md'))).toBe(false);
  });
});

describe('dossier verify', () => {
  test('finds nothing wrong with what run wrote', async () => {
    const { exit, out } = await say(['verify', 'dossier-out/report.md', '--store', store], { cwd });
    expect([exit, out]).toEqual([0, expect.stringContaining('0 problems')]);
  });

  test('holds a report against the run that it names, not the latest', async () => {
    const later = join(cwd, 'later');
    const asked = ['run', QUESTION, 'report.md', '--store', later, '--format', 'md'];
    await say([...asked, '--out', 'first'], { cwd });
    writeFileSync(join(cwd, 'more.md'), '# Acme in 2025\n\nRevenue of Acme was $2,750 million in 2025.\n');
    const second = await say([...asked, 'more.md', '--out', 'second'], { cwd });
    expect(second.exit).toBe(0);
    for (const folder of ['first', 'second']) {
      const verified = await say(['verify', `${folder}/report.md`, '--store', later, '--json'], { cwd });
      const front = readFileSync(join(cwd, folder, 'report.md'), 'utf8');
      expect(JSON.parse(verified.out)).toMatchObject({
        exit: 0,
        run: /^run: (.*)$/m.exec(front)?.[1],
        problems: [],
      });
    }
  });

  test('ends with 6 and the place once a number was altered', async () => {
    const report = readFileSync(join(cwd, 'dossier-out/report.md'), 'utf8');
    writeFileSync(join(cwd, 'edited.md'), report.replaceAll('1.25', '1.99').replaceAll('1,250', '1,990'));
    const { exit, out } = await say(['verify', 'edited.md', '--store', store], { cwd });
    expect([exit, out]).toEqual([6, expect.stringMatching(/edited\.md.*1\.99|1,990/)]);
  });
});

async function json(...argv: readonly string[]) {
  const { exit, out } = await say([...argv, '--store', store, '--json'], { cwd });
  expect(exit, out).toBe(0);
  return JSON.parse(out);
}
