export { solveFigure } from './solve.ts';
export type { Solved, SolvedChart, UnsolvedChart } from './types.ts';
