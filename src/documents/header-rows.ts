/** Rows at the top of a table that head its columns, guessed from their text: at most three, never all rows. */
export function headerRowCount(rows: readonly (readonly string[])[]): number {
  const [first] = rows;
  if (!first || rows.length < 2 || !headsColumns(first)) return 0;
  let count = 1;
  while (count < Math.min(3, rows.length - 1) && continuesHeader(rows, count)) count++;
  return count;
}

/** Whether a cell holds a measured number, as opposed to a word, a year or a period that heads a column. */
export function isMeasure(text: string): boolean {
  const bare = text.trim();
  if (!/\d/.test(bare) || PERIOD.test(bare)) return false;
  return MEASURE.test(bare);
}

const PERIOD =
  /^(?:(?:FY|CY|Q[1-4]|H[12]|[1-4]Q|[12]H)[\s'’/-]?)*(?:(?:19|20)\d\d)(?:[-/–](?:(?:19|20)?\d\d))?\s?[A-Z*†]?$/i;
const MEASURE =
  /^[~≈<>≤≥±]?\s*[-+−–(]?\s*(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\s)?\s*[-+−–(]?[\d.,'’\s]*\d\s*(?:%|pp|bps|x|k|m|mn|bn|tn|[$€£¥])?\s*\)?[*†‡]?$/i;

/** Words or periods beside the stub, and no numbers. */
function headsColumns(row: readonly string[]): boolean {
  const [, ...beside] = row;
  const cells = row.length === 1 ? row : beside;
  return cells.some(cell => cell !== '') && !cells.some(isMeasure);
}

/** A further header row stands under a cell that spans columns, or has no label of its own and stands over numbers. */
function continuesHeader(rows: readonly (readonly string[])[], at: number): boolean {
  const row = rows[at] as readonly string[];
  const above = rows[at - 1] as readonly string[];
  if (!headsColumns(row)) return false;
  const unlabelled = row[0] === '' || row[0] === above[0];
  const spanned = above.some((cell, i) => i > 1 && cell !== '' && cell === above[i - 1]);
  if (spanned && (unlabelled || above[0] === '')) return true;
  return unlabelled && rows.slice(at + 1).some(cells => cells.some((cell, i) => i > 0 && isMeasure(cell)));
}
