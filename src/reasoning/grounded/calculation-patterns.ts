import type { MetricRef } from '../../domain/question.ts';
import type { Dimension } from '../../domain/value.ts';
import { type Asked, type Drawn, PLAIN } from './calculation.ts';
import { ofTwoCells } from './calculation-cells.ts';

/** What a clause asks to have computed, by the first way of asking that fits; null for none. */
export function drawnFrom(asked: Asked): Drawn | null {
  return PATTERNS.map(draw => draw(asked)).find(found => found !== null) ?? null;
}

const X = '(?<x>(?:@\\d+|[^,;@]+?))';
const END =
  '(?=$|[,;]| (?:over|across|during|as|in|for|at|by|compared|versus|of the|at the end|expressed|measured)\\b)';
const MOVE = 'change|growth|increase|decrease|decline|reduction|rise|fall|drop|movement';
const PERCENT = '(?:percent(?:age|ual)?|per cent|%|relative|year[- ]o(?:ver|n)[- ]year|y/y|yoy|annual)';

/** Ways to ask for arithmetic; the first that fits counts. */
const PATTERNS: readonly ((asked: Asked) => Drawn | null)[] = [
  compoundGrowth,
  meanOfYears,
  shareOf,
  growthOf,
  changeOf,
  marginOf,
  ofTwo,
  ofTwoCells,
];

function compoundGrowth({ text, operand, span }: Asked): Drawn | null {
  const each = match(
    text,
    `average (?:annual |yearly )?(?:(?:growth|increase)(?: rate)?(?: (?:of|in))? ${PLAIN}(?<x>@\\d+)|(?<y>@\\d+) growth)(?: rate)? (?:per|a|each) year`,
  );
  if (!each && !/\b(?:cagr|compound(?:ed)? annual growth(?: rate)?)\b/iu.test(text)) return null;
  const said =
    each ??
    match(text, `(?:cagr|growth(?: rate)?)(?: \\([^)]*\\))? (?:of|in|for) ${PLAIN}${X}${END}`) ??
    match(text, `${X} (?:cagr|compound)`)?.replace(/^.*(?=@\d)/u, '');
  const metric = said ? operand(said) : null;
  return (
    metric && over('cagr', metric, { years: span, name: 'Average growth a year of', dimension: 'percent' })
  );
}

function meanOfYears(asked: Asked): Drawn | null {
  const { text, operand, years } = asked;
  const said = match(
    text,
    `(?<!weighted[- ])\\b(?:average|mean)(?: value| amount)?(?: of| for)? ${PLAIN}(?<x>\\S.*)$`,
  );
  if (!said || years < 2) return null;
  const inner = shareOf({ ...asked, text: said });
  if (inner)
    return {
      ...inner,
      name: `Average ${lower(inner.name)}`,
      expression: `mean(${inner.expression}, ${years})`,
    };
  const metric = operand(said.replace(new RegExp(`${END}.*$`, 'iu'), ''));
  return (
    metric && over('mean', metric, { years, name: 'Average', dimension: metric.dimensions[0] ?? 'count' })
  );
}

function shareOf({ text, operand }: Asked): Drawn | null {
  const direct = new RegExp(
    `${X} (?:expressed )?(?:as|is|was) an? (?:%|percent(?:age)?|share|proportion|fraction) of ${PLAIN}(?<y>@\\d+|[^,;@]+?)${END}`,
    'iu',
  ).exec(text)?.groups;
  const ofWhole = new RegExp(
    `(?:what|which) (?:%|percent(?:age)?|share|proportion|portion|fraction) of ${PLAIN}(?<y>@\\d+|[^,;@]+?) (?:is|was|were|are|did|does|do|came from|comes from|consists? of|consisted of|went to|relates? to)(?: due to| from| related to| attributable to| made up of| comprised of)? ${PLAIN}${X}(?: (?:make up|account for|represent|comprise|contribute))?$`,
    'iu',
  ).exec(text)?.groups;
  const ratio = new RegExp(
    `(?:(?<percent>percentage )?ratio (?:of|between) ${PLAIN}(?<x1>@\\d+|[^,;@]+?) (?:to|and|over) ${PLAIN}(?<y1>@\\d+|[^,;@]+?)${END})|(?<x2>@\\d+)[- ](?:to[- ]|/ ?|divided by |over )(?:total )?(?<y2>@\\d+)`,
    'iu',
  ).exec(text)?.groups;
  const share = direct ?? ofWhole;
  if (share) return quotient(lastNamed(share.x ?? ''), share.y ?? '', { operand, dimension: 'percent' });
  if (!ratio) return null;
  const [x, y] = [ratio.x1 ?? ratio.x2 ?? '', ratio.y1 ?? ratio.y2 ?? ''];
  return quotient(x, y, { operand, dimension: ratio.percent ? 'percent' : 'ratio' });
}

/** Of "what was the level of @0", the metric. */
function lastNamed(said: string): string {
  return (
    /@\d+$/u.exec(said.trim())?.[0] ?? said.replace(/^(?:what|which) (?:is|was|were|are) (?:the )?/iu, '')
  );
}

function quotient(
  x: string,
  y: string,
  { operand, dimension }: { operand: Asked['operand']; dimension: Dimension },
): Drawn | null {
  const [part, whole] = [operand(x), operand(y)];
  if (!part || !whole || part.id === whole.id) return null;
  const name =
    dimension === 'percent'
      ? `${part.name} as a share of ${lower(whole.name)}`
      : `Ratio of ${lower(part.name)} to ${lower(whole.name)}`;
  return { name, expression: `[${part.id}] / [${whole.id}]`, dimension, operands: [part, whole] };
}

function growthOf({ text, operand, span }: Asked): Drawn | null {
  const said =
    match(
      text,
      `(?:rate of (?:${MOVE})|growth rate|${PERCENT} (?:\\w+ )?(?:${MOVE})(?: rate)?)(?: of| in| for) ${PLAIN}${X}${END}`,
    ) ??
    match(
      text,
      `(?:by )?(?:what|how many) ${PERCENT}(?: points?)? (?:did|has|have|was|were|is) ${PLAIN}${X} (?:grow|grown|increased?|decreased?|changed?|declined?|r[io]sen?|f[ae]ll(?:en)?|dropp?(?:ed)?|reduced?)`,
    ) ??
    match(
      text,
      `how (?:fast|quickly|much) (?:did|has|have) ${PLAIN}${X} (?:grow|grown|increase|decrease|change|decline) (?:in (?:%|percent|percentage)|percentage-?wise)`,
    ) ??
    match(
      text,
      `(@\\d+)(?:'s)? (?:growth rate|${PERCENT} (?:${MOVE})|(?:yoy|year[- ]o(?:ver|n)[- ]year) growth)`,
    ) ??
    match(
      text,
      `(?:what|how much) (?:is|was|were) (?:the )?(?:expected )?(?:growth) (?:in|of) ${PLAIN}${X}${END}`,
    );
  const metric = said ? operand(said) : null;
  if (!metric || isRate(metric)) return null;
  return over('growth', metric, { years: span, name: 'Growth of', dimension: 'percent' });
}

function changeOf({ text, operand, span }: Asked): Drawn | null {
  const said =
    match(
      text,
      `^(?:what|how much|by how much) (?:is|was|were) (?:the )?(?:total |net |absolute )*(?:${MOVE}|difference) (?:in|of) ${PLAIN}${X}${END}`,
    ) ??
    match(
      text,
      `(?:by )?how much (?:more |less )?(?:did|has|have) ${PLAIN}${X} (?:grow|grown|increased?|decreased?|changed?|declined?|r[io]sen?|f[ae]ll(?:en)?|dropp?(?:ed)?)`,
    );
  const metric = said ? operand(said) : null;
  if (!metric) return null;
  const dimension = metric.dimensions[0] === 'percent' ? 'points' : (metric.dimensions[0] ?? 'count');
  return over('change', metric, { years: span, name: 'Change in', dimension });
}

/** A rate that grows moves by points. */
function isRate({ dimensions }: MetricRef): boolean {
  return dimensions.length > 0 && dimensions.every(one => one === 'percent' || one === 'points');
}

function marginOf({ text, operand }: Asked): Drawn | null {
  const said = /(?<x>@\d+) (?:% |percent(?:age)? )?margin\b/iu.exec(text)?.groups?.x;
  const part = said ? operand(said) : null;
  if (!part || isRate(part) || part.id === 'revenue') return null;
  return {
    name: `${part.name} as a share of revenue`,
    expression: `[${part.id}] / [revenue]`,
    dimension: 'percent',
    operands: [part],
  };
}

function ofTwo({ text, operand }: Asked): Drawn | null {
  const groups =
    new RegExp(
      `(?<word>difference|sum|total|gap|combined (?:total|amount|value)) (?:between|of) ${PLAIN}(?<x>@\\d+|[^,;@]+?) (?:and|plus) ${PLAIN}(?<y>@\\d+|[^,;@]+?)${END}`,
      'iu',
    ).exec(text)?.groups ??
    /(?<x>@\d+) (?<word>less|minus|plus|net of) (?:the |total )*(?<y>@\d+)/iu.exec(text)?.groups ??
    /how much (?<word>higher|more|larger|greater) (?:is|was|are|were) (?:the |total )*(?<x>@\d+) than (?:the |total )*(?<y>@\d+)/iu.exec(
      text,
    )?.groups;
  const [first, second] = groups ? [operand(groups.x ?? ''), operand(groups.y ?? '')] : [null, null];
  if (!groups || !first || !second || first.id === second.id) return null;
  const adds = /sum|total|plus|combined/iu.test(groups.word ?? '');
  return {
    name: adds ? `${first.name} plus ${lower(second.name)}` : `${first.name} less ${lower(second.name)}`,
    expression: `[${first.id}] ${adds ? '+' : '-'} [${second.id}]`,
    dimension: first.dimensions[0] ?? 'count',
    operands: [first, second],
  };
}

function over(
  what: 'cagr' | 'mean' | 'growth' | 'change',
  metric: MetricRef,
  {
    years,
    name,
    dimension,
  }: { readonly years: number; readonly name: string; readonly dimension: Dimension },
): Drawn {
  const expression = `${what}([${metric.id}], ${years})`;
  return { name: `${name} ${lower(metric.name)}`, expression, dimension, operands: [metric] };
}

function match(text: string, pattern: string): string | null {
  const found = new RegExp(pattern, 'iu').exec(text);
  return found?.groups?.x ?? found?.[1] ?? null;
}

function lower(name: string): string {
  return /^\p{Lu}\p{Ll}*(?=[\s’'-]|$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
