import type { Segment } from './segments.ts';

/** The sizes of type that a document uses, and which of them its headings have. */
export class Styles {
  private readonly characters = new Map<number, number>();
  private readonly large = new Map<number, number>();
  private dirty = true;
  private known = { body: 10, heads: [] as number[] };

  note(segments: readonly Segment[]): void {
    this.dirty = true;
    for (const { words, size } of segments) {
      const length = words.reduce((sum, word) => sum + word.text.length, 0);
      const key = half(size);
      this.characters.set(key, (this.characters.get(key) ?? 0) + length);
      if (words.length <= 16 && length > 2) this.large.set(key, (this.large.get(key) ?? 0) + 1);
    }
  }

  /** Size of most of the text, in points. */
  get body(): number {
    return this.resolved().body;
  }

  /** 1 for the largest type, and so on down; one more than there are for type of the body's size. */
  level(size: number): number {
    const { heads } = this.resolved();
    const rank = heads.findIndex(head => half(size) >= head * 0.97);
    return Math.min((rank < 0 ? heads.length : rank) + 1, 6);
  }

  private resolved(): { readonly body: number; readonly heads: readonly number[] } {
    if (this.dirty) {
      const [most] = [...this.characters].sort((a, b) => b[1] - a[1]);
      const body = most?.[0] ?? 10;
      this.known = { body, heads: headSizes(this.large, body) };
      this.dirty = false;
    }
    return this.known;
  }
}

function half(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Sizes above the body's, largest first; neighbours within a tenth count as one. */
function headSizes(counts: ReadonlyMap<number, number>, body: number): number[] {
  const sizes = [...counts.keys()].filter(size => size >= body * 1.12).sort((a, b) => b - a);
  return sizes.filter((size, i) => i === 0 || size < sizes[i - 1]! * 0.91).slice(0, 5);
}
