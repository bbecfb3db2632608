export { collectSources } from './collect.ts';
export { globToRegExp } from './glob.ts';
export { hashFile } from './hash-file.ts';
export { recognise } from './recognise.ts';
