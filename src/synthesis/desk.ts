import type { Report, Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { fits, LONGEST } from './headline.ts';
import { sourceLine } from './places.ts';

/** What slides are made from, the titles that are taken, and the sentences that no slide has taken yet. */
export interface Desk {
  readonly report: Report;
  readonly state: State;
  readonly titles: Set<string>;
  readonly left: Sentence[];
}

/** The first title wanted that fits and isn't taken; else the last resort, made unique. */
export function take({ titles }: Desk, wanted: readonly string[], otherwise: string): string {
  const free = wanted.find(title => fits(title) && !titles.has(title.toLowerCase()));
  const plain =
    otherwise.length > LONGEST ? otherwise.slice(0, LONGEST).replace(/[\s,]+\S*$/u, '') : otherwise;
  const spare = [plain, ...NUMBERS.map(word => `${plain}, ${word}`)];
  const title = free ?? spare.find(one => !titles.has(one.toLowerCase())) ?? `${plain}, once more`;
  titles.add(title.toLowerCase());
  return title;
}

const NUMBERS = ['continued', 'and further', 'in more detail', 'and beyond'];

/** The talk track, then the ids that a reader can look up. */
export function notesOf(track: readonly string[], findings: readonly string[]): readonly string[] {
  const ids = findings.length > 0 ? [`Findings: ${findings.join(', ')}.`] : [];
  return [...track, ...ids];
}

export function lineFor(ids: readonly string[], { state }: Desk): string {
  return sourceLine(
    state,
    ids.flatMap(id => state.findings[id] ?? []),
  );
}
