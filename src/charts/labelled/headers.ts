import type { Bounds } from '../../domain/mark.ts';
import { unionOf } from '../bounds.ts';
import { colorDistance, isGray } from '../colors.ts';
import { joinLines } from '../text/index.ts';
import type { Label } from '../types.ts';

/** One ink of lying bars, and where its bars stand. */
export interface Column {
  readonly color: string;
  readonly bounds: Bounds;
}

/** What stands over columns of bars that no legend explains: the words in their ink, else those above them and no others. */
export function headersOf(columns: readonly Column[], words: readonly Label[]): ReadonlyMap<string, Label> {
  const around = unionOf(columns.map(({ bounds }) => bounds));
  const blocks = blocksOf(
    words.filter(label => {
      const middle = (label.x0 + label.x1) / 2;
      const within = middle < around.x1 + BESIDE && middle > around.x0 - BESIDE;
      const above = label.y1 < around.y0 + 2 && label.y0 > around.y0 - REACH;
      return label.angle === 0 && within && above && isName(label);
    }),
  );
  const claims = columns.flatMap(column =>
    blocks.flatMap(block => {
      const cost = costOf(column, block, around.y0 - block.y1 < LOW * block.size);
      return cost === null ? [] : [{ column, block, cost }];
    }),
  );
  const names = new Map<string, Label>();
  const taken = new Set<Label>();
  for (const { column, block } of claims.sort((a, b) => a.cost - b.cost)) {
    if (names.has(column.color) || taken.has(block)) continue;
    names.set(column.color, block);
    taken.add(block);
  }
  // One name for one of several is as likely a remark.
  return names.size === columns.length || [...names].every(([ink, block]) => inkGap(ink, block) < OWN_INK)
    ? names
    : new Map();
}

/** Page units: how far above the bars headers may begin, and beside them end. */
const REACH = 90;
const BESIDE = 25;
/** In ems: words in no ink of theirs stand right above the bars. */
const LOW = 1.5;
/** Letters are at times set darker than the bars that they name. */
const OWN_INK = 0.25;

function inkGap(color: string, block: Label): number {
  return isGray(block.color) && !isGray(color) ? 1 : colorDistance(color, block.color);
}

/** Own ink speaks before place. */
function costOf({ color, bounds }: Column, block: Label, isLow: boolean): number | null {
  const common = Math.min(bounds.x1, block.x1) - Math.max(bounds.x0, block.x0);
  const gap = inkGap(color, block);
  if (gap < OWN_INK) return gap + Math.max(0, -common) / 1000;
  const [wide, own] = [bounds.x1 - bounds.x0, block.x1 - block.x0];
  const isOver = common > 0.3 * Math.min(own, wide) && own < 1.6 * wide + block.size;
  return isLow && isOver && isGray(block.color) ? 1 - common / own : null;
}

/** Words, or a range: "<30", "30–50". */
export function isName({ text }: Label): boolean {
  return /\p{L}/u.test(text) || /^(?:[<>≤≥]\s?\d+|\d+\s?[-–]\s?\d+|\d+\+)$/.test(text);
}

/** Lines of one ink below each other that share an edge or their middle. */
export function blocksOf(words: readonly Label[]): readonly Label[] {
  const blocks: Label[][] = [];
  for (const label of [...words].sort((a, b) => a.y0 - b.y0)) {
    const block = blocks.find(lines => goesOn(lines.at(-1)!, label));
    if (block) block.push(label);
    else blocks.push([label]);
  }
  return blocks.map(joinLines);
}

function goesOn(last: Label, label: Label): boolean {
  const gap = label.y0 - last.y1;
  const edges = [label.x0 - last.x0, label.x1 - last.x1, (label.x0 + label.x1 - last.x0 - last.x1) / 2];
  const aligned = edges.some(edge => Math.abs(edge) < 0.35 * label.size);
  const alike = label.color === last.color && Math.abs(label.size - last.size) < 0.1 * last.size;
  return aligned && alike && gap > -0.4 * label.size && gap < 0.6 * label.size;
}
