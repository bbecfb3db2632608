import type { Finding } from '../../domain/finding.ts';
import type { State } from '../../domain/state.ts';
import { loadRun, withReadonlyStore } from '../../run/load-run.ts';
import type { Execute } from '../invocation.ts';
import { printable } from '../terminal.ts';
import { limitOf } from '../text/limit.ts';

/** `dossier findings [words…]`: what a run knows, most relevant first. */
export const execute: Execute = async ({ args, options, settings }) =>
  withReadonlyStore(settings.store, async store => {
    const { state } = await loadRun(store, options.run as string | undefined);
    const words = args.map(word => word.toLowerCase());
    const found = Object.values(state.findings)
      .filter(finding => options.question === undefined || finding.question === options.question)
      .filter(finding => words.every(word => textOf(finding).includes(word)))
      .sort((a, b) => b.relevance - a.relevance || b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
      .slice(0, limitOf(options.limit));
    const text = found.map(finding => line(finding, state)).join('\n');
    return { exit: 0, schema: 'dossier.finding-list/1', text: printable(text), data: { findings: found } };
  });

function textOf({ claim, evidence }: Finding): string {
  return [claim, ...evidence.map(({ quote }) => quote)].join(' ').toLowerCase();
}

function line({ id, status, confidence, claim, evidence }: Finding, state: State): string {
  const first = evidence[0];
  const place = first ? ` (${state.sources[first.source]?.path ?? first.source}, p. ${first.page})` : '';
  return `${id}  ${status}  ${confidence.toFixed(2)}  ${claim}${place}`;
}
