import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ModelError } from '../errors.ts';

/** Where the shipped weights lie: beside the sources, and beside what is built from them. */
const SHIPPED = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'models', 'lens');

const MANIFEST = z.object({
  name: z.string(),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() })),
  reader: z.object({
    file: z.string(),
    /** The characters in the order of the network's classes; class 0 is none of them. */
    alphabet: z.string(),
    calibration: z.array(z.tuple([z.number(), z.number()])),
  }),
  /** The network that sees charts: its file, and what its maps are called, in their order. Weights may come without. */
  sight: z
    .object({
      file: z.string(),
      stride: z.number(),
      sideUnit: z.number(),
      heat: z.array(z.string()),
      sides: z.array(z.string()),
      kinds: z.array(z.string()),
      traits: z.array(z.string()),
    })
    .optional(),
});

export type Manifest = z.infer<typeof MANIFEST>;

/** A folder of weights with the manifest that describes it. */
export interface Weights {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** One of the weights' files, compared with the manifest. */
export interface CheckedFile {
  readonly file: string;
  readonly bytes: number;
  readonly state: 'ok' | 'missing' | 'changed';
}

/** @throws ModelError where the manifest is missing or not one */
export async function loadWeights(folder: string = SHIPPED): Promise<Weights> {
  const path = join(folder, 'manifest.json');
  try {
    return { folder, manifest: MANIFEST.parse(JSON.parse(await readFile(path, 'utf8'))) };
  } catch (cause) {
    throw new ModelError(`The manifest of the model can't be read: ${path}`, {
      hint: 'Install dossier again, or put the models folder back.',
      cause,
    });
  }
}

/** Each file of the manifest against the bytes on disk. */
export async function checkWeights({ folder, manifest }: Weights): Promise<readonly CheckedFile[]> {
  return Promise.all(
    Object.entries(manifest.files).map(async ([file, { sha256, bytes }]) => {
      const content = await readFile(join(folder, file)).catch(() => null);
      const state = content === null ? 'missing' : hashOf(content) === sha256 ? 'ok' : 'changed';
      return { file, bytes, state } as const;
    }),
  );
}

/** The reader's graph. @throws ModelError where its bytes are not those of the manifest */
export function readerPath(weights: Weights): Promise<string> {
  return pathOf(weights, weights.manifest.reader.file);
}

/** The graph that sees charts. @throws ModelError where there is none, or its bytes are not those of the manifest */
export function sightPath(weights: Weights): Promise<string> {
  return pathOf(weights, weights.manifest.sight?.file ?? 'sight.onnx');
}

async function pathOf(weights: Weights, file: string): Promise<string> {
  const checked = (await checkWeights(weights)).find(one => one.file === file);
  if (checked?.state === 'ok') return join(weights.folder, file);
  const found =
    checked?.state === 'changed' ? 'its bytes are others than the manifest says' : 'it is not there';
  throw new ModelError(`The model file ${file} can't be used: ${found}.`, {
    hint: 'Install dossier again, or put the models folder back.',
  });
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
