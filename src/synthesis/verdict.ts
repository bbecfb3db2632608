import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import { parseCell, valueInBase } from '../lib/quantity/index.ts';

const UP = /\b(?:increas|gr[eo]w|ris(?:e|es|en|ing)\b|rose|improv|expand|go(?:ne)? up|went up|higher\b)/iu;
const DOWN =
  /\b(?:decreas|declin|f[ae]ll|drop|reduc|worsen|deteriorat|shr[iau]nk|go(?:ne)? down|went down|lower\b)/iu;
const MORE = /\b(?:above|over|exceed(?:s|ed)?|(?:more|greater|higher|larger) than)\s+(?=[$€£]?\s?\d)/iu;
const LESS = /\b(?:below|under|(?:less|lower|smaller) than)\s+(?=[$€£]?\s?\d)/iu;
const AMOUNT = /^[$€£]?\s?\d[\d.,]*\d?(?:\s?(?:%|x\b|percent|million|billion|thousand|days))?/iu;
/** Measures of which less is better. */
const BURDEN = /\b(?:costs?|expenses?|debt|leverage|loss|emissions?|injur|days|waste|turnover|rate of)\b/iu;

/** "Did margins improve?", "Is the ratio above 1?": the answer with its yes or no, where the numbers alone decide it. */
export function withVerdict(question: Question, answer: readonly Insight[]): readonly Insight[] {
  if (!question.aspects.includes('whether')) return answer;
  const verdict = limitVerdict(question, answer) ?? moveVerdict(question, answer);
  if (!verdict) return answer;
  const told = new Set(ends(verdict.insight).map(({ id }) => id));
  return [verdict, ...answer.filter(one => !ends(one).some(({ id }) => told.has(id)))];
}

type Verdict = Extract<Insight, { kind: 'verdict' }>;

function limitVerdict({ text, metrics }: Question, answer: readonly Insight[]): Verdict | null {
  const sign = MORE.exec(text) ?? LESS.exec(text);
  const insight = answer.find(one => one.kind === 'level' && isOf(metrics, one.finding));
  if (!sign || insight?.kind !== 'level' || !insight.finding.value) return null;
  const printed = AMOUNT.exec(text.slice(sign.index + sign[0].length))?.[0] ?? '';
  const limit = parseCell(printed);
  const { value } = insight.finding;
  if (!limit || (limit.unit !== value.unit && limit.unit !== '')) return null;
  const found = limit.unit === '' ? value.amount : valueInBase(value);
  const wanted = limit.unit === '' ? limit.amount : valueInBase(limit);
  return { kind: 'verdict', holds: MORE.test(text) ? found > wanted : found < wanted, insight };
}

function moveVerdict({ text, metrics }: Question, answer: readonly Insight[]): Verdict | null {
  const [up, down] = [UP.test(text), DOWN.test(text)];
  if (up === down) return null;
  const insight = answer.find(
    one => (one.kind === 'change' || one.kind === 'trend') && isOf(metrics, one.to),
  );
  if (insight?.kind !== 'change' && insight?.kind !== 'trend') return null;
  const [from, to] = [insight.from.value, insight.to.value];
  if (!from || !to) return null;
  const improves = /\b(?:improv|worsen|deteriorat)/iu.test(text);
  const rises = valueInBase(to) - valueInBase(from);
  const good = improves && BURDEN.test(to.metric) ? -rises : rises;
  return { kind: 'verdict', holds: up ? good > 0 : good < 0, insight };
}

/** The measure that the question names first. */
function isOf([first]: Question['metrics'], { value }: Finding): boolean {
  return first !== undefined && value?.metric === first.name;
}

function ends(insight: Insight): readonly Finding[] {
  if (insight.kind === 'level') return [insight.finding];
  return insight.kind === 'change' || insight.kind === 'trend' ? [insight.to] : [];
}
