import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { checkWeights, loadWeights, readerPath } from '../../src/lens/manifest.ts';

const bytes = Buffer.from('a graph');
const manifest = {
  name: 'test',
  files: { 'reader.onnx': { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length } },
  reader: { file: 'reader.onnx', alphabet: 'ab', calibration: [[1, 1]] },
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-lens-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('weights', () => {
  test('are taken when their bytes are those of the manifest', async () => {
    await writeFile(join(folder, 'reader.onnx'), bytes);
    const weights = await loadWeights(folder);
    expect(await readerPath(weights)).toBe(join(folder, 'reader.onnx'));
    expect(await checkWeights(weights)).toMatchObject([{ file: 'reader.onnx', state: 'ok' }]);
  });

  test('are refused when a byte changed', async () => {
    await writeFile(join(folder, 'reader.onnx'), 'a graqh');
    const weights = await loadWeights(folder);
    expect(await checkWeights(weights)).toMatchObject([{ state: 'changed' }]);
    await expect(readerPath(weights)).rejects.toThrow(ModelError);
  });

  test('are refused when a file or the manifest is missing', async () => {
    await expect(readerPath(await loadWeights(folder))).rejects.toThrow(/not there/);
    await expect(loadWeights(join(folder, 'nowhere'))).rejects.toThrow(ModelError);
  });
});
