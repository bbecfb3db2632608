import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import { formatValue } from '../lib/quantity/index.ts';

/** A finding's value as reasons name it; '' for a statement. */
export function shown({ value }: Finding): string {
  return value ? formatValue(value) : '';
}

/** Where a finding stands first: " (annual-report.pdf, p. 12)". */
export function at({ evidence }: Finding, state: State): string {
  const first = evidence[0];
  const path = first ? state.sources[first.source]?.path : undefined;
  return first && path ? ` (${path.split('/').at(-1)}, p. ${first.page})` : '';
}
