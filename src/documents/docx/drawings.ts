import { chartAt } from '../drawing/chart-part.ts';
import { altText, oneLine } from '../drawing/text.ts';
import type { Block } from '../flow.ts';
import { allOf, attr, prefixed, type Xml } from '../package/xml.ts';
import type { BodyContext } from './body.ts';

type Drawn = Extract<Block, { kind: 'chart' | 'figure' }>;

/** Charts and pictures of a `w:drawing`, `w:pict` or `w:object`; what has only text yields none. */
export async function drawingsOf(drawing: Xml, { pack, part }: BodyContext): Promise<readonly Drawn[]> {
  const [properties] = [...allOf(drawing, 'docPr'), ...allOf(drawing, 'cNvPr')];
  const caption = altText(properties) || shapeTitle(drawing);
  const drawn: Drawn[] = [];
  for (const reference of allOf(drawing, 'chart')) {
    const place = { pack, part, id: prefixed(reference, 'id'), box: [0, 0, 0, 0] as const };
    const chart = await chartAt(place).catch(() => null);
    drawn.push(chart ? { kind: 'chart', chart } : { kind: 'figure', drawing: 'vector', caption });
  }
  const pictures = [...allOf(drawing, 'pic'), ...allOf(drawing, 'imagedata')];
  for (const _ of pictures) drawn.push({ kind: 'figure', drawing: 'raster', caption });
  if (allOf(drawing, 'relIds').length > 0) drawn.push({ kind: 'figure', drawing: 'vector', caption });
  return drawn;
}

function shapeTitle(drawing: Xml): string {
  return oneLine(
    attr(allOf(drawing, 'shape')[0], 'alt') ?? attr(allOf(drawing, 'imagedata')[0], 'o:title') ?? '',
  );
}
