export { checkReport } from './check.ts';
export { type ComposeInput, composeReport } from './compose-report.ts';
export { insights } from './insights.ts';
export type { Wording } from './say.ts';
export { toDeck } from './to-deck.ts';
