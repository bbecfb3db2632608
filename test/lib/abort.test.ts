import { expect, test } from 'vitest';
import { unlessAborted } from '../../src/lib/abort.ts';

const never = new Promise<string>(() => undefined);

test.each([
  ['work that ends', () => unlessAborted(Promise.resolve('done'), new AbortController().signal), 'done'],
  ['work without a signal', () => unlessAborted(Promise.resolve('done'), undefined), 'done'],
  ['work after the signal', () => unlessAborted(Promise.resolve('late'), AbortSignal.abort()), null],
  ['work that the signal finds under way', () => unlessAborted(never, AbortSignal.timeout(5)), null],
])('%s', async (_, begin, expected) => {
  expect(await begin()).toBe(expected);
});

test('what fails is told, but not once nobody waits for it', async () => {
  const failing = () => Promise.reject(new Error('no'));
  await expect(unlessAborted(failing(), new AbortController().signal)).rejects.toThrow('no');
  expect(await unlessAborted(failing(), AbortSignal.abort())).toBeNull();
});
