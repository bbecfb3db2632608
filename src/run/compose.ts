import type { Report } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { composeReport } from '../synthesis/index.ts';
import type { Kit } from './kit.ts';
import { pageLabels } from './page-labels.ts';

/** The report of a run as plain data. */
export async function composeRun(state: State, { reasoner, store }: Kit): Promise<Report> {
  return composeReport({ state, reasoner, labels: await pageLabels(state, store) });
}
