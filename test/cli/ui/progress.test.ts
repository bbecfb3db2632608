import { describe, expect, test } from 'vitest';
import { follow, NO_PROGRESS, progressLine, timeLeft } from '../../../src/cli/ui/progress.ts';
import type { RunEvent } from '../../../src/domain/event.ts';
import type { Finding } from '../../../src/domain/finding.ts';

const FINDING = { id: 'f-1', question: 'q1', claim: 'Revenue was $5 million.' } as Finding;
const EVENTS: readonly RunEvent[] = [
  {
    type: 'run-started',
    run: 'run-1',
    title: 'How did revenue develop?',
    sources: 2,
    resumed: false,
    done: false,
  },
  { type: 'planned', questions: [{ id: 'q1', topic: 'Revenue' }] },
  { type: 'source-read', source: 's-1', path: 'a.pdf', pages: 12 },
  { type: 'source-failed', path: 'b.pdf', code: 'encrypted', message: 'It needs a password.' },
  { type: 'reading', question: 'q1', path: 'a.pdf', page: 3 },
  { type: 'finding', finding: FINDING },
  { type: 'progress', done: 3, left: 6, elapsedMs: 1500 },
];

describe('what a watcher sees', () => {
  const progress = EVENTS.reduce(follow, NO_PROGRESS);

  test('events add up', () => {
    expect(progress).toMatchObject({
      title: 'How did revenue develop?',
      sources: { all: 2, read: 1, failed: 1 },
      pages: 12,
      findings: 1,
      questions: [{ id: 'q1', topic: 'Revenue', pages: 1, findings: 1 }],
      recent: [{ id: 'f-1', claim: 'Revenue was $5 million.' }],
    });
  });

  test('time left goes by the pace so far', () => expect(timeLeft(progress)).toBe('about 3.0 s left'));
  test('there is no guess before there is a pace', () => expect(timeLeft(NO_PROGRESS)).toBe(''));
  test('a plain line says it all', () => {
    expect(progressLine(progress)).toBe(
      '2 of 2 sources · 12 pages · 1 finding · a.pdf, page 3 · about 3.0 s left',
    );
  });
});
