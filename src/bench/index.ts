export { bench } from './bench.ts';
export { benchSeeing, type SeeingSpeed } from './seeing.ts';
