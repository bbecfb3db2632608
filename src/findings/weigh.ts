import type { Diff } from '../domain/change.ts';
import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { groupBy } from '../lib/group.ts';
import { put } from '../lib/state.ts';
import { mergeFindings } from './merge.ts';

/**
 * What newly found findings change: a value or statement that is known gains evidence, a new one is added.
 * Ids are hashes of what is claimed, so the order in which pages are read does not matter. Nothing in the diff
 * where nothing new was found.
 */
export function weighFindings(state: State, found: readonly Finding[]): Diff {
  const changed = [...groupBy(found, finding => finding.id)].flatMap(([id, same]) => {
    const known = state.findings[id];
    const merged = mergeFindings(known ? [known, ...same] : same);
    return known && canonicalJson(known) === canonicalJson(merged) ? [] : [merged];
  });
  return changed.length === 0 ? {} : put(state, 'findings', changed);
}
