export { type Evaluation, evaluate, type SuiteResult } from './evaluate.ts';
export { FLOORS } from './floors.ts';
export type { ScoreGroup } from './suite.ts';
