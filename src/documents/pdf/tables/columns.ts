import { acrossX, type Interval, middleX, overlap } from './geometry.ts';
import { type Chunk, type Line, toChunk, toLine } from './lines.ts';
import { isAmount } from './numbers.ts';

/** The columns of a table's rows, left to right: where their words stand, with white space between. */
export function findColumns(body: readonly Line[]): Interval[] {
  const rows = body.filter(line => line.chunks.length >= 2);
  const values = merge(rows.flatMap(line => line.chunks.filter(isNarrow)).map(acrossX));
  const texts = rows.flatMap(line =>
    line.chunks.filter((chunk, i) => !isNarrow(chunk) && fits(chunk, i, values)),
  );
  const merged = merge([...values, ...texts.map(acrossX)]);
  const labels = rows.map(line => line.chunks[0]!).filter(chunk => !isNarrow(chunk));
  return merged.length > 0 || labels.length === 0 ? merged : merge(labels.map(acrossX));
}

/** A long label may end so close to its first value that both are one chunk: the value stands in a column of others. */
export function splitRunOn(body: readonly Line[]): Line[] {
  const values = merge(body.flatMap(line => line.chunks.filter(isNarrow)).map(acrossX));
  return body.map(line => {
    const [label, ...rest] = line.chunks;
    const last = label?.tokens.at(-1);
    if (!label || !last || label.tokens.length < 3 || isNarrow(label) || !isAmount(last.text)) return line;
    const column = values.find(
      value => overlap(acrossX(last), value) > 0.9 * last.w && value.from > label.x + 0.3 * label.w,
    );
    const isEnd = column !== undefined && Math.abs(column.to - (last.x + last.w)) < 4;
    return isEnd ? toLine([toChunk(label.tokens.slice(0, -1)), toChunk([last]), ...rest]) : line;
  });
}

/** The columns that a chunk covers: those that it shares width with, else the nearest. */
export function columnsOf(chunk: Chunk, columns: readonly Interval[]): { from: number; to: number } {
  const span = acrossX(chunk);
  const shared = columns.map(column => overlap(span, column));
  const hits = shared.flatMap((width, i) => (width > 1.5 ? [i] : []));
  if (hits.length > 0) return { from: hits[0]!, to: hits.at(-1)! };
  const middle = middleX(chunk);
  const far = columns.map(column => Math.max(column.from - middle, middle - column.to));
  const nearest = far.indexOf(Math.min(...far));
  return { from: nearest, to: nearest };
}

function isNarrow(chunk: Chunk): boolean {
  return chunk.value || chunk.period;
}

/** A label so long that it runs under columns which are empty in its row says nothing about columns. */
function fits(chunk: Chunk, index: number, values: readonly Interval[]): boolean {
  const under = values.filter(value => overlap(acrossX(chunk), value) > 1).length;
  return index === 0 ? under === 0 : under <= 1;
}

function merge(spans: readonly Interval[]): Interval[] {
  const merged: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from < last.to - 0.5) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}
