export { grounded } from './grounded/index.ts';
export type { Reasoner } from './reasoner.ts';
export { loadVocabulary, parseVocabulary, type Vocabulary } from './vocabulary.ts';
