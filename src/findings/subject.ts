import type { Question } from '../domain/question.ts';
import type { Profile } from '../domain/state.ts';
import { entityKey, sameEntity, shortName } from './entity.ts';
import type { Hit } from './grid-hits.ts';
import { isPlace } from './segment.ts';

/** Labels that say what kind of number it is, and the one word by which that is known. */
const STANCES: readonly (readonly [pattern: RegExp, stance: string])[] = [
  [/^(?:targets?|goals?|ambitions?|commitments?|objectives?)\b/i, 'target'],
  [
    /^(?:forecasts?|projected|projections?|estimates?|estimated|expected|guidance|outlook|budget|plan(?:ned)?)\b/i,
    'projected',
  ],
  [/^(?:as )?restated$/i, 'restated'],
  [
    /^(?:as )?(?:previously|originally|initially) (?:reported|stated|published)$|^before restatement$/i,
    'as previously reported',
  ],
  [/\bpro[- ]?forma\b/i, 'pro forma'],
  [/^(?:organic|underlying|like[- ]for[- ]like)$/i, 'organic'],
  [/^adjusted$/i, 'adjusted'],
  [
    /^(?:at |in )?(?:prior|constant|previous)[- ](?:(?:year|period)(?:[’']s)?[- ])?(?:(?:exchange )?rates?|currenc(?:y|ies))\b|^currency[- ]adjusted\b/i,
    'constant currency',
  ],
];

/** Whom a value is about, and what narrows it, from the words around it and the document's own subject. */
export function subjectOf(
  { scope, where, match, parts }: Hit,
  { entities }: Question,
  { entity }: Pick<Profile, 'entity'>,
): { readonly entity: string; readonly qualifiers: readonly string[] } {
  const metric = match.metric.name;
  const narrow = scope
    .flatMap(withoutEdition)
    .filter(label => entity === '' || entityKey(label) !== entityKey(entity));
  const isPart = (label: string) => parts.includes(label) || (isPlace(label) && isOfCompanies(metric));
  const own = isOfTheWorld(metric) ? '' : entity;
  const asked = narrow.find(
    label => entities.some(name => sameEntity(name, label)) && !(own !== '' && isPart(label)),
  );
  const open = own === '' || isAmongRivals(metric);
  const named = asked ?? (open ? narrow.find(one => !isPart(one) && mayBeSubject(one, where)) : undefined);
  const rest = narrow.filter(label => label !== named).map(stanceOf);
  return { entity: named === undefined ? own : shortName(named), qualifiers: [...new Set(rest)] };
}

/** "Europe restated" is Europe's, restated. */
function withoutEdition(label: string): readonly string[] {
  const bare = label.replace(/[\s(]*\b(?:as )?restated\b[\s)]*/i, ' ').trim();
  return bare === label.trim() || bare === '' ? [label] : [bare, 'restated'];
}

/** What a company reports of the world around it is not its own: the market's size, a country's GDP. */
export function isOfTheWorld(metric: string): boolean {
  return /^(?:market size|market growth|gdp|inflation|unemployment|youth unemployment|poverty|population|interest rate|oil price|gas price|electricity price|exchange rate|household income|energy demand|oil demand)\b/i.test(
    metric,
  );
}

/** Measures that set companies side by side, whoever publishes them. */
function isAmongRivals(metric: string): boolean {
  return /^market share\b/i.test(metric);
}

/** Measures that a region or a segment has only as a part of somebody's whole. */
function isOfCompanies(metric: string): boolean {
  return /^(?:revenue|(?:net )?sales|turnover|operating (?:income|profit|margin|cash)|ebit|gross (?:profit|margin)|net (?:income|profit)|earnings|capital expenditure|free cash flow|orders?\b|backlog)/i.test(
    metric,
  );
}

/** Words that stand where names do, and name nobody. */
const NO_NAME =
  /^(?:(?:market|location)[- ]based|(?:up|down)stream|(?:non-?)?operating|subtotals?|expenses?|costs?|revenues?|products?$|services?$|scopes? \d|adjusted|reported|others?|average|median|mean|total|group|company|direct|indirect|gross|net|(?:base|high|low|reference|central) (?:case|scenario)|scenario|rank|share|number|percentage|first|second|third|fourth|[qh][1-4])\b/i;

/** In a document about nobody in particular, a capitalised label is whom the value is about: a country, a company. */
function mayBeSubject(label: string, where: Hit['where']): boolean {
  if (NO_NAME.test(label)) return false;
  return where !== 'group' && /^\p{Lu}/u.test(label) && label.length <= 40 && stanceOf(label) === label;
}

function stanceOf(label: string): string {
  return STANCES.find(([pattern]) => pattern.test(label))?.[1] ?? label;
}
