import type { PathMark, TextMark } from '../../domain/mark.ts';
import { middleOf } from '../bounds.ts';
import { sameColor } from '../colors.ts';

/** Without white words on white paper. Where most words are white, the paper behind them isn't. */
export function visibleTexts(texts: readonly TextMark[], paths: readonly PathMark[]): readonly TextMark[] {
  const white = new Set(texts.filter(({ color }) => sameColor(color, '#ffffff')));
  if (white.size === 0 || white.size > MOST * texts.length) return texts;
  const inked = paths.filter(({ fill }) => fill !== '' && !sameColor(fill, '#ffffff'));
  return texts.filter(text => {
    const { x, y } = middleOf(text);
    const isOn = ({ x0, y0, x1, y1 }: PathMark) => x > x0 && x < x1 && y > y0 && y < y1;
    return !white.has(text) || inked.some(isOn);
  });
}

const MOST = 0.3;
