import type { Marks, TextMark } from '../../domain/mark.ts';
import type { TextRegion } from '../../domain/region.ts';
import { boxOnPage, unionBox } from '../../lib/box.ts';

/** Texts that stand in one row, from the left: the ticks of an axis, the entries of a legend. */
export type Row = readonly TextMark[];

/** As a share of its height: how far a text of a row may stand off. */
const OFF = 0.3;

/** Texts of a drawing in rows from the top; turned ones stand alone. */
export function linesOf(texts: readonly TextMark[]): readonly Row[] {
  const rows: TextMark[][] = [];
  for (const text of texts.toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const row = rows.at(-1);
    if (row && belongs(text, row[0]!)) row.push(text);
    else rows.push([text]);
  }
  return rows.map(row => row.toSorted((a, b) => a.x0 - b.x0));
}

export function textRegion(row: Row, page: Marks): TextRegion {
  const boxes = row.map(text => boxOnPage(text, page));
  let text = '';
  const lines = row.map((mark, i) => {
    if (i > 0) text += ' ';
    const line = { at: text.length, box: boxes[i]! };
    text += mark.text;
    return line;
  });
  return { kind: 'text', role: 'line', box: unionBox(boxes), text, lines };
}

function belongs(text: TextMark, first: TextMark): boolean {
  const level = text.angle === 0 && first.angle === 0 && hasWords(text) === hasWords(first);
  return level && Math.abs(text.y1 - first.y1) < OFF * Math.min(text.size, first.size);
}

/** A legend may stand on the level of a tick, and says something else. */
function hasWords({ text }: TextMark): boolean {
  return /\p{L}{2}/u.test(text);
}
