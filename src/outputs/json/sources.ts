import type { Report, SourceEntry } from '../../domain/report.ts';
import type { SourceKind } from '../../domain/source.ts';
import { printJson } from './print.ts';

// The types of CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
const CSL_TYPES = {
  pdf: 'report',
  pptx: 'document',
  docx: 'document',
  xlsx: 'dataset',
  csv: 'dataset',
  html: 'webpage',
  markdown: 'document',
  text: 'document',
  svg: 'graphic',
  image: 'graphic',
} satisfies Record<SourceKind, string>;

/** `sources.json`: the sources as CSL-JSON, which reference managers and citation processors read. */
export function toSourcesJson(report: Report): string {
  return printJson(report.sources.map(cslItem));
}

function cslItem(source: SourceEntry): object {
  const date = dateParts(source.published);
  return {
    id: source.id,
    type: CSL_TYPES[source.kind],
    title: source.title || source.path,
    ...(date.length > 0 && { issued: { 'date-parts': [date] } }),
    'number-of-pages': String(source.pages),
    custom: { path: source.path, sha256: source.sha256, kind: source.kind },
  };
}

/** `2025-03-14` as `[2025, 3, 14]`; as many parts as there are. */
function dateParts(published: string): readonly number[] {
  return /^\d{4}(-\d{2}){0,2}$/.test(published) ? published.split('-').map(Number) : [];
}
