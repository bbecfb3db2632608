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
  const there = existenceVerdict(question, answer);
  if (there) return [there, ...answer.slice(1)];
  const verdict = limitVerdict(question, answer) ?? moveVerdict(question, answer);
  if (!verdict) return answer;
  const told = new Set(ends(verdict.insight).map(({ id }) => id));
  return [verdict, ...answer.filter(one => !ends(one).some(({ id }) => told.has(id)))];
}

type Verdict = Extract<Insight, { kind: 'verdict' }>;

/** "Does it have a target?": a goal that was found is one, and so is a plain sentence that names it. */
function existenceVerdict({ text, metrics }: Question, [first]: readonly Insight[]): Verdict | null {
  const known = metrics.some(({ id }) => !id.startsWith('own:'));
  if (!EXISTS.test(text) || !THING.test(text) || QUALIFIED.test(text) || !known) return null;
  if (first?.kind === 'target') return { kind: 'verdict', holds: true, insight: first };
  const plain = first?.kind === 'statement' && first.finding.relevance >= PLAIN;
  return plain && !DENIED.test(first.finding.claim) ? { kind: 'verdict', holds: true, insight: first } : null;
}

const EXISTS =
  /^(?:and )?(?:do|does|did|has|have) .{2,80}? (?:have|had|disclosed?|identif(?:y|ied)|set|reported|report|publish(?:ed)?|adopt(?:ed)?) (?:an?|any|the|its|their|significant|specific)?\b/iu;
const THING =
  /\b(?:targets?|goals?|objectives?|plans?|commitments?|ambitions?|polic(?:y|ies)|levers?|strateg(?:y|ies)|programs?|programmes?)\b/iu;
/** What has to be of some kind isn't proved by being there. */
const QUALIFIED =
  /\b(?:compatible|aligned|consistent|in line|validated|verified|certified|enough|sufficient)\b/iu;
const DENIED = /\b(?:not|no|none|never|neither|without|yet to|cannot|could|may|might)\b/iu;
/** A sentence that says so much of what was asked names it plainly. */
const PLAIN = 0.6;

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
