export { type BarsRead, readBars } from './read-bars.ts';
