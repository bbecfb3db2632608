import type { Citation, Report } from '../../domain/report.ts';
import { type Place, placesOf } from '../place.ts';
import type { Theme } from '../theme.ts';

/** A picture of a page. */
export interface PageImage {
  readonly webp: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface HtmlOptions {
  /** Pictures of cited pages by `<source id>/<page>`; a citation without one is shown by its words. */
  readonly pages: ReadonlyMap<string, PageImage>;
  /** Redrawn charts as SVG by chart id. */
  readonly figures: ReadonlyMap<string, string>;
}

/** What the handlers of one page share. */
export interface Context extends HtmlOptions {
  readonly report: Report;
  readonly theme: Theme;
  /** A citation and its number, by id. */
  readonly citations: ReadonlyMap<string, { readonly citation: Citation; readonly number: number }>;
  readonly placeOf: (citation: Citation) => Place;
  /** How often each citation was referred to so far: references have ids of their own, for the way back. */
  readonly referred: Map<string, number>;
}

export function contextOf(report: Report, options: HtmlOptions, theme: Theme): Context {
  return {
    ...options,
    report,
    theme,
    citations: new Map(
      report.citations.map((citation, index) => [citation.id, { citation, number: index + 1 }]),
    ),
    placeOf: placesOf(report),
    referred: new Map(),
  };
}
