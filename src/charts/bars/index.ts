export { readBars } from './read-bars.ts';
