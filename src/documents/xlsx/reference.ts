/** A rectangle of cells, rows and columns from 0, ends included. */
export interface Reference {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `B2`, `$B$2:$C$9`, `B:B` (to the sheet's end); null for anything else. */
export function referenceOf(text: string): Reference | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)?(?::\$?([A-Z]{1,3})\$?(\d+)?)?$/i.exec(text.trim());
  if (!match) return null;
  const [, left = '', top, right = left, bottom = match[3] === undefined ? top : undefined] = match;
  return {
    top: Number(top ?? 1) - 1,
    left: columnOf(left),
    bottom: bottom === undefined ? LAST_ROW : Number(bottom) - 1,
    right: columnOf(right),
  };
}

/** A formula that names cells: `'My sheet'!$B$2:$B$5`, several in parentheses. */
export function sheetRanges(
  formula: string,
): readonly { readonly sheet: string; readonly range: Reference }[] {
  const pieces = formula.replace(/^\(|\)$/g, '').match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  return pieces.flatMap(piece => {
    const at = piece.lastIndexOf('!');
    const range = referenceOf(piece.slice(at + 1));
    const sheet = piece
      .slice(0, Math.max(at, 0))
      .replace(/^'|'$/g, '')
      .replaceAll("''", "'")
      .replace(/^\[[^\]]*\]/, '');
    return range ? [{ sheet, range }] : [];
  });
}

const LAST_ROW = 1_048_575;

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
