import { median } from '../../../lib/median.ts';
import { acrossX, acrossY, around, overlap, right } from './geometry.ts';
import type { Chunk, Line } from './lines.ts';
import type { Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/** Running text: the tokens of paragraphs, and boxes of them and of their lines, so that no table is grown through them. */
export interface Prose {
  readonly tokens: ReadonlySet<Token>;
  readonly blocks: readonly PointBox[];
  readonly lines: readonly PointBox[];
}

interface Chain {
  readonly chunks: Chunk[];
  /** The smallest drop from one of its lines to the next. */
  leading: number;
  /** How many of its lines have a value at the same height to their right. */
  valued: number;
}

export function findProse(lines: readonly Line[]): Prose {
  const edge = Math.max(0, ...lines.map(right));
  const start = Math.min(edge, ...lines.map(line => line.x));
  const wide = start + 0.85 * (edge - start);
  const chains = toChains(lines).filter(chain => isProse(chain, wide));
  return {
    tokens: new Set(chains.flatMap(chain => chain.chunks.flatMap(chunk => [...chunk.tokens]))),
    blocks: chains.map(chain => around(chain.chunks)),
    lines: chains.flatMap(chain => chain.chunks),
  };
}

/** Whether running text stands between two lines. */
export function parted(above: Line, line: Line, prose: Prose): boolean {
  const between = { from: above.y + above.h / 2, to: line.y + line.h / 2 };
  return prose.lines.some(
    block =>
      overlap(acrossY(block), between) > 0.4 * line.fontSize &&
      overlap(acrossX(block), { from: Math.min(above.x, line.x), to: Math.max(right(above), right(line)) }) >
        20,
  );
}

/** Chunks stacked on top of each other with the leading and the left edge of one paragraph. */
function toChains(lines: readonly Line[]): Chain[] {
  const done: Chain[] = [];
  let open: Chain[] = [];
  for (const line of lines) {
    const still = open.filter(chain => line.baseline - base(chain.chunks.at(-1)!) < 2.3 * line.fontSize);
    done.push(...open.filter(chain => !still.includes(chain)));
    open = still;
    for (const chunk of line.chunks) {
      if (chunk.value || !/\p{L}{2}/u.test(chunk.text)) continue;
      const valued = hasValueBeside(chunk, line) ? 1 : 0;
      const chain = open.find(candidate => follows(candidate, chunk));
      if (!chain) open.push({ chunks: [chunk], valued, leading: Number.POSITIVE_INFINITY });
      else {
        chain.leading = Math.min(chain.leading, base(chunk) - base(chain.chunks.at(-1)!));
        chain.chunks.push(chunk);
        chain.valued += valued;
      }
    }
  }
  return [...done, ...open];
}

function follows({ chunks, leading }: Chain, chunk: Chunk): boolean {
  const above = chunks.at(-1)!;
  const em = size(above);
  const drop = base(chunk) - base(above);
  if (drop > 1.3 * leading) return false;
  if (drop < 0.8 * em || drop > 2.3 * em || Math.abs(size(chunk) - em) > 0.12 * em) return false;
  const shared = overlap(acrossX(above), acrossX(chunk));
  return Math.abs(above.x - chunk.x) < 4 * em && shared > 0.6 * Math.min(above.w, chunk.w);
}

/** `wide` is how far right a line has to reach to fill the page's width. */
function isProse(chain: Chain, wide: number): boolean {
  const { chunks } = chain;
  const count = chunks.length;
  const words = chunks.reduce((sum, chunk) => sum + chunk.tokens.length, 0) / count;
  const usual = median(chunks.map(chunk => chunk.w));
  const inner = chunks.slice(0, -1);
  const full = inner.filter(chunk => chunk.w > 0.75 * usual).length;
  const filled = inner.length === 0 ? 0 : full / inner.length;
  const unvalued = chain.valued <= 0.25 * count;
  if (count >= (unvalued ? 4 : 6) && words >= 3.5 && filled >= 0.5 && isSentence(chunks))
    return usual > 12 * size(chunks[0]!);
  if (!unvalued) return false;
  if (count >= 3) return filled >= 0.6 && words >= 4.5;
  const ends = /[.:;?!]$/.test(chunks.at(-1)!.text);
  if (!ends && !chunks.some(chunk => right(chunk) > wide)) return false;
  if (count === 2) return (filled >= 0.6 && words >= 7) || words >= 11;
  return words >= 12;
}

/** Lower-case words at most line starts: text that runs on, unlike labels. */
function isSentence(chunks: readonly Chunk[]): boolean {
  const running = chunks.filter(chunk => /^\p{Ll}{2}/u.test(chunk.text)).length;
  return running >= 0.5 * chunks.length;
}

function hasValueBeside(chunk: Chunk, line: Line): boolean {
  return line.chunks.some(
    (other, i) =>
      (other.value || other.period) &&
      (i > 0 || other.x > right(chunk)) &&
      Math.abs(base(other) - base(chunk)) < 0.15 * size(chunk),
  );
}

function base(chunk: Chunk): number {
  return chunk.tokens[0]!.baseline;
}

function size(chunk: Chunk): number {
  return chunk.tokens[0]!.fontSize;
}
