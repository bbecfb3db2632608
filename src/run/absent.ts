import type { Question } from '../domain/question.ts';
import type { SourceRecord } from '../domain/state.ts';
import { READER_VERSION } from '../perception/index.ts';
import { type Required, requiredBy } from '../planning/required.ts';
import type { Kit } from './kit.ts';

/** What a question names and no source mentions, in its own words: without it nothing there can answer. */
export async function absentFrom(
  question: Question,
  sources: readonly SourceRecord[],
  { store }: Kit,
): Promise<readonly string[]> {
  const shas = sources.map(({ sha256 }) => sha256);
  const about = sources.map(aboutOf).join(' ');
  const mentioned = async ({ mentions }: Required) => {
    if (mentions.some(name => isAbout(name, about))) return true;
    const terms = mentions.map(term => ({ term, weight: 1 }));
    return (await store.search({ sources: shas, terms, limit: 1 }, READER_VERSION)).length > 0;
  };
  const absent: string[] = [];
  for (const group of requiredBy(question)) {
    const found = await Promise.all(group.map(mentioned));
    if (!found.includes(true)) absent.push(...group.map(({ said }) => said));
  }
  return absent;
}

/** Names of a source that no page of it need print. */
function aboutOf({ path, profile }: SourceRecord): string {
  return `${path} ${profile?.title ?? ''} ${profile?.entity ?? ''} ${profile?.year ?? ''} ${profile?.published ?? ''}`;
}

/** "JnJ" is in "JOHNSON_JOHNSON"; "Ulta Beauty" in "ULTABEAUTY". */
function isAbout(name: string, about: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters(name).length > 2 && letters(about).includes(letters(name))) return true;
  const initials = about
    .split(/[^\p{L}\p{N}&]+/u)
    .map(word => (word === '&' ? 'n' : word.charAt(0)))
    .join('')
    .toLowerCase();
  return /^(?=.*\p{Lu}.*\p{Lu})[\p{L}&]{2,5}$/u.test(name) && initials.includes(letters(name));
}
