import { BugError } from '../../errors.ts';

/** Advance widths of a font, in thousandths of the font size, by code point; null where it has no glyph. */
export type AdvanceOf = (codePoint: number) => number | null;

/**
 * Reads `cmap` (format 4), `hhea` and `hmtx` of a TrueType font: all that measuring text takes, and the same result
 * on every platform, which a canvas that falls back to system fonts doesn't give.
 * Format: https://learn.microsoft.com/typography/opentype/spec/otff
 */
export function readAdvances(bytes: Uint8Array): AdvanceOf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new BugError(`The font has no ${tag} table`);
    return offset;
  };
  const unitsPerEm = view.getUint16(at('head') + 18);
  const metrics = view.getUint16(at('hhea') + 34);
  const hmtx = at('hmtx');
  const glyphOf = glyphLookup(view, at('cmap'));
  return codePoint => {
    const glyph = glyphOf(codePoint);
    if (glyph === 0) return null;
    return (view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm;
  };
}

function tableOffsets(view: DataView): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const tag = [0, 1, 2, 3].map(byte => String.fromCharCode(view.getUint8(record + byte))).join('');
    offsets.set(tag, view.getUint32(record + 8));
  }
  return offsets;
}

function glyphLookup(view: DataView, cmap: number): (codePoint: number) => number {
  const table = unicodeSubtable(view, cmap);
  const count = view.getUint16(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const ranges = deltas + count * 2;
  return codePoint => {
    for (let segment = 0; codePoint <= 0xffff && segment < count; segment++) {
      if (view.getUint16(ends + segment * 2) < codePoint) continue;
      const start = view.getUint16(starts + segment * 2);
      if (start > codePoint) return 0;
      const delta = view.getUint16(deltas + segment * 2);
      const range = view.getUint16(ranges + segment * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + segment * 2 + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function unicodeSubtable(view: DataView, cmap: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + index * 8;
    const table = cmap + view.getUint32(record + 4);
    if (view.getUint16(record) === 3 && view.getUint16(table) === 4) return table;
  }
  throw new BugError('The font has no Unicode cmap of format 4');
}
