import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { say, smallWorld } from '../respond.ts';

const cwd = smallWorld();
writeFileSync(join(cwd, 'empty.csv'), '');
writeFileSync(join(cwd, 'nasty.txt'), 'Before \u001b[31mred\u001b[0m and \u202eafter.\n');

describe('dossier read', () => {
  test('prints text and tables of each file in the order named', async () => {
    const { exit, out } = await say(['read', 'regions.csv', 'report.md'], { cwd });
    expect(exit).toBe(0);
    expect(out.indexOf('# regions.csv (csv, 1 page)')).toBeLessThan(
      out.indexOf('# report.md (markdown, 1 page)'),
    );
    expect(out).toMatch(/Revenue +\| 1,150 \| 1,250/);
  });

  test('with --json prints typed readings with their places', async () => {
    const { out } = await say(['read', 'report.md', '--json'], { cwd });
    const { schema, documents } = JSON.parse(out);
    expect(schema).toBe('dossier.readings/1');
    expect(documents[0]).toMatchObject({ path: 'report.md', kind: 'markdown', pages: 1, status: 'read' });
    const table = documents[0].readings.find((reading: { kind: string }) => reading.kind === 'table');
    expect(table).toMatchObject({
      page: 1,
      route: 'native',
      rows: [
        ['Revenue', '1,150', '1,250'],
        ['Capital expenditure', '90', '110'],
      ],
    });
    expect(table.box).toHaveLength(4);
  });

  test('prints what lies under two names under both', async () => {
    copyFileSync(join(cwd, 'report.md'), join(cwd, 'copy.md'));
    const { out } = await say(['read', 'report.md', 'copy.md', '--json'], { cwd });
    const { documents } = JSON.parse(out);
    expect(documents.map(({ path }: { path: string }) => path)).toEqual(['report.md', 'copy.md']);
    expect(documents[1].readings).toEqual(documents[0].readings);
  });

  test('with --ndjson prints one document a line', async () => {
    const { out } = await say(['read', 'report.md', 'regions.csv', '--ndjson'], { cwd });
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.map(line => [line.v, line.type, line.path])).toEqual([
      [1, 'document', 'report.md'],
      [1, 'document', 'regions.csv'],
      [1, 'result', undefined],
    ]);
    expect(lines.at(-1)).toMatchObject({ schema: 'dossier.readings/1', ok: true, documents: 2 });
  });

  test.each([
    [3, []],
    [6, ['--strict']],
  ])('a file that cannot be read makes it %i, and the others are read', async (code, more) => {
    const { exit, out } = await say(['read', 'empty.csv', 'report.md', ...more], { cwd });
    expect(exit).toBe(code);
    expect(out).toContain('# empty.csv\nNot read (empty): ');
    expect(out).toContain('Annual report 2024');
  });

  test('what could drive a terminal is made visible', async () => {
    const { out } = await say(['read', 'nasty.txt'], { cwd });
    expect(out).toContain('red');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });
});
