import type { Question } from '../domain/question.ts';
import type { Profile } from '../domain/state.ts';
import { entityKey, sameEntity, shortName } from './entity.ts';
import type { Hit } from './grid-hits.ts';

const STANCES: readonly (readonly [pattern: RegExp, stance: string])[] = [
  [/^(?:targets?|goals?|ambitions?|commitments?|objectives?)\b/i, 'target'],
  [
    /^(?:forecasts?|projected|projections?|estimates?|estimated|expected|guidance|outlook|budget|plan(?:ned)?)\b/i,
    'projected',
  ],
  [/^(?:restated|as restated)$/i, 'restated'],
];

/** Whom a value is about, and what narrows it, from the words around it and the document's own subject. */
export function subjectOf(
  { scope, where }: Pick<Hit, 'scope' | 'where'>,
  { entities }: Question,
  { entity }: Pick<Profile, 'entity'>,
): { readonly entity: string; readonly qualifiers: readonly string[] } {
  const narrow = scope.filter(label => entity === '' || entityKey(label) !== entityKey(entity));
  const asked = narrow.find(label => entities.some(name => sameEntity(name, label)));
  const named = asked ?? (entity === '' ? narrow.find(label => mayBeSubject(label, where)) : undefined);
  const subject = named === undefined ? entity : shortName(named);
  const rest = narrow.filter(label => label !== named);
  return { entity: subject, qualifiers: rest.map(stanceOf) };
}

/** In a document about nobody in particular, a capitalised label is whom the value is about: a country, a company. */
function mayBeSubject(label: string, where: Hit['where']): boolean {
  return where !== 'group' && /^\p{Lu}/u.test(label) && label.length <= 40 && stanceOf(label) === label;
}

function stanceOf(label: string): string {
  return STANCES.find(([pattern]) => pattern.test(label))?.[1] ?? label;
}
