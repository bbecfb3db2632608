import { expect, test } from 'vitest';
import { findRules } from '../../../src/lens/sight/rules.ts';
import { drawnRaster } from './drawn-raster.ts';

const WHITE = [255, 255, 255] as const;

async function rulesIn(content: string, isTick = () => true) {
  const raster = await drawnRaster(content);
  return findRules(raster, WHITE, { isTaken: () => false, isTick }).map(({ direction, at, from, to }) => [
    direction,
    Math.round(at * 10) / 10,
    from,
    to,
  ]);
}

test.each([
  ['a line of one pixel', '<path d="M20 100.5 H280" stroke="#888"/>', [['x', 100.5, 20, 280]]],
  ['one that lies between two pixels', '<path d="M20 100 H280" stroke="#888"/>', [['x', 100, 20, 280]]],
  ['an upright one', '<path d="M50.5 20 V180" stroke="#888"/>', [['y', 50.5, 20, 180]]],
  [
    'a dashed one',
    '<path d="M20 100.5 H280" stroke="#888" stroke-dasharray="6 4"/>',
    [['x', 100.5, 20, 276]],
  ],
  [
    'one that a bar stands in front of',
    '<path d="M20 100.5 H280" stroke="#888"/><rect x="100" y="60" width="60" height="120" fill="#4c78a8"/>',
    [['x', 100.5, 20, 280]],
  ],
  ['no edge of a bar', '<rect x="100.4" y="60.4" width="60" height="120" fill="#4c78a8"/>', []],
])('%s', async (_, content, rules) => {
  expect(await rulesIn(content)).toEqual(rules);
});

test('a short stroke is a tick where it touches a long one and the network sees a tick', async () => {
  const axis = '<path d="M50.5 20 V180" stroke="#888"/><path d="M45 100.5 H50" stroke="#888"/>';
  expect(await rulesIn(axis)).toContainEqual(['x', 100.5, 45, 50]);
  expect(await rulesIn(axis, () => false)).toEqual([['y', 50.5, 20, 180]]);
});
