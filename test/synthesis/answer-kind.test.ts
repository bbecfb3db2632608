import { expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Question } from '../../src/domain/question.ts';
import { ofKind } from '../../src/synthesis/answer-kind.ts';

const said = (claim: string) => ({ claim, value: null }) as unknown as Finding;
const share = { claim: '42% of members', value: { dimension: 'percent' } } as unknown as Finding;
const number = { claim: '420 members', value: { dimension: 'count' } } as unknown as Finding;
const ask = (text: string) => ({ text, aspects: ['count'] }) as unknown as Question;

test.each<[text: string, kept: readonly string[]]>([
  ['How many members are there?', ['420 members', 'There are six chapters.']],
  [
    'How many percentage points did it gain?',
    ['42% of members', '420 members', 'There are six chapters.', 'Members like it.'],
  ],
])('%s', (text, kept) => {
  const findings = [share, number, said('There are six chapters.'), said('Members like it.')];
  expect(ofKind(ask(text), findings).map(({ claim }) => claim)).toEqual(kept);
});
