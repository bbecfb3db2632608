import type { Box } from '../../domain/box.ts';
import type { TextRegion } from '../../domain/region.ts';
import { plainText } from '../drawing/text.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attr, child, childrenOf, numberAttr, type Xml } from '../package/xml.ts';

/** The texts of a SmartArt diagram, parents before children; its layout isn't computed, so they share its box in order. */
export async function diagramText(
  pack: OfficePackage,
  slide: string,
  id: string | undefined,
  box: Box,
): Promise<readonly TextRegion[]> {
  const relation = await pack.related(slide, id);
  const model = relation ? await pack.xml(relation.target) : null;
  const texts = nodesOf(model);
  const [x, y, width, height] = box;
  const each = height / Math.max(1, texts.length);
  return texts.map(({ text, level }, i) => {
    const stripe: Box = [x, y + i * each, width, each];
    return { kind: 'text', role: 'list', level, box: stripe, text, lines: [{ at: 0, box: stripe }] };
  });
}

const MAX_LEVEL = 32;

function nodesOf(model: Xml | null): readonly { readonly text: string; readonly level: number }[] {
  const points = new Map(
    childrenOf(child(model, 'ptLst'), 'pt')
      .filter(pt => ['node', 'asst', 'doc', undefined].includes(attr(pt, 'type')))
      .map(pt => [attr(pt, 'modelId') ?? '', pt]),
  );
  const links = childrenOf(child(model, 'cxnLst'), 'cxn')
    .filter(cxn => ['parOf', undefined].includes(attr(cxn, 'type')))
    .toSorted((a, b) => (numberAttr(a, 'srcOrd') ?? 0) - (numberAttr(b, 'srcOrd') ?? 0));
  const found: { text: string; level: number }[] = [];
  const seen = new Set<string>();
  const visit = (id: string, level: number) => {
    const point = points.get(id);
    if (!point || seen.has(id) || level > MAX_LEVEL) return;
    seen.add(id);
    const text = plainText(child(point, 't'));
    if (text !== '') found.push({ text, level: Math.max(1, level) });
    for (const link of links) if (attr(link, 'srcId') === id) visit(attr(link, 'destId') ?? '', level + 1);
  };
  for (const [id, point] of points) if (attr(point, 'type') === 'doc') visit(id, 0);
  for (const id of points.keys()) visit(id, 1);
  return found;
}
