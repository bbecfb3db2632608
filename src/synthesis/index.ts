export { checkReport } from './check.ts';
export { composeReport } from './compose-report.ts';
export { insights } from './insights.ts';
export { toDeck } from './to-deck.ts';
