import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { QUESTION, say, smallWorld } from '../respond.ts';

describe('dossier run', () => {
  test('prints the answer and the paths of what it wrote, and progress on stderr', async () => {
    const cwd = smallWorld();
    const { exit, out, err } = await say(['run', QUESTION, '.', '--format', 'md'], { cwd });
    expect(exit).toBe(0);
    expect(out).toMatch(/revenue .*2024/i);
    expect(out.split('\n')).toEqual(
      expect.arrayContaining(['dossier-out/report.md', 'dossier-out/findings.json']),
    );
    expect(err).toMatch(/^Starting run-\w+ over 2 sources\nPlan: /);
    expect(readdirSync(join(cwd, 'dossier-out'))).not.toContain('deck.pptx');
  });

  test('a question in quotes needs no verb, and -q no progress', async () => {
    const cwd = smallWorld();
    const { exit, err } = await say([QUESTION, 'report.md', '--format', 'md', '-q'], { cwd });
    expect([exit, err]).toEqual([0, '']);
    const again = await say([QUESTION, 'report.md', '--format', 'md'], { cwd });
    expect(again.err).toMatch(/^Writing out run-\w+ over 1 source, which is known already\n/);
  });

  test('with --json says in one object what came of it', async () => {
    const cwd = smallWorld();
    const { out } = await say(['run', QUESTION, '.', '--format', 'md', '--out', 'there', '--json'], { cwd });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'dossier.run-result/1',
      ok: true,
      exit: 0,
      stop: 'done',
      out: join(cwd, 'there'),
      files: expect.arrayContaining(['report.md', 'findings.json', 'run.json']),
      answer: expect.arrayContaining([expect.stringContaining('2024')]),
      sources: { read: 2, unread: 0 },
      warnings: [],
    });
  });

  test('with --ndjson prints one numbered event a line, then the result', async () => {
    const cwd = smallWorld();
    const { out, err } = await say(['run', QUESTION, '.', '--format', 'md', '--ndjson'], { cwd });
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    const events = lines.slice(0, -1);
    expect(lines.at(-1)).toMatchObject({
      v: 1,
      type: 'result',
      schema: 'dossier.run-result/1',
      stop: 'done',
    });
    expect(err).toBe('');
    expect(events.map(event => event.seq)).toEqual(events.map((_, i) => i + 1));
    expect(new Set(events.map(event => `${event.v} ${event.run}`)).size).toBe(1);
    const types = events.map(event => event.type);
    expect([types[0], types.at(-1)]).toEqual(['run-started', 'written']);
    expect(types).toEqual(expect.arrayContaining(['planned', 'source-read', 'finding', 'stopped']));
  });

  test.each([
    ['a source that cannot be read makes it 3', [], 3],
    ['which --strict makes 6', ['--strict'], 6],
  ])('%s, named in a warning', async (_, more, code) => {
    const cwd = smallWorld();
    writeFileSync(join(cwd, 'broken.pdf'), '%PDF-1.7\nnothing more');
    const { exit, err } = await say(['run', QUESTION, '.', '--format', 'md', '-q', ...more], { cwd });
    expect(exit).toBe(code);
    const { err: said } = await say(['run', QUESTION, '.', '--format', 'md', ...more], { cwd });
    expect(err).toBe('');
    expect(said).toMatch(/warning: broken.pdf was not read: /);
  });

  test('a report that was edited since is kept, named in a warning', async () => {
    const cwd = smallWorld();
    const argv = ['run', QUESTION, 'report.md', '--format', 'md', '--json'];
    await say(argv, { cwd });
    writeFileSync(join(cwd, 'dossier-out/report.md'), 'As I would say it.');
    expect(JSON.parse((await say(argv, { cwd })).out).warnings).toEqual([
      'report.md was not as Dossier had left it; that copy is kept as report.kept.md.',
    ]);
    expect(readFileSync(join(cwd, 'dossier-out/report.kept.md'), 'utf8')).toBe('As I would say it.');
    expect(JSON.parse((await say(argv, { cwd })).out).warnings).toEqual([]);
  });

  test('a question that nothing answers stays open: 3', async () => {
    const cwd = smallWorld();
    const argv = ['run', 'Who leads the market for turbines?', '.', '--format', 'md', '--json'];
    const { exit, out } = await say(argv, { cwd });
    expect([exit, JSON.parse(out).open]).toEqual([3, 1]);
  });

  test('at its page limit it ends with 5 and a report, and goes on without the limit', async () => {
    const cwd = smallWorld();
    const argv = ['run', QUESTION, 'report.md', 'regions.csv', '--format', 'md', '--json'];
    const stopped = await say([...argv, '--max-pages', '1'], { cwd });
    expect([stopped.exit, JSON.parse(stopped.out).stop]).toEqual([5, 'pages']);
    expect(readFileSync(join(cwd, 'dossier-out/report.md'), 'utf8')).toContain('# ');
    const done = JSON.parse((await say(argv, { cwd })).out);
    expect(done).toMatchObject({ stop: 'done', run: JSON.parse(stopped.out).run, pagesRead: 1 });
  });

  test('once interrupted it ends with 130', async () => {
    const signal = AbortSignal.abort();
    const { exit } = await say(['run', QUESTION, '.', '--format', 'md'], { cwd: smallWorld(), signal });
    expect(exit).toBe(130);
  });
});

describe('dossier ask', () => {
  test('answers with the value, its place and a quote', async () => {
    const { exit, out } = await say(['ask', 'What was capital expenditure of Acme?', 'report.md', '--json'], {
      cwd: smallWorld(),
    });
    const answer = JSON.parse(out);
    expect([exit, answer.schema]).toEqual([0, 'dossier.answer/1']);
    expect([90e6, 110e6]).toContain(answer.value.amount * answer.value.scale);
    expect(answer.evidence[0]).toMatchObject({ page: 1, source: { path: 'report.md' } });
  });

  test('without sources asks those of the latest run', async () => {
    const cwd = smallWorld();
    await say(['run', QUESTION, '.', '--format', 'md', '-q'], { cwd });
    const { exit, out } = await say(['ask', 'What was capital expenditure of Acme in 2024?'], { cwd });
    expect(exit).toBe(0);
    expect(out).toMatch(/110/);
    expect(out).toMatch(/report\.md, p\. 1: “/);
  });

  test.each([
    ['3', []],
    ['6 with --strict', ['--strict']],
  ])('what cannot be answered makes it %s', async (code, more) => {
    const argv = ['ask', 'Who leads the market for turbines?', 'report.md', ...more];
    expect((await say(argv, { cwd: smallWorld() })).exit).toBe(Number.parseInt(code, 10));
  });
});

describe('dossier plan', () => {
  test('shows questions and an estimate, and makes no store', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'dossier-plan-'));
    writeFileSync(join(cwd, 'a.txt'), 'Revenue was $5 million in 2020.');
    const { exit, out } = await say(['plan', QUESTION, 'a.txt'], { cwd });
    expect(exit).toBe(0);
    expect(out).toMatch(/metrics: revenue/i);
    expect(out).toMatch(/1 sources?, about 1 pages?/);
    expect(readdirSync(cwd)).toEqual(['a.txt']);
    expect(JSON.parse((await say(['plan', QUESTION, 'a.txt', '--json'], { cwd })).out)).toMatchObject({
      schema: 'dossier.plan/1',
      estimate: { cost: 0, hosts: [] },
    });
  });
});
