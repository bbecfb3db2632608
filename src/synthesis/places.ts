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

/** The document's title where it names a document; else whom it is of and the file's name. */
function titleOf(source: SourceRecord): string {
  const { title = '', entity = '' } = source.profile ?? {};
  const plain = title.replace(/\s+/g, ' ').trim();
  const known = entity !== '' && plain.toLowerCase().includes(entity.toLowerCase());
  if ((known || DOCUMENT.test(plain)) && !FRONT_MATTER.test(plain)) return shorten(plain);
  const file = fileName(source)
    .replace(/\.[a-z0-9]{2,5}$/iu, '')
    .replace(/_/g, ' ');
  return known || entity === '' || file.toLowerCase().includes(entity.toLowerCase())
    ? file
    : `${entity}, ${file}`;
}

const DOCUMENT =
  /\b(?:report|form|10-[kq]|8-k|results|review|survey|statement|presentation|study|outlook|bulletin|book|guide|manual|plan|paper|strategy|update|earnings|statistics|handbook|analysis)\b/iu;
const FRONT_MATTER =
  /^(?:about|contents|table of|for release|main findings|overview|summary|introduction|foreword)\b/iu;

function shorten(title: string): string {
  return title.length <= NAME_LENGTH ? title : `${title.slice(0, NAME_LENGTH).replace(/\s+\S*$/u, '')}…`;
}
