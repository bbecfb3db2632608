import { assign } from './assign.ts';
import { canonicalKey, numberOf } from './chart-keys.ts';

/** A table as a person would type it off a chart: the first column holds row heads. */
export interface ChartTable {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface RmsScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Key distances past this count as strangers, values further off than this as wrong. */
const TAU = 0.5;
const THETA = 0.1;

/**
 * Relative Mapping Similarity (DePlot, https://arxiv.org/abs/2212.10505, section 3): a table is a set of row head,
 * column head and value; entries are paired by their keys, and a pair scores the likeness of its keys times that of
 * its values. The prediction's transpose is tried too, and the better one counts.
 *
 * It differs from the code that was published with the paper: the F1 that is averaged is made of precision and recall
 * (there it holds the recall), entries with equal keys all count (there the last one replaces the others), and numbers
 * are compared without thousands separators, currency and percent signs, heads that are numbers or dates in one form
 * (there as they are written, and a nought as a text).
 */
export function rms(predicted: ChartTable, gold: ChartTable): RmsScore {
  const truth = entriesOf(gold);
  const tries = [predicted, transposed(predicted)].map(table => similarity(entriesOf(table), truth));
  return tries.reduce((best, one) => (one.f1 > best.f1 ? one : best));
}

/** Average normalised Levenshtein similarity: 1 for equal texts, 0 from a distance of `tau` on. */
export function anls(a: string, b: string, tau = TAU): number {
  const distance = textDistance(a, b);
  return distance < tau ? 1 - distance : 0;
}

/** Levenshtein distance as a share of the longer text's length, 0 to 1. */
export function textDistance(a: string, b: string): number {
  if (a === b) return 0;
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, swap));
    }
    before = row;
  }
  return before[b.length]! / Math.max(a.length, b.length);
}

interface Entry {
  readonly key: string;
  readonly cell: string;
}

/** Empty cells say nothing. */
function entriesOf({ title = '', columns, rows }: ChartTable): readonly Entry[] {
  const cells = rows.flatMap(([head = '', ...values]) =>
    values.flatMap((cell, i) =>
      cell.trim() === ''
        ? []
        : [{ key: `${canonicalKey(head)} ${canonicalKey(columns[i + 1] ?? '')}`.trim(), cell }],
    ),
  );
  return title === '' ? cells : [{ key: 'title', cell: title }, ...cells];
}

function transposed({ title, columns, rows }: ChartTable): ChartTable {
  const [corner = '', ...heads] = columns;
  return {
    ...(title === undefined ? {} : { title }),
    columns: [corner, ...rows.map(([head = '']) => head)],
    rows: heads.map((head, i) => [head, ...rows.map(row => row[i + 1] ?? '')]),
  };
}

function similarity(predicted: readonly Entry[], gold: readonly Entry[]): RmsScore {
  if (predicted.length === 0 || gold.length === 0) {
    const both = predicted.length === gold.length ? 1 : 0;
    return { precision: both, recall: both, f1: both };
  }
  const likeness = predicted.map(p => gold.map(g => anls(p.key, g.key)));
  // Among equally like keys, the pair with the likest value: equal keys are then paired as they were meant.
  const costs = predicted.map((p, i) =>
    gold.map((g, j) => 1 - likeness[i]![j]! - TIE * cellLikeness(p.cell, g.cell)),
  );
  let sum = 0;
  for (const [i, j] of assign(costs).entries()) {
    if (j >= 0) sum += likeness[i]![j]! * cellLikeness(predicted[i]!.cell, gold[j]!.cell);
  }
  const [precision, recall] = [sum / predicted.length, sum / gold.length];
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const TIE = 1e-6;

function cellLikeness(predicted: string, gold: string): number {
  const [p, t] = [numberOf(predicted), numberOf(gold)];
  if (p === null || t === null) return anls(canonicalKey(predicted), canonicalKey(gold));
  if (p === t) return 1;
  const distance = t === 0 ? 1 : Math.min(1, Math.abs(p - t) / Math.abs(t));
  return distance < THETA ? 1 - distance : 0;
}
