import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bench } from '../../src/bench/index.ts';
import { median, quantile, round } from '../../src/bench/median.ts';
import { watchMemory } from '../../src/bench/memory.ts';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
  [[], 0],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('quantiles and rounding', () => {
  expect(quantile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8);
  expect([round(1234.5), round(12.345), round(0.012345)]).toEqual([1235, 12.3, 0.0123]);
});

test('memory of a process that is started counts', async () => {
  const script = 'const held = Buffer.alloc(80e6, 1); setTimeout(() => held, 400)';
  const child = () =>
    new Promise<void>(done => spawn(process.execPath, ['-e', script]).on('close', () => done()));
  const { memory } = await watchMemory(child);
  expect(memory.process).toBeGreaterThan(10e6);
  if (process.platform === 'linux') {
    expect(memory.child).toBeGreaterThan(80e6);
    expect(memory.together).toBeGreaterThan(memory.child as number);
  }
});

describe('a benchmark', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'dossier-benched-'));
  writeFileSync(join(cwd, 'a.csv'), 'Revenue of Acme in $ million,2023,2024\nEurope,700,760\n');
  writeFileSync(join(cwd, 'b.md'), '# Acme\n\nRevenue of Acme rose to $760 million in 2024.\n');

  test('measures start-up, reading by format, search, charts, the job and memory', async () => {
    writeFileSync(
      join(cwd, 'c.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Revenue</text></svg>',
    );
    const measured = await bench({ files: ['a.csv', 'b.md', 'c.svg'], cwd, workers: 2, clock: Date.now });
    expect(Object.keys(measured)).toEqual([
      'machine',
      'startUp',
      'reading',
      'search',
      'charts',
      'job',
      'memory',
    ]);
    expect(measured.startUp.ratio).toBeGreaterThan(0.5);
    expect(Object.keys(measured.reading.byKind)).toEqual(['csv', 'markdown', 'svg']);
    expect(measured.reading.cold).toMatchObject({ files: 3, failed: 0, pages: 3 });
    expect(measured.reading.warm.ms).toBeLessThan(measured.reading.cold.ms);
    expect(measured.reading.pdftotext).toBeNull();
    expect(measured.charts).toMatchObject({ figures: 1, charts: 0, drawings: { files: 1 } });
    expect(measured.search.queries).toBeGreaterThan(0);
    expect(measured.job.render).toBeGreaterThan(0);
  });

  test('needs something to read', async () => {
    writeFileSync(join(cwd, 'empty.pdf'), '');
    await expect(bench({ files: ['empty.pdf'], cwd, workers: 1, clock: Date.now })).rejects.toThrow(
      /None of the files/,
    );
  });
});
