/**
 * Pairs rows with columns so that the sum of costs is least (Kuhn and Munkres, by shortest augmenting paths).
 * @param cost a rectangle of finite numbers
 * @returns for each row its column, or -1 where there are more rows than columns
 */
export function assign(cost: readonly (readonly number[])[]): readonly number[] {
  const [rows, columns] = [cost.length, cost[0]?.length ?? 0];
  if (rows === 0 || columns === 0) return cost.map(() => -1);
  if (rows <= columns) return pairRows(cost);
  const turned = Array.from({ length: columns }, (_, column) => cost.map(row => row[column]!));
  const found = new Array<number>(rows).fill(-1);
  for (const [column, row] of pairRows(turned).entries()) found[row] = column;
  return found;
}

/** Potentials of both sides and who is paired with each column; index 0 stands for nobody. */
interface State {
  readonly cost: readonly (readonly number[])[];
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  readonly rowOf: Int32Array;
  readonly cameFrom: Int32Array;
}

function pairRows(cost: readonly (readonly number[])[]): readonly number[] {
  const [rows, columns] = [cost.length, cost[0]!.length];
  const state: State = {
    cost,
    rowPotential: new Float64Array(rows + 1),
    columnPotential: new Float64Array(columns + 1),
    rowOf: new Int32Array(columns + 1),
    cameFrom: new Int32Array(columns + 1),
  };
  for (let row = 1; row <= rows; row++) {
    let column = shortestPath(state, row);
    while (column !== 0) {
      const before = state.cameFrom[column]!;
      state.rowOf[column] = state.rowOf[before]!;
      column = before;
    }
  }
  const found = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = state.rowOf[column]!;
    if (row > 0) found[row - 1] = column - 1;
  }
  return found;
}

/** The free column at the end of the cheapest path from `row`. */
function shortestPath(state: State, row: number): number {
  const { cost, rowPotential, columnPotential, rowOf, cameFrom } = state;
  const columns = columnPotential.length - 1;
  const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(columns + 1);
  rowOf[0] = row;
  let at = 0;
  while (rowOf[at] !== 0) {
    done[at] = 1;
    const own = rowOf[at]!;
    let [step, next] = [Number.POSITIVE_INFINITY, 0];
    for (let column = 1; column <= columns; column++) {
      if (done[column]) continue;
      const reduced = cost[own - 1]![column - 1]! - rowPotential[own]! - columnPotential[column]!;
      if (reduced < least[column]!) {
        least[column] = reduced;
        cameFrom[column] = at;
      }
      if (least[column]! < step) [step, next] = [least[column]!, column];
    }
    for (let column = 0; column <= columns; column++) {
      if (done[column]) {
        rowPotential[rowOf[column]!]! += step;
        columnPotential[column]! -= step;
      } else least[column]! -= step;
    }
    at = next;
  }
  return at;
}
