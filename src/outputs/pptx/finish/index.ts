import type { ChartSpec } from '../../../domain/report.ts';
import type { Theme } from '../../theme.ts';
import { unzip, zip } from '../../zip.ts';
import type { Frame } from '../page.ts';

export interface FinishedSlide {
  readonly charts: readonly { readonly chart: ChartSpec; readonly frame: Frame; readonly name: string }[];
  readonly alts: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

export interface FinishedDeck {
  readonly title: string;
  readonly lang: string;
  readonly slides: readonly FinishedSlide[];
  readonly theme: Theme;
}

export function finish(bytes: Uint8Array, _deck: FinishedDeck): Uint8Array {
  return zip(unzip(bytes));
}
