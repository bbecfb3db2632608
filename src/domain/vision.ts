import type { Box } from './box.ts';
import type { Marks } from './mark.ts';

/** Degrees clockwise by which a picture, or a line on it, has to be turned to stand upright. */
export type Turn = 0 | 90 | 180 | 270;

/** A line of text to be read: the box that holds it, as a fraction of its picture. */
export interface LinePlace {
  readonly box: Box;
  readonly turn: Turn;
}

/** What a line says. */
export interface LineText {
  readonly text: string;
  /** How sure the reader is of each character of `text`, 0 to 1: of those at 0.9, nine in ten are right. */
  readonly confidences: readonly number[];
  /** Where the middle of each character stands, from 0 at the line's left edge to 1 at its right. */
  readonly centres: readonly number[];
}

export interface SeenLine extends LineText {
  /** On the picture as it was given. */
  readonly box: Box;
}

/** Lines that belong together, from the top. */
export interface SeenText {
  readonly kind: 'text';
  readonly box: Box;
  readonly role: 'heading' | 'paragraph';
  readonly lines: readonly SeenLine[];
}

/** Cells in rows and columns; null where a cell is empty. */
export interface SeenTable {
  readonly kind: 'table';
  readonly box: Box;
  readonly rows: readonly (readonly (SeenLine | null)[])[];
}

export type SeenBlock = SeenText | SeenTable;

/** What a picture shows, in reading order. */
export interface Sight {
  readonly turn: Turn;
  /** Degrees by which lines slope down to the right after `turn`. */
  readonly skew: number;
  readonly blocks: readonly SeenBlock[];
}

/** A model that sees. Pictures are encoded bytes: PNG, JPEG, WebP, TIFF, SVG. */
export interface VisionModel extends AsyncDisposable {
  /** Names the weights, so that what they read is made anew when they change. */
  readonly name: string;
  see(picture: Uint8Array): Promise<Sight>;
  read(picture: Uint8Array, lines: readonly LinePlace[]): Promise<readonly LineText[]>;
  /** What a chart in a picture is drawn with, the picture being the page; null where nothing in it looks like a chart. */
  marks(picture: Uint8Array): Promise<Marks | null>;
  /** What a picture shows that has no lines, in the words of a model that can talk; one that can't has none. */
  ask?(picture: Uint8Array, prompt: string): Promise<string>;
}
