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
  [
    /^(?:as (?:previously |originally )?reported|previously (?:reported|stated)|before restatement)$/i,
    'as reported before',
  ],
];

/** Whom a value is about, and what narrows it, from the words around it and the document's own subject. */
export function subjectOf(
  { scope, where, match }: Pick<Hit, 'scope' | 'where' | 'match'>,
  { entities }: Question,
  { entity }: Pick<Profile, 'entity'>,
): { readonly entity: string; readonly qualifiers: readonly string[] } {
  const narrow = scope.filter(label => entity === '' || entityKey(label) !== entityKey(entity));
  const asked = narrow.find(label => entities.some(name => sameEntity(name, label)));
  const named = asked ?? (entity === '' ? narrow.find(label => mayBeSubject(label, where)) : undefined);
  const own = isOfTheWorld(match.metric.name) ? '' : entity;
  const subject = named === undefined ? own : shortName(named);
  const rest = narrow.filter(label => label !== named);
  return { entity: subject, qualifiers: rest.map(stanceOf) };
}

/** What a company reports of the world around it is not its own: the market's size, a country's GDP. */
export function isOfTheWorld(metric: string): boolean {
  return /^(?:market size|gdp|inflation|unemployment|youth unemployment|poverty|population|interest rate|oil price|gas price|electricity price|exchange rate|household income|energy demand|oil demand)\b/i.test(
    metric,
  );
}

/** In a document about nobody in particular, a capitalised label is whom the value is about: a country, a company. */
function mayBeSubject(label: string, where: Hit['where']): boolean {
  if (/^(?:market|location)[- ]based$|^(?:up|down)stream$|^scope \d/i.test(label)) return false;
  return where !== 'group' && /^\p{Lu}/u.test(label) && label.length <= 40 && stanceOf(label) === label;
}

function stanceOf(label: string): string {
  return STANCES.find(([pattern]) => pattern.test(label))?.[1] ?? label;
}
