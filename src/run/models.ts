import { type CheckedFile, checkWeights, loadWeights } from '../lens/index.ts';

/** A model that ships with the program: what it is for and the files that it consists of. */
export interface ShippedModel {
  readonly name: string;
  readonly about: string;
  readonly files: readonly CheckedFile[];
}

/**
 * The models that are there, each file compared with its manifest.
 * @throws ModelError where a manifest is missing or not one
 */
export async function shippedModels(): Promise<readonly ShippedModel[]> {
  const weights = await loadWeights();
  const about =
    'reads text in pixels (labels of charts, scans, pictures of slides) and sees charts in pictures';
  return [{ name: weights.manifest.name, about, files: await checkWeights(weights) }];
}
