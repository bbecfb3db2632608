import { type Block, blockOf } from './blocks.ts';
import type { Bounds } from './bounds.ts';
import type { FlowItem } from './flow.ts';
import { markerOf } from './list-marker.ts';

/**
 * Paragraphs that a column's end, a figure or a footnote broke in the middle of a sentence, made whole again: the second
 * piece moves up to the first, so that a sentence can be quoted in one piece.
 */
export function mendSentences<S extends Bounds>(flow: readonly FlowItem<S>[], body: number): FlowItem<S>[] {
  const items = [...flow];
  for (let i = 0; i < items.length; i++) {
    for (let j = nextPiece(items, i, body); j !== undefined; j = nextPiece(items, i, body)) {
      const [head, tail] = [blockAt(items, i)!, blockAt(items, j)!];
      items[i] = { block: blockOf([...head.lines, ...tail.lines]) };
      items.splice(j, 1);
    }
  }
  return items;
}

/** How many items of the flow a sentence may jump over. */
const FARTHEST = 14;

function nextPiece<S extends Bounds>(
  items: readonly FlowItem<S>[],
  i: number,
  body: number,
): number | undefined {
  const head = blockAt(items, i);
  if (!head || head.size > body * 1.15 || !breaksOff(head)) return;
  for (let j = i + 1; j < items.length && j <= i + FARTHEST; j++) {
    const tail = blockAt(items, j);
    if (!tail || !sameType(head, tail)) continue;
    if (goesOn(head, tail)) return j;
    // Text of the same type that starts afresh: what follows it can't belong to what came before.
    if (tail.lines.length > 1) return;
  }
  return;
}

function blockAt<S extends Bounds>(items: readonly FlowItem<S>[], i: number): Block | undefined {
  const item = items[i];
  return item && 'block' in item ? item.block : undefined;
}

const ENDS = /[.!?:;]["'”’)\]]*[¹²³⁰⁴-⁹]*$/;

function breaksOff(block: Block): boolean {
  const last = block.lines.at(-1)!;
  const words = block.lines.reduce((sum, line) => sum + line.words.length, 0);
  const margin = Math.max(...block.lines.slice(-3).map(line => line.x1));
  return !ENDS.test(last.text) && words >= 6 && last.x1 > margin - 4 * last.size;
}

function sameType(a: Block, b: Block): boolean {
  const [x, y] = [a.lines.at(-1)!, b.lines[0]!];
  return (
    Math.abs(x.size - y.size) < 0.04 * x.size && x.bold === y.bold && x.words[0]!.color === y.words[0]!.color
  );
}

function goesOn(head: Block, tail: Block): boolean {
  const text = tail.lines[0]!.text;
  if (markerOf(text)) return false;
  const hyphen = /\p{L}[-\u00ad]$/u.test(head.lines.at(-1)!.text);
  const drawnNext = tail.lines[0]!.words[0]!.run - head.lines.at(-1)!.words.at(-1)!.run;
  if (drawnNext > 0 && /^\p{Ll}{2}|^[a-z] /u.test(text)) return true;
  return drawnNext > 0 && drawnNext <= 4 && (hyphen || tail.lines.length > 1 || ENDS.test(text));
}
