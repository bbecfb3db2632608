import type { Box } from '../../domain/box.ts';
import type { Region } from '../../domain/region.ts';
import { chartAt } from '../drawing/chart-part.ts';
import { altText } from '../drawing/text.ts';
import { allOf, child, descend, elements, prefixed, type Xml } from '../package/xml.ts';
import { diagramText } from './diagram.ts';
import type { ShapeContext } from './shapes.ts';
import { readTable } from './table.ts';

/** What a graphic frame holds: a table, a chart, a diagram; anything else is a figure. */
export async function readFrame(frame: Xml, context: ShapeContext, box: Box): Promise<readonly Region[]> {
  const data = descend(frame, 'graphic', 'graphicData');
  const [content] = elements(data);
  if (content?.name === 'tbl') return readTable(content, box);
  if (content?.name === 'chart') {
    const chart = await chartAt({
      pack: context.pack,
      part: context.part,
      id: prefixed(content, 'id'),
      box,
    }).catch(() => null);
    return [chart ?? figure(frame, box)];
  }
  if (content?.name === 'relIds') {
    const read = await diagramText(context.pack, context.part, prefixed(content, 'dm'), box).catch(() => []);
    return read.length > 0 ? read : [figure(frame, box)];
  }
  return allOf(data, 'pic').length > 0 || content ? [figure(frame, box)] : [];
}

function figure(frame: Xml, box: Box): Region {
  const names = child(child(frame, 'nvGraphicFramePr'), 'cNvPr');
  return { kind: 'figure', box, drawing: 'vector', caption: altText(names) };
}
