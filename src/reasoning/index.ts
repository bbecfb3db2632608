export { grounded } from './grounded/index.ts';
export type { Reasoner } from './reasoner.ts';
export { loadVocabulary } from './vocabulary.ts';
