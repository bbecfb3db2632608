import { valueInBase } from '../lib/quantity/index.ts';
import type { Valued } from './series.ts';

/** Sums are compared as printed: within so much of the larger. */
const EXACT = 1e-4;
const LEAST_MEMBERS = 2;

/** Rows of one table without the subtotals: rows that are the sum of the rows right above or right below them. */
export function withoutSubtotals(findings: readonly Valued[]): readonly Valued[] {
  const rows = findings.flatMap(finding => {
    const row = finding.evidence[0]?.cell?.[0];
    return row === undefined ? [] : [{ finding, row, size: valueInBase(finding.value) }];
  });
  if (rows.length < findings.length) return findings;
  rows.sort((a, b) => a.row - b.row);
  const kept: typeof rows = [];
  let since = 0;
  for (const [i, row] of rows.entries()) {
    const sumsAbove = isSumOf(row.size, kept.slice(since).reverse());
    const sumsBelow = isSumOf(row.size, rows.slice(i + 1));
    if (sumsAbove) since = kept.length;
    if (!sumsAbove && !sumsBelow) kept.push(row);
  }
  const left = new Set(kept.map(({ finding }) => finding));
  return findings.filter(finding => left.has(finding));
}

/** Whether the first two or more of the rows add up to the size. */
function isSumOf(size: number, rows: readonly { readonly size: number }[]): boolean {
  let sum = 0;
  for (const [i, row] of rows.entries()) {
    sum += row.size;
    if (i + 1 >= LEAST_MEMBERS && Math.abs(sum - size) <= Math.abs(size) * EXACT) return true;
  }
  return false;
}
