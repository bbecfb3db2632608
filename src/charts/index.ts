export { solveFigure } from './solve.ts';
export type { Solved, SolvedChart, SolvedPoint, UnsolvedChart } from './types.ts';
