import type { Finding } from '../domain/finding.ts';
import type { SourceKind } from '../domain/source.ts';
import type { SourceRecord, State } from '../domain/state.ts';
import { groupBy } from '../lib/group.ts';

const NAME_LENGTH = 70;
const PAGE_WORDS: Partial<Record<SourceKind, readonly [one: string, many: string]>> = {
  pptx: ['slide', 'slides'],
  xlsx: ['sheet', 'sheets'],
};

/** What a reader calls a source: its title, shortened; the file's name where it has none or shares it. */
export function sourceName(state: State, id: string): string {
  const source = state.sources[id];
  if (!source) return id;
  const title = titleOf(source);
  const shared = Object.values(state.sources).filter(other => other.id !== id && titleOf(other) === title);
  if (title === '' || shared.length > 0)
    return title === '' ? fileName(source) : `${title} (${fileName(source)})`;
  return title;
}

/** "Source: Annual report 2025, pp. 12, 14; Fact book, slide 3." */
export function sourceLine(state: State, findings: readonly Finding[]): string {
  const places = findings.flatMap(({ evidence }) => evidence.slice(0, 1));
  const bySource = [...groupBy(places, place => place.source).entries()];
  if (bySource.length === 0) return '';
  const parts = bySource.map(
    ([id, at]) =>
      `${sourceName(state, id)}, ${pagesOf(
        state.sources[id]?.kind,
        at.map(p => p.page),
      )}`,
  );
  return `Source: ${parts.join('; ')}.`;
}

/** "p. 12", "pp. 12, 14", "slide 3". */
export function pagesOf(kind: SourceKind | undefined, pages: readonly number[]): string {
  const [one, many] = PAGE_WORDS[kind ?? 'pdf'] ?? ['p.', 'pp.'];
  const distinct = [...new Set(pages)].sort((a, b) => a - b);
  return `${distinct.length === 1 ? one : many} ${distinct.join(', ')}`;
}

export function fileName({ path }: Pick<SourceRecord, 'path'>): string {
  return path.split('/').at(-1) ?? path;
}

function titleOf({ profile }: SourceRecord): string {
  const title = (profile?.title ?? '').replace(/\s+/g, ' ').trim();
  if (title.length <= NAME_LENGTH) return title;
  return `${title.slice(0, NAME_LENGTH).replace(/\s+\S*$/u, '')}…`;
}
