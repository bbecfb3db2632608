import type { Finding } from '../../domain/finding.ts';
import type { Insight } from '../../domain/insight.ts';
import { scopeOf } from '../../lib/qualifiers.ts';
import { valueInBase } from '../../lib/quantity/index.ts';
import { movedTo, movement, percentText } from './movement.ts';
import {
  amount,
  hasValue,
  innerSubject,
  isCounted,
  isExpected,
  lowerFirst,
  periodName,
  pick,
  plainAmount,
  possessive,
  subject,
  upperFirst,
  type Valued,
  verb,
  wasWere,
  when,
} from './phrases.ts';
import { wordStatement } from './statement.ts';
import { wordTrend } from './trend.ts';

type Form = 'sentence' | 'title';
type Of<K extends Insight['kind']> = Extract<Insight, { kind: K }>;

const HANDLERS = {
  level: ({ finding }: Of<'level'>) => wordLevel(finding),
  change: ({ from, to }: Of<'change'>, form: Form) => wordChange(from, to, form),
  trend: (insight: Of<'trend'>, form: Form) => wordTrend(insight, form),
  growth: (insight: Of<'growth'>) => wordGrowth(insight),
  leap: (insight: Of<'leap'>) => wordLeap(insight),
  rank: (insight: Of<'rank'>, form: Form) => wordRank(insight, form),
  share: ({ part, whole }: Of<'share'>) => wordShare(part, whole),
  verdict: ({ holds, insight }: Of<'verdict'>, form: Form) =>
    form === 'title' ? wordInsight(insight, form) : `${holds ? 'Yes' : 'No'}: ${wordInsight(insight)}`,
  target: ({ finding }: Of<'target'>, form: Form) => wordTarget(finding, form),
  statement: ({ finding }: Of<'statement'>, form: Form) => wordStatement(finding, form),
  contested: (insight: Of<'contested'>) => wordContested(insight),
  superseded: (insight: Of<'superseded'>) => wordSuperseded(insight),
} satisfies { [K in Insight['kind']]: (insight: Of<K>, form: Form) => string };

/** One sentence for an insight; a title has no full stop. */
export function wordInsight(insight: Insight, form: Form = 'sentence'): string {
  const handler = HANDLERS[insight.kind] as (insight: Insight, form: Form) => string;
  const text = handler(insight, form).replace(/\s+/g, ' ').trim();
  return form === 'title'
    ? text.replace(/\.$/, '').replace(/(fiscal \d{4}.*?)fiscal (?=\d{4})/gu, '$1')
    : /[.!?…]["”’)]?$/u.test(text)
      ? text
      : `${text}.`;
}

function wordLevel(finding: Finding): string {
  if (!hasValue(finding)) return finding.claim;
  const { value } = finding;
  if (isCounted(value)) return countedLevel(finding);
  if (isExpected(value))
    return `${subject(value)} ${verb(value, 'is', 'are')} projected at ${amount(value)}${when(value.period)}`;
  const predicate = pick([`${wasWere(value)}`, 'came to', 'stood at'], [finding]);
  return `${subject(value)} ${value.dimension === 'percent' ? wasWere(value) : predicate} ${amount(value)}${when(value.period)}`;
}

function countedLevel({ value }: Valued): string {
  const things = lowerFirst(value.metric);
  const what = `${amount(value)} ${things}${when(value.period)}`;
  return value.entity === '' ? `There were ${what}` : `${upperFirst(value.entity)} had ${what}`;
}

function wordChange(from: Finding, to: Finding, form: Form): string {
  if (!hasValue(from) || !hasValue(to)) return to.claim;
  const move = movement(from, to);
  const { words, direction, tail } = move;
  const since = `from ${plainAmount(from.value)}${when(from.value.period)}`;
  const until = `${plainAmount(to.value)}${when(to.value.period)}`;
  if (isExpected(to.value)) {
    const reach = `${subject(to.value)} ${verb(to.value, 'is', 'are')} projected to reach ${until}`;
    return form === 'title' || direction === 'flat' ? reach : `${reach}, ${since} (${tail})`;
  }
  if (direction === 'flat')
    return `${subject(to.value)} ${movedTo(move, until)}${form === 'title' ? '' : `, after ${plainAmount(from.value)}${when(from.value.period)}`}`;
  if (form === 'title') return `${subject(to.value)} ${words} to ${until}`;
  return pick(
    [
      `${subject(to.value)} ${words} to ${until}, ${since}`,
      `${subject(to.value)} ${words}, ${since} to ${until}`,
    ],
    [from, to],
  );
}

function wordGrowth({ from, to }: Of<'growth'>): string {
  if (!hasValue(from) || !hasValue(to)) return to.claim;
  const years = (to.value.period?.year ?? 0) - (from.value.period?.year ?? 0);
  const rate = ((valueInBase(to.value) / valueInBase(from.value)) ** (1 / Math.max(years, 1)) - 1) * 100;
  const verb = rate >= 0 ? 'grew by' : 'shrank by';
  const span = `between ${from.value.period ? periodName(from.value.period) : 'the first'} and ${to.value.period ? periodName(to.value.period) : 'the last'}`;
  return `${subject(to.value)} ${verb} an average of ${Math.abs(rate).toFixed(1)}% a year ${span}`;
}

function wordLeap({ from, to }: Of<'leap'>): string {
  if (!hasValue(from) || !hasValue(to)) return to.claim;
  const { direction, tail } = movement(from, to);
  const step = direction === 'down' ? 'sharpest fall' : 'largest rise';
  return `The ${step} came${when(to.value.period)}, when ${innerSubject(to.value)} reached ${plainAmount(to.value)} (${tail} on ${from.value.period ? periodName(from.value.period) : 'before'})`;
}

function wordRank({ metric, ordered, whole, lowest }: Of<'rank'>, form: Form): string {
  const ranked = ordered.filter(hasValue);
  const [first, second, third] = ranked;
  if (!first) return '';
  const name = namesOf(ranked);
  const time = when(first.value.period);
  const measure = lowerFirst(metric);
  const [two, more] = lowest ? ['lower', 'lowest'] : ['higher', 'highest'];
  const degree = ranked.length === 2 ? two : more;
  const one = ranked.every(({ value }) => value.entity === first.value.entity) && first.value.entity !== '';
  const of = one ? `${possessive(first.value.entity)} ${measure}` : measure;
  const share =
    whole && hasValue(whole)
      ? ` (${percentText((valueInBase(first.value) / valueInBase(whole.value)) * 100)} of the total)`
      : '';
  const lead = one
    ? `${upperFirst(name(first))} made up the ${lowest ? 'smallest' : 'largest'} part of ${of}${time}, at ${plainAmount(first.value)}${share}`
    : `${upperFirst(name(first))} had the ${degree} ${measure}${time}, at ${plainAmount(first.value)}`;
  if (!second || form === 'title') return lead;
  const others = [second, ...(third ? [third] : [])].map(
    other => `${name(other)} (${plainAmount(other.value)})`,
  );
  const last = ranked.at(-1)!;
  const tail =
    ranked.length > 4 && !one && lowest === undefined
      ? `; ${name(last)} came last of ${ranked.length} with ${plainAmount(last.value)}`
      : '';
  return `${lead}, ${lowest ? 'below' : 'ahead of'} ${others.join(' and ')}${tail}`;
}

function wordShare(part: Finding, whole: Finding): string {
  if (!hasValue(part) || !hasValue(whole)) return part.claim;
  const share = (valueInBase(part.value) / valueInBase(whole.value)) * 100;
  const of = lowerFirst(whole.value.metric);
  const sameEntity = part.value.entity === whole.value.entity;
  const object = sameEntity ? of : innerSubject(whole.value);
  return `${subject(part.value)} amounted to ${percentText(share)} of ${object}${when(part.value.period)}`;
}

function wordTarget(finding: Finding, form: Form): string {
  if (!hasValue(finding) || (AIMS.test(finding.claim) && !/\b(?:was|were) [-−\d]/u.test(finding.claim)))
    return wordStatement(finding, form).replace(
      /\b(Scope [\d and]+\d), ([\p{L}\s]+?) emissions\b/u,
      '$1 emissions ($2)',
    );
  const { value } = finding;
  const by = value.period ? ` by ${periodName(value.period)}` : '';
  const who = value.entity === '' ? 'The aim is' : `${upperFirst(value.entity)} aims`;
  const what = aimOf(value);
  if (value.dimension === 'percent' && (value.amount < 0 || SHRINKING.test(what)))
    return `${who} to cut ${what} by ${amount({ ...value, amount: Math.abs(value.amount), printed: value.printed.replace(/[-−–]/gu, '') })}${by}`;
  return `${who} for ${what} of ${amount(value)}${by}`.replace('The aim is for', 'The aim is');
}

/** What a goal is set for: "emissions targets" of Scope 3 are set for Scope 3 emissions. */
function aimOf(value: Valued['value']): string {
  const what = lowerFirst(value.metric).replace(/\s*(?:reduction )?(?:targets?|goals?)$/iu, '');
  const scope = scopeOf(value).join(', ');
  return scope === '' || what.toLowerCase().includes(scope.toLowerCase()) ? what : `${scope} ${what}`;
}

/** Things that goals are set to have less of. */
const SHRINKING =
  /\b(?:emissions?|waste|withdrawals?|consumption|intensity|use|injur(?:y|ies)|accidents?)\b/iu;
/** A claim that says itself who wants what. */
const AIMS = /\b(?:aims?|targets?|pledg\w+|commit\w*|ambition|goal|plans?) (?:to|of|is|for)\b/iu;

function wordContested({ finding, others, names }: Of<'contested'>): string {
  if (!hasValue(finding)) return finding.claim;
  const puts = others
    .filter(hasValue)
    .map((other, i) => `${names[i + 1] || 'another source'} at ${plainAmount(other.value)}`);
  const { value } = finding;
  const period = when(value.period);
  return `${names[0] || 'One source'} puts ${innerSubject(value)}${period} at ${plainAmount(value)}, ${puts.join(', ')}`;
}

function wordSuperseded({ older, newer, names }: Of<'superseded'>): string {
  if (!hasValue(older) || !hasValue(newer)) return newer.claim;
  const restated = `${subject(newer.value)}${when(newer.value.period)} ${wasWere(newer.value)} restated from ${plainAmount(older.value)} to ${plainAmount(newer.value)}`;
  return names[1] === '' || names[0] === names[1] ? restated : `${restated} in ${names[1]}`;
}

/** What tells the items of a ranking apart: whom they are about, or else what narrows or measures them. */
function namesOf(ranked: readonly Valued[]): (finding: Valued) => string {
  const entities = new Set(ranked.map(({ value }) => value.entity));
  return ({ value }) => {
    const own = scopeOf(value).join(', ') || lowerFirst(value.metric);
    if (entities.size === 1 || value.entity === '') return own;
    return entities.size === ranked.length ? value.entity : `${value.entity} ${own}`;
  };
}
