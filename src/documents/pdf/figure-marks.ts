import type { ImageMark, Marks, PathMark, TextMark } from '../../domain/mark.ts';
import { isLettered, isSmallFill, outlinedLetters } from '../../lib/outlined-letters.ts';
import { area, type Bounds, centreInside, grow, intersect, overlapX, overlapY, touches } from './bounds.ts';
import type { Painted } from './painted.ts';
import { pathMarks } from './path-marks.ts';
import type { Sheet } from './sheet.ts';

/** What a figure stands among. */
export interface Around {
  /** All of the page's texts. */
  readonly texts: readonly TextMark[];
  /** Where other things stand: tables, running text, the page's header and footer, other figures. */
  readonly foreign: readonly Bounds[];
  /** Samples in the figure's legend, where that stands off the figure. */
  readonly keys: ReadonlySet<Bounds>;
}

/** What is drawn in a figure, with the texts in and around it; undefined where that is more than is worth handing over. */
export function figureMarks(sheet: Sheet, frame: Bounds, around: Around): Marks | undefined {
  const { texts, foreign, keys } = around;
  const { x0, y0, x1, y1 } = frame;
  const near = { x0: x0 - BESIDE, y0: y0 - ABOVE, x1: x1 + BESIDE, y1: y1 + BELOW };
  const belongs = (one: Bounds) =>
    isNear(one, near, frame) && !foreign.some(other => centreInside(one, other));
  const drawn = withLetters(drawnIn(sheet.painted, { frame, keys, belongs: () => false }), {
    texts: texts.filter(text => centreInside(text, frame)),
    again: () => drawnIn(sheet.painted, { frame, keys: new Set(), belongs }),
  });
  if (!drawn) return;
  const named = namesOf(keys, texts);
  return {
    width: sheet.width,
    height: sheet.height,
    turn: sheet.turn,
    frame: { x0, y0, x1, y1 },
    texts: texts.filter(
      text =>
        !isDrawnDot(text, drawn.paths) && (named.has(text) || centreInside(text, frame) || belongs(text)),
    ),
    ...drawn,
  };
}

/** Where words are outlines, those around the figure belong to it as texts would. */
function withLetters(
  drawn: Drawn | undefined,
  { texts, again }: { readonly texts: readonly TextMark[]; readonly again: () => Drawn | undefined },
): Drawn | undefined {
  const lettered = drawn && isLettered(outlinedLetters(drawn.paths).size, texts);
  return (lettered && again()) || drawn;
}

/** A glyph that stands for a marker is among the paths already. */
function isDrawnDot(text: TextMark, paths: readonly PathMark[]): boolean {
  return text.text === '●' && paths.some(path => path.curved && centreInside(path, text));
}

/** A title may be wider than what it is set over. */
function isNear(text: Bounds, around: Bounds, frame: Bounds): boolean {
  const middle = (text.y0 + text.y1) / 2;
  if (middle < around.y0 || middle > around.y1) return false;
  const wide = overlapX(text, frame) > 0.6 * (frame.x1 - frame.x0);
  return wide || overlapX(text, around) > 0.6 * (text.x1 - text.x0);
}

/** Points: how far off texts may stand. */
const ABOVE = 70;
const BELOW = 50;
const BESIDE = 60;
/** Points: ticks, legends and markers reach this far over a figure's edge. */
const OVERHANG = 14;
/** Of all paths together. A map or a scan turned into paths has more. */
const MOST_POINTS = 20_000;

/** Points from a key to its name. */
const NAME_GAP = 14;

/** The texts that begin right behind a key. */
function namesOf(keys: ReadonlySet<Bounds>, texts: readonly TextMark[]): ReadonlySet<TextMark> {
  return new Set(
    [...keys].flatMap(key => {
      const middle = (key.y0 + key.y1) / 2;
      const level = texts.filter(text => text.y0 < middle && text.y1 > middle);
      return level.filter(text => text.x0 > key.x0 && text.x0 - key.x1 < NAME_GAP);
    }),
  );
}

interface Drawn {
  readonly paths: readonly PathMark[];
  readonly images: readonly ImageMark[];
}

interface Place {
  readonly frame: Bounds;
  readonly keys: ReadonlySet<Bounds>;
  /** What is as small as a letter and stands off the figure, but belongs to it. */
  readonly belongs: (box: Bounds) => boolean;
}

function drawnIn(painted: readonly Painted[], { frame, keys, belongs }: Place): Drawn | undefined {
  const reach = grow(frame, OVERHANG);
  const near = painted.filter(one => keys.has(one.box) || touches(one.box, reach) || belongs(one.box));
  const heavy = near.filter(one => one.kind === 'path' && within(one.box, reach));
  const numbers = heavy.reduce((sum, one) => sum + (one.kind === 'path' ? (one.data?.length ?? 0) : 0), 0);
  // A point takes at least three numbers of a path's data.
  if (numbers / 7 > MOST_POINTS) return;
  const paths: PathMark[] = [];
  const images: ImageMark[] = [];
  let [order, points] = [0, 0];
  for (const [group, one] of near.entries()) {
    if (one.kind === 'image') {
      if (within(one.box, reach)) images.push({ ...one.box, order: order++ });
      continue;
    }
    for (const mark of pathMarks(one)) {
      const path = { ...mark, order, group };
      const isPart = keys.has(one.box) || within(mark, reach) || (isSmallFill(path) && belongs(mark));
      if (!isPart) continue;
      points += mark.outline.length / 2;
      if (points > MOST_POINTS) return;
      paths.push(path);
      order++;
    }
  }
  return { paths, images };
}

/** At least half of it, along both its sides: a page's background is no part of a figure on it. */
function within(box: Bounds, reach: Bounds): boolean {
  if (!touches(box, reach)) return false;
  const across = overlapX(box, reach) >= 0.5 * (box.x1 - box.x0);
  const down = overlapY(box, reach) >= 0.5 * (box.y1 - box.y0);
  return across && down && (area(box) === 0 || area(intersect(box, reach)) >= 0.4 * area(box));
}
