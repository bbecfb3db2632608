import type { Segment } from './segments.ts';

/** The sizes of type that a document uses: which of them its running text has, and which its headings. */
export class Styles {
  private readonly sizes = new Map<number, Use>();
  private known: Known | undefined;

  note(segments: readonly Segment[]): void {
    this.known = undefined;
    for (const { words, size } of segments) {
      const characters = words.reduce((sum, word) => sum + word.text.length, 0);
      const use = this.sizes.get(half(size)) ?? { characters: 0, prose: 0 };
      use.characters += characters;
      if (words.length >= WORDS_OF_PROSE) use.prose += characters;
      this.sizes.set(half(size), use);
    }
  }

  /** Size of most of the text, in points. */
  get body(): number {
    return this.resolved().body;
  }

  /** Whether type of this size is larger than running text, and isn't running text itself. */
  isHead(size: number): boolean {
    const { body, texts } = this.resolved();
    return size >= body * LARGER && !texts.some(text => Math.abs(text - size) < 0.3);
  }

  /** 1 for the largest type of headings, and so on down; one more than there are for type of the body's size. */
  level(size: number): number {
    const { heads } = this.resolved();
    const rank = heads.findIndex(head => half(size) >= head * 0.97);
    return Math.min((rank < 0 ? heads.length : rank) + 1, 6);
  }

  private resolved(): Known {
    this.known ??= resolve(this.sizes);
    return this.known;
  }
}

interface Use {
  characters: number;
  /** Of them, those on lines long enough to be running text. */
  prose: number;
}

interface Known {
  readonly body: number;
  /** Sizes of running text besides the body's. */
  readonly texts: readonly number[];
  /** Sizes of headings, largest first. */
  readonly heads: readonly number[];
}

const WORDS_OF_PROSE = 7;
const LARGER = 1.12;
const MUCH_LARGER = 1.7;
/** Share of a document's characters, and of a size's, from which prose makes it a size of running text. */
const SHARE_OF_TEXT = 0.03;
const SHARE_OF_PROSE = 0.6;

function half(size: number): number {
  return Math.round(size * 2) / 2;
}

function resolve(sizes: ReadonlyMap<number, Use>): Known {
  const all = [...sizes];
  const total = all.reduce((sum, [, use]) => sum + use.characters, 0);
  const body = all.sort((a, b) => b[1].characters - a[1].characters)[0]?.[0] ?? 10;
  const texts = all
    .filter(([size, use]) => size < body * MUCH_LARGER && isText(use, total))
    .map(([size]) => size);
  const larger = all.map(([size]) => size).filter(size => size >= body * LARGER && !texts.includes(size));
  larger.sort((a, b) => b - a);
  const heads = larger.filter((size, i) => i === 0 || size < larger[i - 1]! * 0.91).slice(0, 5);
  return { body, texts, heads };
}

function isText({ characters, prose }: Use, total: number): boolean {
  return prose > SHARE_OF_PROSE * characters && characters > SHARE_OF_TEXT * total;
}
