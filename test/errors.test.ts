import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../src/errors.ts';

const ROOT = join(import.meta.dirname, '..');
const DOC = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');
const CLI = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');
/** Where a code word is given to an error or a failure. */
const GIVEN = [
  /\bcode: '([a-z_]+)'/g,
  /\bproblem: '([a-z_]+)'/g,
  /\bnothing\('([a-z_]+)'/g,
  /\bnew FailureError\(\s*'([a-z_]+)'/g,
  /\bnew StoreError\(\s*'([a-z_]+)'/g,
];
/** How zod marks an issue of a schema: never shown. */
const OF_ZOD = /addIssue\(\{\s*code: '[a-z]+'/g;

const used = codesInSource();
const documented = [...DOC.matchAll(/^\| `([a-z_]+)` \|/gm)].map(match => match[1] as string);

describe('docs/errors.md', () => {
  test.each(used)('explains `%s`', code => {
    expect(documented).toContain(code);
  });

  test('explains no code that nothing gives', () => {
    expect(documented.filter(code => !used.includes(code))).toEqual([]);
  });

  test.each(Object.entries(EXIT))('lists the exit code "%s" (%i)', (name, code) => {
    expect(DOC).toContain(`| ${code} | \`${name}\` |`);
  });

  test('lists every exit code that docs/cli.md promises', () => {
    const table = CLI.split('## Exit codes')[1] ?? '';
    const promised = [...table.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(match =>
      (match[1] as string).split(', '),
    );
    expect(promised.length).toBeGreaterThan(8);
    expect(promised.filter(code => !DOC.includes(`| ${code} |`))).toEqual([]);
  });
});

function codesInSource(): readonly string[] {
  const src = join(ROOT, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const texts = files.map(file => readFileSync(join(src, file), 'utf8').replace(OF_ZOD, ''));
  const found = texts.flatMap(text =>
    GIVEN.flatMap(pattern => [...text.matchAll(pattern)].map(match => match[1] as string)),
  );
  return [...new Set(found)].sort();
}
