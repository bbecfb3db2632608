import type { Finding } from '../../domain/finding.ts';
import type { Period, Value } from '../../domain/value.ts';
import { sha256 } from '../../lib/hash.ts';
import { hasStance, hedgeOf, scopeOf } from '../../lib/qualifiers.ts';
import { formatValue } from '../../lib/quantity/index.ts';

/** A finding that has a value: what every sentence about numbers is made from. */
export type Valued = Finding & { readonly value: Value };

const PROFITS = /\b(?:income|profit|earnings|result|ebit)\b/iu;
const COUNTED =
  /^(?:employees|members|users|customers|stores|patents|patients|teachers|downloads|respondents|fatalities|new hires|charging points|stores|students)$/iu;
const GROUP =
  /\b(?:republicans?|democrats?|independents?|adults?|americans|latinos?|hispanics?|whites?|blacks?|asians?|women|men|voters?|people|respondents|public|total|seniors|users|owners|leaners?|graduates?|households|rep|dem|lean|ages?|parents|immigrants|foreign born|u\.s\. born|all|those|college|income|urban|rural|suburban|students|employees|\d{2}\+|\d{2}\s?[-–]\s?\d{2})\b/iu;

/** One of several wordings, always the same one for the same findings. */
export function pick<T>(variants: readonly [T, ...T[]], findings: readonly Finding[]): T {
  const digest = sha256(findings.map(finding => finding.id).join(' '));
  return variants[Number.parseInt(digest.slice(0, 6), 16) % variants.length] ?? variants[0];
}

/** "Amazon's revenue", "Scope 2 emissions (market-based)", "Job approval among Republicans"; starts as a sentence does. */
export function subject(value: Value): string {
  return upperFirst(innerSubject(value));
}

/** The same inside a sentence. */
export function innerSubject(value: Value): string {
  const narrowed = narrowing(value);
  const change = hasStance(value, 'change') ? 'change in ' : '';
  const name = change + lowerFirst(value.metric);
  const metric =
    value.dimension === 'money' && isPart(narrowed)
      ? `${narrowed} ${name}`
      : name + (narrowed === '' ? '' : ` (${narrowed})`);
  const entity = value.entity.trim();
  if (entity === '' || metric.toLowerCase().includes(entity.toLowerCase())) return metric;
  if (value.dimension === 'percent' && GROUP.test(entity)) return `${metric} among ${entity}`;
  return `${possessive(entity)} ${metric}`;
}

/** A segment or region goes before the measure: "North America revenue"; anything longer or vaguer stays in brackets. */
function isPart(narrowed: string): boolean {
  return /^\p{Lu}/u.test(narrowed) && narrowed.split(' ').length <= 3 && !/[,&/]| and /u.test(narrowed);
}

/** The words that narrow what was measured and aren't in the metric's name already. */
export function narrowing(value: Value): string {
  const name = value.metric.toLowerCase();
  return scopeOf(value)
    .filter(word => !name.includes(word.toLowerCase()))
    .map(word => word.replace(/^(?:Market|Location)(?=[- ]based)/u, start => start.toLowerCase()))
    .join(', ');
}

/** The number with its hedge: "about $5 billion"; a range as it was printed. */
export function amount(value: Value): string {
  if (value.qualifiers.includes('between')) return value.printed;
  const hedge = /\d/.test(value.printed) ? hedgeOf(value) : '';
  const shown = isCounted(value) ? formatValue({ ...value, unit: '' }) : formatValue(value);
  return hedge ? `${hedge} ${shown}` : shown;
}

/** The number alone. */
export function plainAmount(value: Value): string {
  if (value.amount < 0 && value.dimension === 'money' && PROFITS.test(value.metric)) {
    return `a loss of ${plainAmount({ ...value, amount: -value.amount, printed: value.printed.replace(/[-−()]/gu, '') })}`;
  }
  return amount({ ...value, qualifiers: value.qualifiers.filter(word => word === 'between') });
}

/** Things that one has so many of: "had 566,000 employees". */
export function isCounted(value: Value): boolean {
  return value.dimension === 'count' && COUNTED.test(value.metric);
}

export function isExpected(value: Value): boolean {
  return hasStance(value, 'projected');
}

/** "in 2017", "in the third quarter of 2015", "on 30 June 2024"; '' for none. With a space before it. */
export function when(period: Period | null): string {
  if (!period) return '';
  if (period.kind === 'day') return ` on ${periodName(period)}`;
  if (/^(?:year|three|six|nine|twelve) /u.test(period.label)) return ` in the ${period.label}`;
  if (period.kind === 'range') return ` over ${periodName(period)}`;
  return ` in ${periodName(period)}`;
}

/** "2015 to 2019", with "fiscal" said once. */
export function periodRange(from: Valued, to: Valued): string {
  const [a, b] = [from.value.period, to.value.period];
  if (!a || !b) return 'the first to the last';
  return `${periodName(a)} to ${withoutFiscal(periodName(b), periodName(a))}`;
}

/** "$3.1 billion in fiscal 2022, $3.3 billion in 2023 and $3.6 billion in 2024". */
export function valuesListed(findings: readonly Valued[]): string {
  const first = findings[0]?.value.period ?? null;
  const items = findings.map(({ value }, i) => {
    const time = when(value.period);
    return `${plainAmount(value)}${i === 0 || !first ? time : ` in ${withoutFiscal(time.replace(/^ in /u, ''), periodName(first))}`}`;
  });
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function withoutFiscal(period: string, after: string): string {
  return /^fiscal /u.test(after) ? period.replace(/^fiscal /u, '') : period;
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth'];

/** A period inside a sentence: "2017", "fiscal 2024", "the third quarter of 2015", "May 2018". */
export function periodName(period: Period): string {
  const year = period.fiscal ? `fiscal ${period.year}` : `${period.year}`;
  if (period.kind === 'year') return /^(?:FY|fiscal)/iu.test(period.label) ? year : period.label;
  if (period.kind === 'quarter' && period.part) return `the ${ORDINALS[period.part]} quarter of ${year}`;
  if (period.kind === 'half' && period.part) return `the ${ORDINALS[period.part]} half of ${year}`;
  return period.label;
}

export function verb(value: Value, singular: string, plural: string): string {
  return isPlural(value.metric) && !hasStance(value, 'change') ? plural : singular;
}

/** "was $5 billion": the verb that fits the metric. */
export function wasWere(value: Value): string {
  return verb(value, 'was', 'were');
}

export function possessive(name: string): string {
  return /s$/iu.test(name) ? `${name}'` : `${name}'s`;
}

export function hasValue(finding: Finding): finding is Valued {
  return finding.value !== null;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lower case at the start, save for abbreviations and names: "EBITDA", "Scope 1". */
export function lowerFirst(text: string): string {
  return /^\p{Lu}[\p{Ll}-]/u.test(text) && !/^(?:Scope|Tier|Brent|Adjusted EBITDA)\b/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

function isPlural(metric: string): boolean {
  if (/\)$/u.test(metric)) return false;
  const head = metric.split(/\s+(?:of|to|in|on|per|rated|with|for|by)\s+|,|\s\(/u)[0] ?? metric;
  return /(?:[^sui]s|ies|fees)$/u.test(head.toLowerCase()) && !/(?:sales mix|news|gross|basis)$/iu.test(head);
}
