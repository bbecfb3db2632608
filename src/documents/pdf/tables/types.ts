/** A rectangle in points, origin at the top left of the page as displayed. */
export interface PointBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** One run of glyphs without white space. Box from ascent to descent (or the glyphs' em box), not the ink. */
export interface TableWord extends PointBox {
  readonly text: string;
  /** In points, as displayed. */
  readonly fontSize: number;
  readonly bold: boolean;
  /** y of the baseline; where it is missing, 80 % of the box's height is taken. */
  readonly baseline?: number;
  /** Words cut from the same text-showing run share this number; they are parted by spaces, not by placement. */
  readonly run?: number;
}

/** A horizontal or vertical stroke, or a filled rectangle so thin that it looks like one. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
}

/** A shaded rectangle behind words: a zebra band, a header band, a coloured cell. */
export interface Fill extends PointBox {
  /** `#rrggbb`, where it is known. */
  readonly color?: string;
}

export interface TablePage {
  readonly width: number;
  readonly height: number;
  /** Upright words only, in any order. Their indices name them in `FoundTable.consumed`. */
  readonly words: readonly TableWord[];
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
}

/** `group` heads the rows below it and has no values; `total` sums rows above it. */
export type RowKind = 'data' | 'group' | 'total';

export interface FoundTable {
  readonly box: PointBox;
  /** One merged header per column, '' where nothing is printed; the first is the stub's. */
  readonly columns: readonly string[];
  /** Body cells; every row has `columns.length` of them, '' where empty. The first is the row's label. */
  readonly rows: readonly (readonly string[])[];
  /** Tight boxes, shaped like `rows`; null where the cell is empty. */
  readonly boxes: readonly (readonly (PointBox | null)[])[];
  /** One entry a row. */
  readonly rowKinds: readonly RowKind[];
  /** Left edge of each row's label in steps of indentation, from 0. */
  readonly indents: readonly number[];
  /** Unit or scale printed among the header rows ("(in thousands)"), '' where there is none. */
  readonly note: string;
  /** Lines of the page that were merged into `columns`; 0 for a table without a header. */
  readonly headerRows: number;
  /** 0 to 1: that this is a table, and that its grid is right. */
  readonly confidence: number;
  /** Indices of the page's words inside this table, header and note included. Titles above it stay with the page. */
  readonly consumed: readonly number[];
}
