import type { Citation, Report, Sentence } from '../../domain/report.ts';
import { type Place, placesOf } from '../place.ts';
import { defaultTemplate, type ReportTemplate } from './template.ts';

export interface MarkdownOptions {
  /** Version of Dossier that writes; part of the front matter. */
  readonly version: string;
  /** Folder of the redrawn charts, relative to the report. */
  readonly figures?: string;
  /** The report's outline; the one that ships where absent. */
  readonly template?: ReportTemplate;
}

/** What the handlers of one report share. */
export interface Context {
  readonly report: Report;
  readonly figures: string;
  readonly template: ReportTemplate;
  readonly citations: ReadonlyMap<string, Citation>;
  readonly placeOf: (citation: Citation) => Place;
  /** Sentences in the order they were written, for `takeClaims`. */
  readonly marked: Sentence[];
}

export function contextOf(report: Report, options: MarkdownOptions): Context {
  return {
    report,
    figures: options.figures ?? 'figures',
    template: options.template ?? defaultTemplate(),
    citations: new Map(report.citations.map(citation => [citation.id, citation])),
    placeOf: placesOf(report),
    marked: [],
  };
}
