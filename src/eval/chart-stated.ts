import { canonicalKey, numberOf } from './chart-keys.ts';

interface Gold {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What an SVG says of its own marks against the gold. */
export interface Stated {
  /** It shows other data on the whole. */
  readonly other: boolean;
  /** Single values that it shows otherwise, as `head\ncolumn`. */
  readonly values: ReadonlySet<string>;
}

/**
 * Programs write what a mark stands for into its `aria-label`, such as `month: Jan; n: 3.9; weather: rain`. Data that
 * depend on the clock's zone come out otherwise where a drawing was made elsewhere than its gold. A label disagrees
 * where its head isn't in the gold, or its value isn't under that head.
 */
export function statedBy(svg: string, gold: Gold): Stated {
  const labels = labelsOf(svg);
  let [agreeing, disagreeing] = [0, 0];
  for (const values of labels) {
    const rows = gold.rows.filter(([head = '']) => values.has(canonicalKey(head)));
    if (rows.some(([, ...cells]) => cells.some(cell => cell !== '' && states(values, cell)))) agreeing++;
    else disagreeing++;
  }
  return { other: disagreeing > agreeing, values: new Set(otherwise(labels, gold)) };
}

function otherwise(labels: readonly ReadonlySet<string>[], { columns, rows }: Gold): readonly string[] {
  return rows.flatMap(([head = '', ...cells]) => {
    const own = labels.filter(values => values.has(canonicalKey(head)));
    return cells.flatMap((cell, i) => {
      const column = columns[i + 1] ?? '';
      const about = cells.length === 1 ? own : own.filter(values => values.has(canonicalKey(column)));
      const wrong = cell !== '' && about.length > 0 && !about.some(values => states(values, cell));
      return wrong ? [`${head}\n${column}`] : [];
    });
  });
}

/** The values that each mark's label lists. */
function labelsOf(svg: string): readonly ReadonlySet<string>[] {
  return [...svg.matchAll(/aria-label="([^"]*: [^"]*; [^"]*)"/g)].map(([, label = '']) => {
    const parts = label.replaceAll('&amp;', '&').split('; ');
    return new Set(parts.map(part => canonicalKey(part.slice(part.indexOf(': ') + 2))));
  });
}

/** Gold is rounded to six digits. */
function states(values: ReadonlySet<string>, cell: string): boolean {
  const wanted = Number(cell);
  return [...values].some(value => {
    const number = numberOf(value);
    return number !== null && Math.abs(number - wanted) <= 1e-4 * Math.abs(wanted);
  });
}
