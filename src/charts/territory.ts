import type { Bounds } from '../domain/mark.ts';
import { gapOf, unionOf } from './bounds.ts';
import type { Stand } from './frames/index.ts';
import type { Label } from './types.ts';

/** The labels that may belong to one of several plots: those that stand nearer to another are its titles and names. */
export function labelsNear(stand: Stand, stands: readonly Stand[], labels: readonly Label[]): Label[] {
  const own = extentOf(stand);
  const others = stands.filter(other => other !== stand).map(extentOf);
  return labels.filter(label => others.every(other => gapOf(label, own) <= gapOf(label, other) + 0.5));
}

/** The plot with the numbers along its axes. */
function extentOf({ plot, rulers }: Stand): Bounds {
  return unionOf([plot, ...rulers.map(({ ruler }) => ruler.bounds)]);
}
