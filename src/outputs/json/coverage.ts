import type { Report } from '../../domain/report.ts';
import type { State } from '../../domain/state.ts';
import { printJson } from './print.ts';

/**
 * `coverage.json`, schema `dossier.coverage/1`: totals by source, every page and figure with its status (read,
 * low-confidence, skipped or failed) and why, and the files that could not be sources.
 */
export function toCoverageJson(state: State, report: Report): string {
  return printJson({
    schema: 'dossier.coverage/1',
    run: report.run,
    stopped: report.stop,
    sources: report.coverage.map(line => ({
      path: line.path,
      sha256: state.sources[line.source]?.sha256 ?? '',
      kind: line.kind,
      pages: line.pages,
      read: line.read,
      lowConfidence: line.lowConfidence,
      skipped: line.skipped,
      failed: line.failed,
      failure: line.failure,
    })),
    entries: Object.values(state.coverage).map(record => ({
      id: record.id,
      path: state.sources[record.source]?.path ?? '',
      page: record.page,
      what: record.what,
      status: record.status,
      caption: record.caption,
      failure: record.failure,
    })),
    rejected: report.rejected,
  });
}
