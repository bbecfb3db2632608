import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawnLabels, drawnPage } from '../../src/bench/drawn-text.ts';
import { benchSeeing } from '../../src/bench/index.ts';

describe('a benchmark of the vision model', () => {
  test('times lines, pages and the start, watches memory, and sees pictures of the user', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'dossier-seen-'));
    writeFileSync(join(cwd, 'own.png'), (await drawnPage(3)).png);
    const { model, start, label, page, memory, files } = await benchSeeing({
      files: ['own.png'],
      cwd,
      turns: { labels: 2, pages: 1, pictures: 6 },
    });
    expect(model).toMatch(/^lens-/);
    for (const ms of [start, label.median, label.alone, page.median]) expect(ms).toBeGreaterThan(0);
    expect(files).toMatchObject([{ file: 'own.png', lines: 48 }]);
    if (process.platform === 'linux') {
      expect(memory.late).toBeGreaterThan(50e6);
      expect(memory.most).toBeLessThan(700e6);
      expect(label.processor).toBeLessThan(30);
    }
  });

  test('draws other labels for each number, the same for the same', async () => {
    const [first, again, other] = await Promise.all([drawnLabels(1), drawnLabels(1), drawnLabels(2)]);
    expect(Buffer.compare(first.png, again.png)).toBe(0);
    expect(Buffer.compare(first.png, other.png)).not.toBe(0);
    expect(first.places).toHaveLength(64);
  });
});
