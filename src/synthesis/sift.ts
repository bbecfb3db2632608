import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { Value } from '../domain/value.ts';
import { groupBy } from '../lib/group.ts';
import { isMeasured, isUnitStated, isVerified, scopeOf } from '../lib/qualifiers.ts';
import { baseUnit, periodKey, valueInBase } from '../lib/quantity/index.ts';

type Valued = Finding & { readonly value: Value };

/** The values of a question that can be told as series: measured, whole, of the periods that matter, and whose they are. */
export function sift(question: Question, findings: readonly Valued[]): readonly Valued[] {
  const measured = findings.filter(({ value }) => isMeasured(value) && isTellable(value));
  const timely = measured.filter(finding => isTimely(question, finding, measured));
  const stated = timely.filter(({ value }) => isUnitStated(value));
  const sure = (stated.length > 0 ? stated : timely).filter(({ value }) => isVerified(value));
  return named(plausible(sure.map(shareholder)));
}

/** Columns that restate a measure under another assumption, and labels that no sentence can carry. */
const ASIDE =
  /exchange[- ]rate|prior (?:year |period )?rates|constant currency|\badditions\b|shares used|pro forma|eliminations?|adjustments?|unallocated|weighted|base year|fiscal year|\beffects?\b|\bas (?:previously |originally )?reported\b|\bpreviously reported\b|\bplan(?:ned)?\b|\bbudget|\bforecast|[()]/iu;
const LONGEST_SCOPE = 48;

function isTellable(value: Value): boolean {
  const scope = scopeOf(value).join(', ');
  return scope.length <= LONGEST_SCOPE && !ASIDE.test(scope);
}

/** Beside yearly values of the same measure, quarters and months only matter where they were asked for. */
function isTimely({ periods, by }: Question, { value }: Valued, all: readonly Valued[]): boolean {
  const { period, metric, entity } = value;
  if (period === null || !['quarter', 'half', 'month'].includes(period.kind)) return true;
  if (periods.some(asked => asked.kind === period.kind) || by.includes(period.kind)) return true;
  return !all.some(
    other =>
      other.value.period?.kind === 'year' && other.value.metric === metric && other.value.entity === entity,
  );
}

/** A share of a market belongs to the name beside it, whoever's report it stands in. */
function shareholder(finding: Valued): Valued {
  const { metric, dimension, qualifiers } = finding.value;
  const [name, ...more] = scopeOf(finding.value);
  if (
    dimension !== 'percent' ||
    !/\bshare\b/iu.test(metric) ||
    !name ||
    more.length > 0 ||
    !/^\p{Lu}/u.test(name)
  ) {
    return finding;
  }
  return {
    ...finding,
    value: { ...finding.value, entity: name, qualifiers: qualifiers.filter(word => word !== name) },
  };
}

const LEAST_PARTS = 3;
/** A part may outgrow its whole by so much where another part is small and negative, or rounding differs. */
const OUTGROWN = 1.5;

/** A part can't be larger than its whole: a total that several of its parts outgrow was misread, and isn't told. */
function plausible(findings: readonly Valued[]): readonly Valued[] {
  const parts = findings.filter(({ value }) => scopeOf(value).length > 0);
  return findings.filter(({ value: whole }) => {
    if (scopeOf(whole).length > 0 || whole.dimension === 'percent') return true;
    const own = parts.filter(
      ({ value }) =>
        value.metric === whole.metric &&
        value.entity === whole.entity &&
        baseUnit(value.unit) === baseUnit(whole.unit) &&
        periodKey(value.period) === periodKey(whole.period),
    );
    const sizes = own.map(({ value }) => valueInBase(value));
    return (
      sizes.length < LEAST_PARTS ||
      sizes.some(size => size < 0) ||
      Math.max(...sizes) <= valueInBase(whole) * OUTGROWN
    );
  });
}

/** So many values alike, and none that differs, are no chance. */
const LEAST_ECHOES = 3;

/** Values that name nobody join the one entity whose values they repeat: slides seldom say whose they are. */
function named(findings: readonly Valued[]): readonly Valued[] {
  const [bare, owned] = [
    findings.filter(({ value }) => value.entity === ''),
    findings.filter(({ value }) => value.entity !== ''),
  ];
  if (bare.length === 0 || owned.length === 0) return findings;
  const key = ({ value }: Valued) =>
    [value.metric, scopeOf(value).join('+'), periodKey(value.period), valueInBase(value)].join('|');
  const place = ({ value }: Valued) =>
    [value.metric, scopeOf(value).join('+'), periodKey(value.period)].join('|');
  const places = new Set(owned.map(place));
  const owners = new Map(owned.map(finding => [key(finding), finding.value.entity]));
  const echoed = groupBy(bare, ({ value }) => value.metric);
  return findings.map(finding => {
    if (finding.value.entity !== '') return finding;
    const group = echoed.get(finding.value.metric) ?? [];
    const names = new Set(group.flatMap(one => owners.get(key(one)) ?? []));
    const repeated = group.filter(one => owners.has(key(one))).length;
    const met = group.filter(one => places.has(place(one))).length;
    const enough = repeated >= LEAST_ECHOES ? repeated === met : repeated * 2 >= group.length;
    if (names.size !== 1 || repeated === 0 || !enough) return finding;
    return { ...finding, value: { ...finding.value, entity: [...names][0]! } };
  });
}
