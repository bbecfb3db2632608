export { type Benchmark, type BenchOptions, bench } from './bench.ts';
