import { describe, expect, test } from 'vitest';
import { visibleTexts } from '../../../src/charts/text/visible.ts';
import { box, text } from '../drawn.ts';

const black = ['One', 'Two', 'Six'].map((words, i) => text(words, [50, 50 + 20 * i]));
const white = text('ghost', [200, 50], { color: '#ffffff' });

describe('white words', () => {
  test('on white paper are left out', () => {
    expect(visibleTexts([...black, white], [box([180, 40, 220, 60], '#ffffff')])).toEqual(black);
  });
  test('on a bar are read', () => {
    expect(visibleTexts([...black, white], [box([180, 40, 220, 60])])).toHaveLength(4);
  });
  test('are read where most words are white: the paper is dark', () => {
    expect(visibleTexts([black[0]!, white, { ...white, text: 'too' }], [])).toHaveLength(3);
  });
});
