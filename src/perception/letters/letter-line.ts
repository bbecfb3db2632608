import type { Bounds, PathMark } from '../../domain/mark.ts';

/** In heights of the line: how far apart its words stand, and its letters. */
const WORD_GAP = 0.62;
const LETTER_GAP = 0.4;
/** A mark lower than this share of its neighbours is no letter but an accent, a comma, a quote. */
const LOW = 0.5;

/** Letters side by side that are drawn as outlines, of one color. It grows while its pieces are gathered. */
export class LetterLine implements Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  readonly color: string;
  readonly pieces: PathMark[];

  constructor(piece: PathMark) {
    ({ x0: this.x0, y0: this.y0, x1: this.x1, y1: this.y1 } = piece);
    this.color = piece.fill;
    this.pieces = [piece];
  }

  get height(): number {
    return this.y1 - this.y0;
  }

  add(pieces: readonly PathMark[]): void {
    for (const { x0, y0, x1, y1 } of pieces) {
      this.x0 = Math.min(this.x0, x0);
      this.y0 = Math.min(this.y0, y0);
      this.x1 = Math.max(this.x1, x1);
      this.y1 = Math.max(this.y1, y1);
    }
    this.pieces.push(...pieces);
  }

  /** Whether what begins further right is the next letter or word. */
  goesOnWith(next: LetterLine): boolean {
    const [low, high] = this.height < next.height ? [this, next] : [next, this];
    const common = Math.min(low.y1, high.y1) - Math.max(low.y0, high.y0);
    const reach = low.height < LOW * high.height ? LETTER_GAP : WORD_GAP;
    return common > LOW * low.height && next.x0 - this.x1 < reach * high.height;
  }

  /** Whether a hole, a stem, a dot or a dash belongs to the line: within it, or about as high as its letters, and next to them. */
  takes({ x0, y0, x1, y1 }: Bounds): boolean {
    const { height } = this;
    const beside = Math.max(this.x0 - x1, x0 - this.x1);
    const level = y0 > this.y0 - 0.5 * height && y1 < this.y1 + 0.3 * height && y1 - y0 < 1.45 * height;
    if (x0 > this.x0 && x1 < this.x1 && y0 >= this.y0 && y1 <= this.y1) return true;
    const isSlim = x1 - x0 < 0.42 * height || (y1 - y0 < 0.25 * height && x1 - x0 < height);
    return level && isSlim && beside < LETTER_GAP * height;
  }
}
