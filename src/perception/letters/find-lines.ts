import type { PathMark } from '../../domain/mark.ts';
import type { FigureRegion } from '../../domain/region.ts';
import { groupBy } from '../../lib/group.ts';
import { isLettered, isSmallFill, outlinedLetters } from '../../lib/outlined-letters.ts';
import { LetterLine } from './letter-line.ts';

/** A drawing whose words are mostly outlines, with the lines of letters that it has a part of. */
export interface LetteredFigure {
  readonly region: FigureRegion;
  readonly lines: readonly LetterLine[];
}

/**
 * Lines of outlined letters in a page's drawings. Drawings that stand close may each hold a part of one line; a line
 * is whole for all of them.
 */
export function letteredFigures(regions: readonly FigureRegion[]): readonly LetteredFigure[] {
  const lettered = regions.filter(isLetteredFigure);
  const letters = new Map<string, PathMark>();
  const small = new Map<string, PathMark>();
  for (const { marks } of lettered) {
    const own = outlinedLetters(marks!.paths);
    for (const path of marks!.paths) {
      if (own.has(path)) letters.set(placeOf(path), path);
      else if (isSmallFill(path)) small.set(placeOf(path), path);
    }
  }
  const lines = linesOf(
    [...letters.values()],
    [...small].flatMap(([at, path]) => (letters.has(at) ? [] : [path])),
  );
  return lettered.map(region => {
    const places = new Set(region.marks!.paths.map(placeOf));
    return { region, lines: lines.filter(line => line.pieces.some(piece => places.has(placeOf(piece)))) };
  });
}

/** Says whether two drawings' paths are one. */
export function placeOf({ x0, y0, x1, y1, fill, nodes }: PathMark): string {
  return `${x0} ${y0} ${x1} ${y1} ${fill} ${nodes.length}`;
}

function isLetteredFigure({ marks }: FigureRegion): boolean {
  if (!marks) return false;
  const { frame } = marks;
  const inside = marks.texts.filter(({ x0, x1, y0, y1 }) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return x >= frame.x0 && x <= frame.x1 && y >= frame.y0 && y <= frame.y1;
  });
  return isLettered(outlinedLetters(marks.paths).size, inside);
}

/** Letters of one color begin lines and continue them; stems, dots and dashes only join them, and may close gaps. */
function linesOf(letters: readonly PathMark[], small: readonly PathMark[]): readonly LetterLine[] {
  const stems = groupBy(small, path => path.fill);
  return [...groupBy(letters, path => path.fill)].flatMap(([fill, own]) => {
    const lines = joined(own.map(piece => new LetterLine(piece)));
    let left = stems.get(fill) ?? [];
    // In "illegal" the first stem is beside the next one alone.
    for (let before = Number.POSITIVE_INFINITY; left.length < before; ) {
      before = left.length;
      left = left.filter(piece => {
        const line = lines.find(one => one.takes(piece));
        line?.add([piece]);
        return !line;
      });
    }
    return joined(lines).filter(line => !line.pieces.every(isRound));
  });
}

/** A disc or a ring by itself marks a point; an o stands in a word. */
function isRound({ x0, y0, x1, y1, outline }: PathMark): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  let twice = 0;
  for (let i = 0; i < outline.length; i += 2) {
    const j = (i + 2) % outline.length;
    twice += outline[i]! * outline[j + 1]! - outline[j]! * outline[i + 1]!;
  }
  const fullness = Math.abs(twice) / 2 / (width * height);
  return Math.abs(width - height) < 0.08 * height && Math.abs(fullness - Math.PI / 4) < 0.05;
}

function joined(parts: readonly LetterLine[]): readonly LetterLine[] {
  const lines: LetterLine[] = [];
  for (const part of [...parts].sort((a, b) => a.x0 - b.x0)) {
    const before = lines.filter(line => line.goesOnWith(part)).sort((a, b) => b.x1 - a.x1)[0];
    if (before) before.add(part.pieces);
    else lines.push(part);
  }
  return lines;
}
