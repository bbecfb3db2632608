import { type Bounds, touches } from './bounds.ts';

/** Boxes that lie within `gap` points of each other, directly or through others, as groups. */
export function clusters<B extends Bounds>(boxes: readonly B[], gap: number): B[][] {
  const parent = boxes.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const byLeft = boxes.map((_, i) => i).sort((a, b) => boxes[a]!.x0 - boxes[b]!.x0);
  let active: number[] = [];
  for (const i of byLeft) {
    const box = boxes[i]!;
    const near = { x0: box.x0 - gap, y0: box.y0 - gap, x1: box.x1 + gap, y1: box.y1 + gap };
    active = active.filter(j => boxes[j]!.x1 >= near.x0);
    for (const j of active) if (touches(boxes[j]!, near)) parent[find(j)] = find(i);
    active.push(i);
  }
  const groups = new Map<number, B[]>();
  boxes.forEach((box, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(box);
    else groups.set(root, [box]);
  });
  return [...groups.values()];
}
