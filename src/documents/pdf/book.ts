import { Furniture } from './furniture.ts';
import { Hyphens } from './hyphens.ts';
import type { Segment } from './segments.ts';
import type { Sheet } from './sheet.ts';
import { Styles } from './styles.ts';

/** What a document's pages say about each other: furniture, usual sizes, the words it writes with a hyphen. */
export class Book {
  readonly furniture = new Furniture();
  readonly styles = new Styles();
  readonly hyphens = new Hyphens();

  learn(sheet: Sheet, segments: readonly Segment[]): void {
    this.furniture.note(sheet.page, segments, sheet.height);
    this.styles.note(segments);
    this.hyphens.note(segments);
  }
}
