import { type Block, toBlocks } from './blocks.ts';
import { type Bounds, centreInside } from './bounds.ts';
import { type Atom as ColumnAtom, toColumns } from './columns.ts';
import { type Line, toLines } from './lines.ts';
import { isWordy, type Segment } from './segments.ts';

/** A block of text, or the thing of another kind that stands at its place in the reading order. */
export type FlowItem<S extends Bounds> = { readonly block: Block } | { readonly solid: S };

export interface FlowInput<S extends Bounds> {
  readonly segments: readonly Segment[];
  /** Figures and tables. */
  readonly solids: readonly S[];
  /** Boxes whose content is read together. */
  readonly panels: readonly Bounds[];
}

/** A page's text and figures in reading order. */
export function toFlow<S extends Bounds>({ segments, solids, panels }: FlowInput<S>): FlowItem<S>[] {
  const inside = (b: Bounds) => panels.findIndex(panel => centreInside(b, panel));
  const atoms: Atom<S>[] = [
    ...segments
      .filter(s => inside(s) < 0)
      .map(segment => ({
        ...edges(segment),
        size: segment.size,
        solid: false,
        wordy: isWordy(segment),
        segment,
      })),
    ...solids
      .filter(s => inside(s) < 0)
      .map(solid => ({ ...edges(solid), size: 0, solid: true, wordy: false, thing: solid })),
    ...panels.map((panel, i) => ({ ...edges(panel), size: 0, solid: true, wordy: false, panel: i })),
  ];
  return toColumns(atoms).flatMap(column =>
    columnFlow(column, panel =>
      toFlow({
        segments: segments.filter(s => inside(s) === panel),
        solids: solids.filter(s => inside(s) === panel),
        panels: [],
      }),
    ),
  );
}

/** The labels of a drawing as lines, column by column. */
export function labelLines(labels: readonly Segment[]): Line[] {
  const atoms = labels.map(segment => ({
    ...edges(segment),
    size: segment.size,
    solid: false,
    wordy: isWordy(segment),
    segment,
  }));
  return toColumns(atoms).flatMap(column => toLines(column.map(atom => atom.segment)));
}

interface Atom<S> extends ColumnAtom {
  readonly segment?: Segment;
  readonly thing?: S;
  readonly panel?: number;
}

function edges({ x0, y0, x1, y1 }: Bounds): Bounds {
  return { x0, y0, x1, y1 };
}

function columnFlow<S extends Bounds>(
  column: readonly Atom<S>[],
  panelFlow: (panel: number) => FlowItem<S>[],
): FlowItem<S>[] {
  const flow: FlowItem<S>[] = [];
  let pending: Segment[] = [];
  const flush = () => {
    if (pending.length > 0) flow.push(...toBlocks(toLines(pending)).map(block => ({ block })));
    pending = [];
  };
  for (const atom of [...column].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    if (atom.segment) {
      pending.push(atom.segment);
      continue;
    }
    flush();
    if (atom.thing) flow.push({ solid: atom.thing });
    else if (atom.panel !== undefined) flow.push(...panelFlow(atom.panel));
  }
  flush();
  return flow;
}
