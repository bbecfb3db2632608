import type { State } from '../domain/state.ts';
import type { Answered } from './allocate.ts';
import { listOf, lowerFirst, upperFirst } from './labels.ts';

const MOST_TOPICS = 4;
const MOST_NAMES = 3;

/** "Amazon and Netflix: revenue, operating income and capital expenditure". */
export function titleOf(state: State, answered: readonly Answered[]): string {
  const topics = answered.map(({ question }) => question.topic.replace(/[?.]$/u, ''));
  if (topics.length === 0) return Object.values(state.run)[0]?.title ?? 'Report';
  const shown = topics.slice(0, MOST_TOPICS).map((topic, i) => (i === 0 ? topic : lowerFirst(topic)));
  const subject = listOf(topics.length > MOST_TOPICS ? [...shown, 'more'] : shown);
  const names = namesOf(state);
  return names.length === 0 ? upperFirst(subject) : `${listOf(names)}: ${lowerFirst(subject)}`;
}

/** Whom the sources are about, where that is few. */
function namesOf(state: State): readonly string[] {
  const read = Object.values(state.sources).filter(source => source.status === 'read');
  const names = [...new Set(read.map(source => source.profile?.entity ?? ''))];
  return names.includes('') || names.length > MOST_NAMES ? [] : names;
}
