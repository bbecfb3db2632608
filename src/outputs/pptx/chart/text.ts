import { el, val } from '../xml.ts';

export interface ChartText {
  /** Points. */
  readonly size: number;
  /** A theme colour: `tx1`, `bg1`, `accent6` … */
  readonly colour: string;
  readonly bold?: boolean;
}

/** A solid fill in a theme colour. */
export function solid(colour: string): string {
  return el('a:solidFill', {}, val('a:schemeClr', colour));
}

/** A line of `points` width, or none. */
export function line(colour: string | null, points = 0.75): string {
  return colour === null
    ? el('a:ln', {}, el('a:noFill'))
    : el('a:ln', { w: Math.round(points * 12700), cap: 'flat' }, solid(colour), el('a:round'));
}

/** `c:txPr`: how the text of an axis, of labels or of the legend looks; the theme's body font. */
export function textProperties({ size, colour, bold = false }: ChartText): string {
  const run = el(
    'a:defRPr',
    { sz: Math.round(size * 100), b: bold ? 1 : 0 },
    solid(colour),
    el('a:latin', { typeface: '+mn-lt' }),
    el('a:ea', { typeface: '+mn-ea' }),
    el('a:cs', { typeface: '+mn-cs' }),
  );
  const paragraph = el('a:p', {}, el('a:pPr', {}, run), el('a:endParaRPr', { lang: 'en-US' }));
  return el('c:txPr', {}, el('a:bodyPr'), el('a:lstStyle'), paragraph);
}
