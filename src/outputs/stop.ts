import type { StopReason } from '../domain/state.ts';

const WORDS = {
  done: '',
  time: 'the time limit was reached',
  pages: 'the page limit was reached',
  cost: 'the cost limit was reached',
  interrupted: 'the run was interrupted',
} satisfies Record<StopReason, string>;

/** Why a run ended before everything worth reading was read; '' where it didn't. */
export function stopWords(stop: StopReason): string {
  return WORDS[stop];
}
