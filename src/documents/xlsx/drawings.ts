import type { Box } from '../../domain/box.ts';
import type { Region } from '../../domain/region.ts';
import type { CellRange } from '../drawing/chart-data.ts';
import { chartAt } from '../drawing/chart-part.ts';
import { altText, plainText } from '../drawing/text.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allOf, child, descend, elements, prefixed, textOf, type Xml } from '../package/xml.ts';
import type { Reference } from './reference.ts';

/** Something drawn over a sheet's cells: where, and as what once its box is known. */
export interface Drawing {
  readonly place: Reference;
  readonly region: (box: Box) => Region;
}

/** Charts, pictures and text boxes of a sheet or chart sheet. */
export async function readDrawings(
  pack: OfficePackage,
  sheet: string,
  cells: () => Promise<CellRange>,
): Promise<readonly Drawing[]> {
  const relation = await pack.relatedByType(sheet, 'drawing');
  const root = relation ? await pack.xml(relation.target) : null;
  const found: Drawing[] = [];
  for (const anchor of elements(root)) {
    const place = placeOf(anchor);
    for (const read of await contentOf(anchor, pack, relation?.target ?? '', cells)) {
      found.push({ place, region: box => ({ ...read, box }) });
    }
  }
  return found;
}

/** Columns and rows that an anchor without a second corner is taken to cover. */
const ONE_CELL = { columns: 7, rows: 15 } as const;

function placeOf(anchor: Xml): Reference {
  const at = (corner: string, what: string) => {
    const value = Number(textOf(descend(anchor, corner, what)) || Number.NaN);
    return Number.isFinite(value) ? Math.min(Math.max(value, 0), 20_000) : undefined;
  };
  const top = at('from', 'row') ?? 0;
  const left = at('from', 'col') ?? 0;
  return {
    top,
    left,
    bottom: Math.max(at('to', 'row') ?? top + ONE_CELL.rows, top),
    right: Math.max(at('to', 'col') ?? left + ONE_CELL.columns, left),
  };
}

const NOWHERE: Box = [0, 0, 0, 0];

async function contentOf(
  anchor: Xml,
  pack: OfficePackage,
  part: string,
  cells: () => Promise<CellRange>,
): Promise<readonly Region[]> {
  const found: Region[] = [];
  for (const chart of allOf(anchor, 'chart')) {
    const read = await chartAt({ pack, part, id: prefixed(chart, 'id'), box: NOWHERE, cells }).catch(
      () => null,
    );
    found.push(read ?? { kind: 'figure', drawing: 'vector', box: NOWHERE, caption: captionOf(anchor) });
  }
  for (const picture of allOf(anchor, 'pic')) {
    found.push({ kind: 'figure', drawing: 'raster', box: NOWHERE, caption: captionOf(picture) });
  }
  for (const shape of allOf(anchor, 'sp')) {
    const text = plainText(child(shape, 'txBody'));
    if (text !== '') {
      found.push({ kind: 'text', role: 'paragraph', box: NOWHERE, text, lines: [{ at: 0, box: NOWHERE }] });
    }
  }
  return found;
}

function captionOf(element: Xml): string {
  const [properties] = allOf(element, 'cNvPr');
  return altText(properties);
}
