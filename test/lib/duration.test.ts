import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/lib/duration.ts';

test.each([
  ['90s', 90_000],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['250ms', 250],
  ['20', 20_000],
  ['soon', null],
  ['', null],
  ['-5s', null],
])('"%s" is read as %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each([
  [420, '0.4 s'],
  [12_000, '12 s'],
  [200_000, '3 min 20 s'],
  [3_900_000, '1 h 5 min'],
])('%s ms is said as "%s"', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
