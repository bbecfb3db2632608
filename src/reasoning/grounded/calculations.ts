import type { Formula } from '../../domain/formula.ts';
import type { MetricRef } from '../../domain/question.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Asked, PLAIN } from './calculation.ts';
import { drawnFrom } from './calculation-patterns.ts';
import type { Match } from './match.ts';
import { ownMetric } from './own-asks.ts';
import { metricRef } from './refs.ts';
import { type Times, timesOf, withoutTimes } from './times.ts';
import { tidy, wordsOf } from './words.ts';

/** What a clause asks to have computed: "percentage change in revenue from 2016 to 2017", "capex as a % of revenue". */
export interface Calculation {
  readonly formula: Formula;
  /** The metrics it is computed from, as the clause names them. */
  readonly operands: readonly MetricRef[];
}

/** The arithmetic that a clause asks for in so many words; null where it asks for none. */
export function calculationIn(
  clause: string,
  {
    matches,
    names,
    vocabulary,
  }: { matches: readonly Match[]; names: readonly string[]; vocabulary: Vocabulary },
): Calculation | null {
  const times = timesOf(clause);
  const { text, known, said: written } = masked(clause, matches, vocabulary);
  const plain = withoutNames(withoutTimes(text), names);
  const operand = (said: string) => operandOf(said, known, written);
  const whole = withoutTimes(tidy(clause)).replace(/[?.!\s]+$/u, '');
  const asked: Asked = { text: plain, whole, operand, ...spanOf(times, clause) };
  const drawn = drawnFrom(asked);
  if (!drawn) return null;
  const at = lastYear(times);
  const metric: MetricRef = {
    id: `calc:${drawn.expression}`,
    name: drawn.name,
    phrases: [],
    not: [],
    dimensions: [drawn.dimension],
  };
  const { expression, operands } = drawn;
  return {
    formula: { metric, expression, inputs: operands, from: 'asked', ...(at === null ? {} : { at }) },
    operands,
  };
}

/** Known metrics become `@0`, `@1` …, so that patterns see where they stand. */
function masked(clause: string, matches: readonly Match[], vocabulary: Vocabulary) {
  const words = wordsOf(clause);
  const known: MetricRef[] = [];
  let text = tidy(clause);
  const metrics = matches.flatMap(({ start, end, metric, topic, said }) => {
    if (/^(?:cagr|compound annual growth)/u.test(said)) return [];
    const only =
      metric ?? (topic?.metrics.length === 1 ? vocabulary.metrics.get(topic.metrics[0]!) : undefined);
    return only ? [{ start, end, metric: only }] : [];
  });
  for (const { metric } of metrics) known.push(metricRef(metric));
  const plain = tidy(clause);
  const said = metrics.map(({ start, end }) => plain.slice(words[start]?.start, words[end - 1]?.end));
  metrics.toReversed().forEach(({ start, end }, i) => {
    const [from, to] = [words[start]?.start ?? 0, words[end - 1]?.end ?? 0];
    text = `${text.slice(0, from)}@${metrics.length - 1 - i}${text.slice(to)}`;
  });
  return { text, known, said };
}

function withoutNames(text: string, names: readonly string[]): string {
  const bare = names.reduce((rest, name) => rest.split(name).join(' '), text);
  return bare
    .replace(/(?:^|\s)['’]s?(?=\s|$)/gu, ' ')
    .replace(/\b(?:the company|its|their)(?:['’]s)?\s/giu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[?.!\s]+$/u, '')
    .trim();
}

function operandOf(said: string, known: readonly MetricRef[], written: readonly string[]): MetricRef | null {
  const bare = said.replace(new RegExp(`^${PLAIN}`, 'iu'), '').trim();
  const place = /^@(\d+)\b\W*(?:\w+\W*)?$/u.exec(bare)?.[1];
  if (place !== undefined) return known[Number(place)] ?? null;
  if (NARROWED.test(bare)) return ownMetric(bare.replace(/@(\d+)/u, (_, nr) => written[Number(nr)] ?? ''));
  if (bare.includes('@') || /\b(?:and|between|from|that|which|who)\b/iu.test(bare)) return null;
  const words = bare.split(' ').length;
  return bare === '' || words > LONGEST_OPERAND ? null : ownMetric(bare);
}

/** "Risk-free @0", "commercial paper @0": a line of its own, whatever the vocabulary knows in it. */
const NARROWED = /^(?:[\p{L}-]+ ){1,3}@\d+$/u;
const LONGEST_OPERAND = 7;

function spanOf({ periods }: Times, clause: string): Pick<Asked, 'span' | 'years'> {
  const years = periods.flatMap(({ kind, year, part }) => (kind === 'range' ? [year, part ?? year] : [year]));
  const apart = years.length < 2 ? 0 : Math.max(...years) - Math.min(...years);
  const said = /\b(\d{1,2}|two|three|four|five|ten)[- ]year\b/iu.exec(clause)?.[1]?.toLowerCase() ?? '';
  const count = NUMBERS[said] ?? Number(said);
  if (apart > 0) return { span: apart, years: apart + 1 };
  return { span: count || 1, years: count || 1 };
}

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, ten: 10 };

function lastYear({ periods }: Times): number | null {
  const years = periods.map(({ kind, year, part }) => (kind === 'range' ? (part ?? year) : year));
  return years.length === 0 ? null : Math.max(...years);
}
