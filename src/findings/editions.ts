import type { Finding } from '../domain/finding.ts';
import type { Profile, State } from '../domain/state.ts';
import { sameEntity } from './entity.ts';

/** Kinds of documents that come out again and again, each edition bringing the figures of the last up to date. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['interim', /\b(?:interim|half[- ]?year(?:ly)?|quarterly|10-?q|q[1-4]|h[12])\b/],
  ['assurance', /\b(?:assurance|verification|auditor)/],
  [
    'sustainability',
    /\b(?:sustainab\w*|sustainable|esg|csr|climate|environmental|impact|non-?financial|responsib\w*|tcfd|carbon|emissions)\b/,
  ],
  ['investor-day', /\b(?:investor day|capital markets day|roadshow)\b/],
  ['results', /\b(?:results|earnings)\b/],
  [
    'annual',
    /\b(?:annual (?:integrated )?report|10-?k|20-?f|40-?f|universal registration|integrated report)\b/,
  ],
  ['study', /\b(?:market (?:study|report|outlook)|industry (?:study|report)|survey)\b/],
];

/**
 * Whether one document is a later edition of another: the same kind of document of the same organisation, of a
 * later year or published later. A results presentation is no edition of an annual report.
 */
export function isLaterEdition(later: string, earlier: string, state: State): boolean {
  const [a, b] = [state.sources[later], state.sources[earlier]];
  if (!a?.profile || !b?.profile || !sameEntity(a.profile.entity, b.profile.entity)) return false;
  if (edition(a.profile) <= edition(b.profile)) return false;
  const [left, right] = [kindOf(a.path, a.profile), kindOf(b.path, b.profile)];
  return left === right && left !== '';
}

/** Whether a document came out after another of the same organisation, whatever kind either is. */
export function isLaterDocument(later: string, earlier: string, state: State): boolean {
  const [a, b] = [state.sources[later]?.profile, state.sources[earlier]?.profile];
  if (!a || !b || !sameEntity(a.entity, b.entity)) return false;
  return edition(a) > edition(b);
}

export function sourcesOf({ evidence }: Finding): readonly string[] {
  return [...new Set(evidence.map(one => one.source))];
}

function edition({ year, published }: Profile): string {
  return `${year ?? published.slice(0, 4)}/${published}`;
}

/** What kind of document it is by its title and file name; else its file name without numbers. */
function kindOf(path: string, { title }: Profile): string {
  const file = plain(path.split('/').at(-1) ?? '');
  const named =
    KINDS.find(([, pattern]) => pattern.test(file)) ?? KINDS.find(([, p]) => p.test(plain(title)));
  return named?.[0] ?? file.replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim();
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\.[a-z]{2,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/-(?!\d?[kqf]\b)/g, ' ');
}
