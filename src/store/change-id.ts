import type { Change } from '../domain/change.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { sha256 } from '../lib/hash.ts';

/**
 * The id of a change in the chain of its run: SHA-256 over the run, the id of the change before ('' for the first)
 * and the change itself. When it was made is not part of it.
 */
export function changeId(run: string, previous: string, { step, diff }: Change): string {
  return sha256(canonicalJson({ run, previous, step, diff }));
}
