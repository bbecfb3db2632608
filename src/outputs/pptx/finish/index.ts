import type { ChartSpec } from '../../../domain/report.ts';
import type { Theme } from '../../theme.ts';
import { unzip, zip } from '../../zip.ts';
import type { Frame } from '../page.ts';
import { replaceCharts } from './charts.ts';
import { writeContentTypes } from './content-types.ts';
import { mendMaster } from './master.ts';
import { writeNotes } from './notes.ts';
import { mendPresentation } from './presentation.ts';
import { writeProperties } from './properties.ts';
import { mendShapes } from './shapes.ts';
import { writeTheme } from './theme.ts';

export interface FinishedSlide {
  readonly charts: readonly { readonly chart: ChartSpec; readonly frame: Frame; readonly name: string }[];
  /** Alternative text by the name of the shape. */
  readonly alts: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

export interface FinishedDeck {
  readonly title: string;
  readonly lang: string;
  readonly slides: readonly FinishedSlide[];
  readonly theme: Theme;
}

/**
 * Turns what PptxGenJS 4.0.1 writes into a package that PowerPoint opens without repair, with our charts, notes and
 * theme in it, and the same bytes for the same deck.
 */
export function finish(bytes: Uint8Array, deck: FinishedDeck): Uint8Array {
  const parts = unzip(bytes);
  replaceCharts(parts, deck);
  mendMaster(parts);
  mendShapes(parts, deck);
  mendPresentation(parts);
  writeTheme(parts, deck.theme);
  writeNotes(parts, deck);
  writeProperties(parts, deck);
  writeContentTypes(parts);
  return zip(parts);
}
