export { READER_VERSION } from '../perception/index.ts';

/** Bumped whenever the same readings would be planned, weighed or worded otherwise. */
export const ENGINE_VERSION = '4';
