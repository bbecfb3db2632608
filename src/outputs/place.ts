import type { Route } from '../domain/reading.ts';
import type { Citation, Report, SourceEntry } from '../domain/report.ts';
import type { SourceKind } from '../domain/source.ts';
import { plain } from './plain.ts';

const ROUTE_WORDS = {
  native: 'native data',
  'text-layer': 'text layer',
  vector: 'vector drawing',
  lens: 'image, read by Lens',
} satisfies Record<Route, string>;

const PAGE_WORDS: Partial<Record<SourceKind, string>> = { pptx: 'slide', xlsx: 'sheet' };

/** Where a citation points to, in words. */
export interface Place {
  readonly source: SourceEntry | undefined;
  /** The file as cited. */
  readonly path: string;
  /** `p. 12 (printed iv)`, `slide 3`, `sheet 2 (Revenue)`. */
  readonly page: string;
  readonly route: string;
}

/** A page of a source of this kind, as a reader names it. */
export function pageName(kind: SourceKind, page: number, label = ''): string {
  const word = PAGE_WORDS[kind] ?? 'p.';
  const printed = plain(label);
  if (printed === '' || printed === String(page)) return `${word} ${page}`;
  return `${word} ${page} (${word === 'p.' ? `printed ${printed}` : printed})`;
}

/** Looks citations up in the report's sources. */
export function placesOf(report: Report): (citation: Citation) => Place {
  const sources = new Map(report.sources.map(source => [source.id, source]));
  const names = shortNames(report.sources.map(({ path }) => path));
  return citation => {
    const source = sources.get(citation.source);
    return {
      source,
      path: plain(names.get(source?.path ?? '') ?? citation.source),
      page: pageName(source?.kind ?? 'pdf', citation.page, citation.label),
      route: ROUTE_WORDS[citation.route],
    };
  };
}

/** A file outside the working folder is cited by its name, where no other source has the same; its path stands under Sources. */
function shortNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const nameOf = (path: string) => path.split('/').at(-1) ?? path;
  const names = paths.map(nameOf);
  const unique = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
  return new Map(
    paths.map(path => [path, path.startsWith('/') && unique(nameOf(path)) ? nameOf(path) : path]),
  );
}

/** `3, 5, 7–9`. */
export function pageRanges(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const page of sorted) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
