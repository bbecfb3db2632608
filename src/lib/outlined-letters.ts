import type { Bounds, PathMark, TextMark } from '../domain/mark.ts';
import { groupBy } from './group.ts';

/**
 * The paths of a drawing that have the form of letters: small filled outlines that are no rectangle and no simple
 * marker, and rings of two outlines. Stems and dots are not among them: only what stands beside them tells those.
 */
export function outlinedLetters(paths: readonly PathMark[]): ReadonlySet<PathMark> {
  const small = paths.filter(path => isSmallFill(path) && path.y1 - path.y0 > 1);
  const letters = new Set(small.filter(path => path.nodes.length / 2 >= FEWEST_NODES));
  for (const group of groupBy(small, path => path.group).values()) {
    if (group.length < 2 || group.length > MOST_PIECES) continue;
    for (const piece of group) {
      if (group.some(other => other !== piece && holdsMiddle(piece, other))) letters.add(piece);
    }
  }
  return letters;
}

/** Whether a drawing's words are mostly outlines: many more than its texts have letters. */
export function isLettered(letters: number, texts: readonly Pick<TextMark, 'text'>[]): boolean {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  return letters >= FEWEST_LETTERS && letters >= OUTLINED * characters;
}

/** Filled, and no larger than a letter of a chart's labels. */
export function isSmallFill({ x0, y0, x1, y1, fill, closed }: PathMark): boolean {
  return fill !== '' && closed && y1 - y0 <= LARGEST && x1 - x0 <= 1.3 * LARGEST;
}

/** Units. */
const LARGEST = 24;
/** A rectangle has four corners; so have many markers. */
const FEWEST_NODES = 5;
/** Outlines that one operator paints as a letter or a word; more are looked at one by one. */
const MOST_PIECES = 60;
/** A drawing with fewer may have some flourishes. */
const FEWEST_LETTERS = 8;
/** As a share of the characters that are texts. */
const OUTLINED = 1.5;

function holdsMiddle(outer: Bounds, inner: Bounds): boolean {
  const [x, y] = [(inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2];
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}
