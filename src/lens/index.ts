export { type CheckedFile, checkWeights, loadWeights } from './manifest.ts';
export { openLens } from './open-lens.ts';
