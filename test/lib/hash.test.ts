import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/lib/canonical-json.ts';
import { contentId } from '../../src/lib/hash.ts';

describe('canonical JSON', () => {
  test.each([
    ['keys are sorted at every level', { b: { d: 1, c: 2 }, a: [3] }, '{"a":[3],"b":{"c":2,"d":1}}'],
    ['undefined members are left out', { a: undefined, b: null }, '{"b":null}'],
    ['arrays keep their order', [2, 1], '[2,1]'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

test('a content id depends on the content, not on the order of its keys', () => {
  expect(contentId('x', { a: 1, b: 2 })).toBe(contentId('x', { b: 2, a: 1 }));
  expect(contentId('x', { a: 1 })).not.toBe(contentId('x', { a: 2 }));
  expect(contentId('x', {}, 8)).toMatch(/^x-[0-9a-f]{8}$/);
});
