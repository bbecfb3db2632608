import type { State } from '../domain/state.ts';
import type { Store } from '../domain/store.ts';
import { READER_VERSION } from './versions.ts';

/** Printed page labels by `<source id>/<page>`, for the pages that findings stand on. */
export async function pageLabels(state: State, store: Store): Promise<ReadonlyMap<string, string>> {
  const cited = new Set(
    Object.values(state.findings).flatMap(({ evidence }) =>
      evidence.map(item => `${item.source}/${item.page}`),
    ),
  );
  const labels = new Map<string, string>();
  for (const key of cited) {
    const [id = '', page = ''] = key.split('/');
    const sha256 = state.sources[id]?.sha256;
    const stored = sha256 ? await store.getPage(sha256, READER_VERSION, Number(page)) : null;
    if (stored?.label) labels.set(key, stored.label);
  }
  return labels;
}
