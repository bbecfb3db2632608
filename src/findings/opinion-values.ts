import type { Finding } from '../domain/finding.ts';
import type { MetricRef, Question } from '../domain/question.ts';
import type { TextReading } from '../domain/reading.ts';
import type { Profile } from '../domain/state.ts';
import type { Period, Value } from '../domain/value.ts';
import { parsePeriods } from '../lib/quantity/index.ts';
import { type Context, round2, type Said, valueFinding } from './draft.ts';
import { boxOfSpan } from './lines.ts';
import { relevanceOf } from './relevance.ts';
import { splitSentences } from './sentences.ts';
import { isWholeSentence } from './worth-stating.ts';

const SURENESS = 0.85;

const WHO = '(?:of )?(?:the )?(?<who>[\\p{L}][\\p{L}\\p{N} .’-]{0,48}?)\\s+';
const NUMBER = '(?<number>\\d{1,3}(?:\\.\\d)?)%\\s+';
const NAME =
  '(?:President\\s+)?(?:the\\s+)?(?<name>(?:\\p{Lu}[\\p{L}.’]*?\\s)*?(?:\\p{Lu}\\p{L}+|president))';
/** "39% of adults approve of the way Trump is handling his job", "48% of men approve of Trump’s performance". */
const JUDGED = new RegExp(
  `${NUMBER}(?:${WHO})?(?:now |currently )?(?<verb>approved?|disapproved?) of (?:the (?:way|job) (?:that )?)?${NAME}(?:\\s(?:is|was|has been) (?:handling|doing) (?:his|her|the|their) job|\\s(?:is|was) doing|[’']s? (?:overall )?(?:job )?(?:performance|handling of (?:his|her|the) job))`,
  'gu',
);
/** "…, while 54% disapprove", "…, while just 30% of women say the same". */
const FURTHER =
  /(?:while|and|but|compared with|;)\s+(?:just |only |about |fully |nearly |another )?(?<number>\d{1,3}(?:\.\d)?)%\s+(?:of (?:the )?(?<who>[\p{L}][\p{L} -]{0,40}?)\s+)?(?<verb>disapproved?|approved?|(?:say|said|do) the same|do so)(?=[.,;)]|\s+(?:and|while|\())/gu;
/** "Trump’s job approval averaged 42%", "Obama’s approval rating stood at 51%". */
const RATED = new RegExp(
  `${NAME}[’']s? (?:overall |average |early )?(?:job )?(?<verb>approval|disapproval)(?: rating)?s? (?:is|was|stands at|stood at|averaged|remains at|reached|at|of)\\s+(?:about |around |roughly )?(?<number>\\d{1,3}(?:\\.\\d)?)%`,
  'gu',
);
/** "43% of adults rate the economy as excellent or good." */
const ECONOMY = new RegExp(
  `${NUMBER}(?:${WHO})?(?:now |currently )?(?:say|said|rate|rated|describe|described|view|viewed|see)\\s+(?:that )?(?:the )?(?:nation’s |national |country’s |u\\.s\\. )?(?:economy|economic conditions)(?: in (?:the country|this country|the nation))?(?: today| now)?(?: is| are| as| to be| was| were)*(?: in)? “?(?:excellent”?(?: or |/)“?good|only fair or poor)`,
  'giu',
);

/** Shares of people who approve, disapprove, or rate the economy: how many, who, of whom, when. */
export function opinionFindings(question: Question, context: Context, reading: TextReading): Finding[] {
  return splitSentences(reading.text).flatMap(span => {
    const quote = reading.text.slice(span.start, span.end);
    if (!quote.includes('%') || !isWholeSentence(quote, reading)) return [];
    return opinionsIn(quote).flatMap(opinion => {
      const metric = question.metrics.find(({ id }) => id === opinion.metric);
      const period = periodOf(quote, opinion, context.profile);
      if (!metric || period === null) return [];
      return [opinionFinding({ question, context, reading, span, quote }, { opinion, metric, period })];
    });
  });
}

interface Opinion {
  readonly metric: string;
  readonly amount: number;
  readonly who: string;
  readonly name: string;
  readonly past: boolean;
}

function opinionsIn(quote: string): readonly Opinion[] {
  const judged = [...quote.matchAll(JUDGED)].map(match => opinionOf(match));
  const first = judged[0];
  const further = first ? [...quote.matchAll(FURTHER)].map(match => furtherOf(match, first)) : [];
  const rated = [...quote.matchAll(RATED)].map(match => opinionOf(match));
  const economy = [...quote.matchAll(ECONOMY)]
    .filter(match => /good/i.test(match[0]))
    .map(match => ({
      ...opinionOf(match),
      metric: 'economy-rating',
      name: '',
      past: / (?:said|rated|described|viewed) /.test(match[0]),
    }));
  return [...judged, ...further, ...rated, ...economy].filter(({ amount }) => amount <= 100);
}

function opinionOf({ groups, 0: said }: RegExpMatchArray): Opinion {
  const verb = (groups?.verb ?? '').toLowerCase();
  const name = (groups?.name ?? '').split(/\s+/).at(-1) ?? '';
  return {
    metric: verb.startsWith('dis') ? 'job-disapproval' : 'job-approval',
    amount: Number(groups?.number),
    who: populationOf(groups?.who ?? ''),
    name: /^president$/i.test(name) ? '' : name,
    past: /ed$/.test(verb) || /\b(?:was|averaged|stood|reached)\b/.test(said),
  };
}

function furtherOf(match: RegExpMatchArray, first: Opinion): Opinion {
  const own = opinionOf(match);
  const same = /same|so$/.test(match.groups?.verb ?? '');
  return {
    ...own,
    metric: same ? first.metric : own.metric,
    who: own.who || (same ? '' : first.who),
    name: first.name,
    past: first.past,
  };
}

/** Those who stand for all narrow nothing. */
function populationOf(who: string): string {
  const plain = who
    .replace(/^(?:the|all)\s+/i, '')
    .replace(/\s+(?:say|say they|who)$/i, '')
    .trim();
  return /^(?:u\.?s\.? )?(?:adults?|americans?|public|general public|people|respondents|those surveyed|voters)$/i.test(
    plain,
  )
    ? ''
    : plain;
}

/** What the sentence dates; else, told in the present, when the document came out. A past without a date is no period. */
function periodOf(quote: string, { past }: Opinion, { published }: Profile): Period | null {
  const stated = parsePeriods(quote);
  if (past) return stated.length === 1 ? (stated[0]?.period ?? null) : null;
  if (stated.length === 1 && stated[0]?.period.kind === 'year') return stated[0].period;
  const month = /^(\d{4})-(\d{2})/.exec(published)?.[0];
  if (!month) return /^\d{4}$/.test(published) ? (parsePeriods(published)[0]?.period ?? null) : null;
  return {
    kind: 'month',
    year: Number(month.slice(0, 4)),
    part: Number(month.slice(5)),
    label: monthLabel(month),
  };
}

function monthLabel(month: string): string {
  return new Date(`${month}-15T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function opinionFinding(
  { question, context, reading, span, quote }: Said,
  {
    opinion,
    metric,
    period,
  }: { readonly opinion: Opinion; readonly metric: MetricRef; readonly period: Period },
): Finding {
  const scope = opinion.who === '' ? [] : [opinion.who];
  const value: Value = {
    amount: opinion.amount,
    dimension: 'percent',
    unit: '%',
    scale: 1,
    period,
    entity: opinion.name,
    metric: metric.name,
    printed: `${opinion.amount}%`,
    qualifiers: scope,
    how: 'text',
    confidence: round2(reading.confidence * SURENESS),
  };
  const bearing = {
    where: 'text',
    partial: false,
    scope,
    period,
    entity: opinion.name,
    unit: true,
    change: false,
  } as const;
  const relevance = relevanceOf(question, bearing);
  return valueFinding(question, context, {
    value,
    relevance,
    place: { reading, box: boxOfSpan(reading, span), quote },
  });
}
