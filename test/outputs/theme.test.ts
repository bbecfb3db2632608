import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/outputs/colour.ts';
import { defaultTheme, seriesColours } from '../../src/outputs/theme.ts';

const { colours } = defaultTheme();

describe('the default theme', () => {
  test.each([
    ['text', colours.text, 7],
    ['headings', colours.heading, 7],
    ['second-rank text', colours.muted, 4.5],
    ['links', colours.link, 4.5],
  ])('%s can be read on the background', (_, colour, least) => {
    expect(contrast(colour, colours.background)).toBeGreaterThanOrEqual(least);
  });

  test('has six colours for series, all different', () => {
    expect(new Set(seriesColours(defaultTheme())).size).toBe(6);
  });
});
