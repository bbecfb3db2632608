import type { Citation, CoverageLine, SourceEntry } from '../domain/report.ts';
import type { CoverageRecord, SourceRecord, State } from '../domain/state.ts';
import { groupBy } from '../lib/group.ts';

/** The coverage ledger: a line a source, in the order they were given. */
export function coverageOf(state: State): readonly CoverageLine[] {
  const bySource = groupBy(Object.values(state.coverage), record => record.source);
  return Object.values(state.sources).map(source => lineOf(source, bySource.get(source.id) ?? []));
}

function lineOf(source: SourceRecord, records: readonly CoverageRecord[]): CoverageLine {
  const pages = records.filter(record => record.what === 'page');
  const count = (status: CoverageRecord['status']) => pages.filter(page => page.status === status).length;
  const unread = records.filter(record => record.what === 'figure' && record.failure !== null);
  const [read, lowConfidence, failed] = [count('read'), count('low-confidence'), count('failed')];
  return {
    source: source.id,
    path: source.path,
    kind: source.kind,
    pages: source.pageCount,
    read,
    lowConfidence,
    skipped: Math.max(count('skipped'), source.pageCount - read - lowConfidence - failed),
    failed,
    unreadFigures: unread
      .map(({ page, caption, failure }) => ({ page, caption, failure: failure! }))
      .sort((a, b) => a.page - b.page),
    failure: source.failure,
  };
}

export function sourcesOf(state: State): readonly SourceEntry[] {
  return Object.values(state.sources).map(({ id, path, sha256, kind, pageCount, profile }) => ({
    id,
    path,
    title: profile?.title ?? '',
    sha256,
    kind,
    pages: pageCount,
    published: profile?.published ?? '',
  }));
}

/** Citations by evidence id, for the ids that the report names, in the order they are first named. */
export function citationEntries(
  state: State,
  ids: readonly string[],
  labels: ReadonlyMap<string, string>,
): readonly Citation[] {
  const all = new Map<string, Citation>();
  for (const { evidence, confidence } of Object.values(state.findings)) {
    for (const { id, source, page, box, route, reading, quote } of evidence) {
      if (all.has(id)) continue;
      all.set(id, {
        id,
        source,
        page,
        label: labels.get(`${source}/${page}`) ?? '',
        box,
        route,
        reading,
        quote,
        confidence,
      });
    }
  }
  return [...new Set(ids)].flatMap(id => all.get(id) ?? []);
}
