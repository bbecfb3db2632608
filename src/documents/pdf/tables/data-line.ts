import type { Chunk, Line } from './lines.ts';
import { isDuration } from './numbers.ts';

/** A line with a value beside something else: a row of a table, if others like it follow. */
export function isData(line: Line): boolean {
  const counts = (chunk: Chunk) =>
    chunk.value && !chunk.period && (line.chunks.length === 2 || !isDuration(chunk.text));
  const values = line.chunks.filter(counts).length;
  const rest = line.chunks.slice(1);
  const past = rest.some(counts);
  const marks = rest.every(chunk => !chunk.value || /^\(\d\)$/.test(chunk.text));
  if (marks && rest.some(chunk => !chunk.value)) return false;
  if (values === 1 && rest.filter(chunk => !counts(chunk)).length >= 3) return false;
  return line.chunks.length >= 2 && values >= 1 && past;
}

/** Whether a line only names periods, as headers do. */
export function isPeriodLine(line: Line): boolean {
  return line.chunks.some(chunk => chunk.period) && !isData(line);
}
