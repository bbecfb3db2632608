import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DocumentPool } from '../../src/documents/pool.ts';
import type { Document, Region } from '../../src/domain/region.ts';
import { recognise } from '../../src/sources/recognise.ts';

const data = process.env.DOSSIER_DATA ?? '';
const without = !existsSync(join(data, 'manifest.json'));
if (without)
  console.info('Skipped: damaged files, decks and Office files of DOSSIER_DATA, which is not set.');

interface Listed {
  readonly file: string;
  readonly gold: string | null;
}
const files: readonly Listed[] = without
  ? []
  : JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8')).files;
const below = (folder: string) => files.filter(({ file }) => file.startsWith(`${folder}/`));

/** All files opened, those that are no source with their rejection. */
async function openAll(listed: readonly Listed[]) {
  await using pool = new DocumentPool();
  return await Promise.all(
    listed.map(async ({ file, gold }) => {
      const path = join(data, file);
      const kind = recognise(readFileSync(path), path);
      const opened =
        typeof kind === 'string' ? await pool.open({ path, kind }) : { ok: false as const, failure: kind };
      return { file, gold, opened };
    }),
  );
}

const CODES = new Set([
  'damaged',
  'encrypted',
  'unsafe',
  'unsupported',
  'legacy_format',
  'empty',
  'timeout',
  'memory',
  'too_large',
]);
const line = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
const wordsOf = (regions: readonly Region[]) => line(regions.map(textOf).join(' '));

function textOf(region: Region): string {
  if (region.kind === 'text') return region.text;
  if (region.kind === 'table')
    return [region.title, region.note, ...region.columns, ...region.rows.flat()].join(' ');
  return region.kind === 'figure' ? region.caption : region.title;
}

describe.skipIf(without)('real files', () => {
  test('a damaged file is a document or a failure with a known code', async () => {
    const opened = await openAll(below('malformed'));
    const codes = opened.flatMap(({ opened: result }) => (result.ok ? [] : [result.failure.code]));
    expect(opened.length).toBeGreaterThan(100);
    expect(codes.filter(code => !CODES.has(code))).toEqual([]);
    expect(opened.filter(({ opened: result }) => result.ok).length).toBeGreaterThan(50);
  });

  test('decks say what they say', async () => {
    let [found, all] = [0, 0];
    for (const { file, opened } of await openAll(below('pptx'))) {
      const gold = join(data, 'pptx_gold', basename(file).replace('.pptx', '.json'));
      if (!existsSync(gold) || !opened.ok) continue;
      for (const said of saidBy(JSON.parse(readFileSync(gold, 'utf8')), opened.document)) {
        all++;
        if (said) found++;
      }
    }
    expect(all).toBeGreaterThan(1_000);
    expect(found / all).toBeGreaterThan(0.995);
  });

  test('Office files hold the words they hold', async () => {
    const recalls: number[] = [];
    for (const { file, opened } of await openAll(below('office'))) {
      const gold = join(data, 'office_gold', `${basename(file)}.md`);
      expect(opened, file).toMatchObject({ ok: true });
      if (!existsSync(gold) || !opened.ok) continue;
      const wanted = new Set(line(readFileSync(gold, 'utf8')).match(/[\p{L}\d]{3,}/gu) ?? []);
      const has = new Set(
        wordsOf(opened.document.pages.flatMap(page => page.regions)).match(/[\p{L}\d]{3,}/gu) ?? [],
      );
      recalls.push(wanted.size === 0 ? 1 : [...wanted].filter(word => has.has(word)).length / wanted.size);
    }
    expect(recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length).toBeGreaterThan(0.85);
  });
});

interface GoldSlide {
  readonly text: readonly string[];
  readonly notes: string | null;
}

/** For each line of the gold, whether its slide has it. */
function saidBy(gold: readonly GoldSlide[], document: Document): readonly boolean[] {
  return gold.flatMap(({ text, notes }, i) => {
    const words = wordsOf(document.pages[i]?.regions ?? []);
    const lines = [...text, notes ?? ''].flatMap(block => block.split(/[\n\v]/)).map(line);
    return lines.filter(wanted => wanted !== '').map(wanted => words.includes(wanted));
  });
}
