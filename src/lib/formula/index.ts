export { namesIn, parseFormula } from './parse.ts';
export { wordsOf } from './words.ts';
export { type Term, work } from './work.ts';
