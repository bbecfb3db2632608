export { type BriefFile, isBriefFile, readBriefFile } from './brief-file.ts';
export { loadSettings } from './load.ts';
export { readPasswordFile } from './password-file.ts';
export type { Settings } from './settings.ts';
