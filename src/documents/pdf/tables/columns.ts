import { acrossX, type Interval, middleX, overlap } from './geometry.ts';
import { type Chunk, type Line, toChunk, toLine } from './lines.ts';
import { isAmount } from './numbers.ts';

/** The columns of a table's rows, left to right: where their words stand, with white space between. */
export function findColumns(body: readonly Line[]): Interval[] {
  const rows = body.filter(line => line.chunks.length >= 2);
  const words = body.map(line => line.chunks[0]!).filter(chunk => !isNarrow(chunk));
  const narrow = rows
    .flatMap(line => line.chunks.filter(isNarrow))
    .filter(chunk => !isInLabels(chunk, words));
  const values = merge(narrow.map(acrossX));
  const texts = rows.flatMap(line =>
    line.chunks.filter((chunk, i) => !isNarrow(chunk) && fits(chunk, i, values)),
  );
  const merged = merge([...values, ...texts.map(acrossX)]);
  const labels = rows.map(line => line.chunks[0]!).filter(chunk => !isNarrow(chunk));
  if (merged.length === 0 && labels.length > 0) return merge(labels.map(acrossX));
  return joinLabels(merged, body);
}

/** Labels indented past the end of all others are still labels: no row has words in both columns. */
function joinLabels(columns: readonly Interval[], body: readonly Line[]): Interval[] {
  const [first, second, ...rest] = columns;
  if (!first || !second || rest.length === 0) return [...columns];
  const isIn = (chunk: Chunk, column: Interval) => overlap(acrossX(chunk), column) > 0.5 * chunk.w;
  const inSecond = body.filter(line => line.chunks.some(chunk => isIn(chunk, second)));
  const isLabel = inSecond.every(line => isIn(line.chunks[0]!, second) && !isNarrow(line.chunks[0]!));
  return isLabel ? [{ from: first.from, to: second.to }, ...rest] : [...columns];
}

/** "net of tax of $5, $6 and $7": numbers where many other rows have the words of their labels are words too. */
function isInLabels(chunk: Chunk, labels: readonly Chunk[]): boolean {
  const over = labels.filter(label => overlap(acrossX(label), acrossX(chunk)) > 0.9 * chunk.w);
  return over.length >= 2 && over.length > 0.3 * labels.length;
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
