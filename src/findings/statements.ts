import type { Finding } from '../domain/finding.ts';
import type { MetricRef, Question } from '../domain/question.ts';
import type { TextReading } from '../domain/reading.ts';
import type { Period } from '../domain/value.ts';
import { parseNumbers, parsePeriods } from '../lib/quantity/index.ts';
import { isOfIt, isOfOthers, mannerOf, type Naming, namingOf } from './about.ts';
import { isBoilerplate, isUnaskedGuidance } from './boilerplate.ts';
import { mentionsIn } from './clauses.ts';
import { cleanClaim } from './clean-claim.ts';
import { type Context, statementFinding } from './draft.ts';
import { boxOfSpan } from './lines.ts';
import { segmentIn } from './segment.ts';
import { type SentenceSpan, splitSentences } from './sentences.ts';
import { contentStems } from './words.ts';
import { isOfUnnamedPart, isWorthStating, leansOnContext } from './worth-stating.ts';

/** At or above this a statement is to the point and can be told; below, it is the nearest there is. */
export const TELLING = 0.6;
/** Below this a sentence only shares words with the question, and is no finding. */
const LEAST_RELEVANCE = 0.4;
const MOST_PER_PAGE = 8;

/** What a sentence has to begin with: it names what was asked. The rest tells a telling sentence from a passing one. */
const NAMED = 0.42;
const WEIGHTS = {
  /** The measure asked for first, or the only one; each further one says less about an opinion. */
  first: 0.08,
  further: -0.03,
  /** An opinion on one issue, where it was asked of a person or a thing as a whole. */
  issue: -0.12,
  /** It opens with what was asked. */
  subject: 0.06,
  number: 0.1,
  twoNumbers: 0.05,
  change: 0.06,
  measuredChange: 0.14,
  cause: 0.2,
  target: 0.16,
  entity: 0.04,
  early: 0.03,
  heading: 0.03,
  everybody: 0.1,
  /** A part of those asked or counted, or of a company: what holds for all comes first. */
  part: -0.16,
  segment: -0.06,
  /** Neither a number nor a change nor a reason: a generality. */
  general: -0.2,
  /** Only how much it was: a value says that better. */
  bare: -0.12,
} as const;
/** What is left of a sentence that leans on the one before, is about somebody else, or comes in passing. */
const LEANING = 0.75;
const OTHERS = 0.5;
const OTHER_YEARS = 0.5;
const PASSING = 0.6;
const GUIDANCE = 0.6;

const CHANGE =
  /\b(?:increas|decreas|rose|risen|rising|rise|fell|fallen|falling|grew|grown|growth|declin|drop|improv|worsen|up from|down from|higher than|lower than|more than|less than|double|halve|tripl|surge|slip|gain|lost|jump|climb|ticked|narrow|widen|steady|stable|unchanged|little changed|no change|flat|compared (?:with|to)|reduc|expand|shr[ai]nk|chang|rebound|recover|plummet|plung|since (?:19|20)\d{2}|than in (?:19|20)\d{2}|point)/i;
/** A change with its measure or its time: what a question about change asks for. */
const MEASURED_CHANGE =
  /\b(?:(?:up|down|increase|decrease|rise|drop|decline|gain|fall) (?:of |by )?(?:about |nearly |roughly |some |fully )?\$?\d|(?:up|down|risen|fallen|increased|decreased|declined|dropped|grown|rose|fell|grew) (?:\w+ ){0,3}(?:from|by|to|since)\b|\d+[- ](?:percentage )?points?\b|(?:little|largely|essentially|mostly) (?:changed|unchanged|flat)|unchanged|remained (?:\w+ )?(?:steady|stable|flat)|ticked (?:up|down)|(?:has|have) (?:\w+ )?(?:risen|fallen|increased|decreased|declined|dropped|improved|worsened|grown|become|rebounded)|\d+% (?:now|today|then)\b|more (?:\w+ ){1,3}now than|compared (?:with|to) \d)/i;
/** Reports open with what matters most. */
const EARLY_PAGES = 8;
const PART =
  /\b(?:among|aged?|ages) (?!the (?:public|general)|all\b|u\.s\. adults|adults\b|americans)|\b(?:subgroups?|conservatives?|liberals?|moderates?|gender gap|men|women|latinas?|males?|females?|republicans?|democrats?|democratic|independents?|leaners?|partisans?|gop|millennials?|boomers?|seniors?|years old|or older|u\.s\.-born|foreign[- ]born|immigrants?|college|high school|graduates?|whites?|blacks?|those (?:who|with))\b/i;
const EVERYBODY =
  /\b(?:the (?:general )?public(?:’s)?|public (?:confidence|opinion|views)|americans|(?:u\.s\. |of )adults|adults (?:say|approve|disapprove|rate|are)|overall|majority of (?:the public|americans|adults)|(?:hispanic|latino) adults|latinos|hispanics|respondents|voters|households|consumers|as a whole)\b/i;
/** Words that make a part of a measure: the total comes first. */
const SEGMENT =
  /\b(?:segments?|division|domestic|international|north america|aws|emea|europe|asia[- ]pacific|americas|product line)\b/i;

const CAUSE =
  /\b(?:because|due (?:primarily |mainly |largely )?to|driven (?:primarily |mainly |largely )?by|primarily (?:due|reflect|attributable|from|because|related)|as a (?:result|consequence) of|result(?:ed|ing)? (?:from|in)|attribut(?:able|ed) to|reflect(?:s|ed|ing)?|owing to|thanks to|caused by|led to|on account of|offset by|explain)/i;
const TARGET =
  /\b(?:targets?|goals?|aims?|aim(?:ing)? (?:to|for)|commit(?:s|ted|ment)?|pledg|ambition|net[- ]zero|carbon[- ]neutral|climate[- ]neutral|by (?:fiscal )?(?:20[2-9]\d)|objective|plans? to|intend|expect(?:s|ed)? to|on track|science[- ]based|roadmap)\b/i;

/** The sentences of a page that bear most on a question, as claims that stand by themselves. */
export function statementFindings(
  question: Question,
  context: Context,
  readings: readonly TextReading[],
): Finding[] {
  const found = readings.flatMap(reading =>
    splitSentences(reading.text).flatMap(span => statementOf({ question, context, reading, span }) ?? []),
  );
  return found.sort((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1)).slice(0, MOST_PER_PAGE);
}

interface Candidate {
  readonly question: Question;
  readonly context: Context;
  readonly reading: TextReading;
  readonly span: SentenceSpan;
}

function statementOf({ question, context, reading, span }: Candidate): Finding | null {
  const quote = reading.text.slice(span.start, span.end);
  if (!isWorthStating(quote, reading) || isBoilerplate(quote, question)) return null;
  const naming = namingOf(question, quote, reading);
  if (naming === null) return null;
  const segment = segmentIn([reading.section.at(-1) ?? '']);
  const plain = cleanClaim(quote);
  const claim = segment === '' || plain.includes(segment) ? plain : `${segment}: ${plain}`;
  const lean = leansOnContext(plain);
  if (lean === 'much' || (segment === '' && isOfUnnamedPart(plain))) return null;
  const factors = [
    lean === 'some' ? LEANING : 1,
    isAside(quote, question.metrics) ? PASSING : 1,
    isOfOthers(question, quote, context.profile.entity) ? OTHERS : 1,
    isUnaskedGuidance(quote, question) ? GUIDANCE : 1,
    isOfOtherYears(quote, question, context) ? OTHER_YEARS : 1,
  ];
  const relevance = factors.reduce(
    (product, factor) => product * factor,
    bearing(quote, naming, { question, reading }),
  );
  if (relevance < LEAST_RELEVANCE) return null;
  const place = { reading, box: boxOfSpan(reading, span), quote };
  return statementFinding(question, context, {
    claim,
    relevance,
    confidence: 0.9 * reading.confidence,
    place,
  });
}

function bearing(
  quote: string,
  { rank, start }: Naming,
  { question, reading }: Pick<Candidate, 'question' | 'reading'>,
): number {
  const { aspects, entities } = question;
  const manner = mannerOf(question);
  const numbers = parseNumbers(quote);
  const has = (...some: readonly string[]) => aspects.some(aspect => some.includes(aspect));
  const movement = has('change', 'trend', 'comparison') || aspects.length === 0;
  const isMoved = CHANGE.test(quote);
  const isReason = CAUSE.test(quote);
  const isGoal = TARGET.test(quote) && has('target');
  const isPart = PART.test(quote);
  const traits: readonly (readonly [applies: boolean, weight: number])[] = [
    [rank === 0 || (rank === 1 && manner === 'opinion'), WEIGHTS.first],
    [rank > 1 && manner === 'opinion', WEIGHTS.further * rank],
    [manner === 'opinion' && isOnIssue(quote, question), WEIGHTS.issue],
    [start <= SUBJECT_START, WEIGHTS.subject],
    [numbers.length > 0, WEIGHTS.number],
    [numbers.length > 1, WEIGHTS.twoNumbers],
    [isMoved && movement, WEIGHTS.change],
    [MEASURED_CHANGE.test(quote) && movement, WEIGHTS.measuredChange],
    [isReason && (has('cause') || movement), WEIGHTS.cause * (has('cause') ? 1 : 0.3)],
    [isGoal, WEIGHTS.target],
    [entities.some(name => quote.includes(name)), WEIGHTS.entity],
    [reading.page <= EARLY_PAGES, WEIGHTS.early],
    [sharesHeading(question, reading), WEIGHTS.heading],
    [manner === 'opinion' && EVERYBODY.test(quote) && !isPart, WEIGHTS.everybody],
    [manner === 'opinion' && isPart, WEIGHTS.part],
    [manner === 'measure' && (SEGMENT.test(quote) || isOfPart(quote, start)), WEIGHTS.segment],
    [
      manner !== 'words' &&
        !/\d/.test(quote) &&
        !isGoal &&
        !(manner === 'measure' ? HAPPENED : CHANGE).test(quote),
      WEIGHTS.general,
    ],
    [manner === 'measure' && has('change', 'cause', 'trend') && !isMoved && !isReason, WEIGHTS.bare],
  ];
  return traits.reduce((sum, [applies, weight]) => (applies ? sum + weight : sum), NAMED);
}

/** A change that took place, where "results from" and "driven by" may only say what always holds. */
const HAPPENED =
  /\b(?:increased|decreased|rose|fell|grew|declined|dropped|improved|worsened|widened|narrowed|doubled|reached|expanded|higher|lower|unchanged|stable|(?:the|an?|this) (?:\w+ )?(?:increase|decrease|growth|decline|rise|drop|reduction|improvement))\b/i;
const ISSUE =
  /\b(?:policy|policies|crisis|trade|immigration|border|wall|military|appointments?|courts?|congress|tax(?:es)?|health care|ethic\w*|tariffs?|opioids?)\b/gi;

function isOnIssue(quote: string, { text, topic }: Question): boolean {
  const asked = `${text} ${topic}`.toLowerCase();
  return (quote.match(ISSUE) ?? []).some(word => !asked.includes(word.toLowerCase()));
}

/** "Service sales", "unit sales": a word before the measure that makes it a part. */
function isOfPart(quote: string, start: number): boolean {
  const before = /(\p{L}+)\s+$/u.exec(quote.slice(0, start))?.[1] ?? '';
  return (
    /^(?:service|product|unit|subscription|advertising|licen[cs]e|hardware|software|segment)$/i.test(
      before,
    ) ||
    (/^\p{Lu}/u.test(before) &&
      !/^(?:The|Our|Total|Net|Consolidated|Group|Annual|Its|Their|Cash|In|Of)$/.test(before))
  );
}

/** Characters within which a sentence has opened. */
const SUBJECT_START = 40;

function sharesHeading({ metrics, topic }: Question, { section }: TextReading): boolean {
  const heading = section.join(' ');
  if (heading === '') return false;
  const words = contentStems(heading);
  return mentionsIn(heading, metrics).length > 0 || [...contentStems(topic)].some(word => words.has(word));
}

/** A reason for another year explains nothing: the years it names, else its document's, against those asked for. */
function isOfOtherYears(quote: string, { periods, lastYears }: Question, { profile }: Context): boolean {
  const said = parsePeriods(quote).map(({ period }) =>
    period.kind === 'range' ? (period.part ?? period.year) : period.year,
  );
  if (periods.length > 0) {
    const years = said.length > 0 ? said : profile.year === null ? [] : [profile.year];
    return years.length > 0 && !years.some(year => periods.some(asked => covers(asked, year)));
  }
  if (lastYears === undefined || profile.year === null || said.length === 0) return false;
  return Math.max(...said) <= profile.year - lastYears;
}

function covers(asked: Period, year: number): boolean {
  if (asked.kind === 'range') return year >= asked.year && year <= (asked.part ?? asked.year);
  return asked.year === year;
}

/** "Margins rose due to growth in revenue" is of margins. */
function isGivenAsReason(quote: string, start: number): boolean {
  const reason = CAUSE.exec(quote);
  return reason !== null && reason.index < start && reason.index > SUBJECT_START / 2;
}

/** "Changes in exchange rates impacted net sales": of the rates, not of the sales. */
const IMPACTED = /\b(?:impacted|affected|benefit(?:ed|t?ed)|hurt)\s+(?:\p{L}+\s+){0,2}$/iu;
/** Characters within which a sentence about a sum names it. */
const SUBJECT_WITHIN = 80;

/** "As a percentage of net sales, gross profit rose" is not about net sales. */
function isAside(quote: string, metrics: readonly MetricRef[]): boolean {
  if (metrics.length === 0) return false;
  const open = metrics.map(metric => ({ ...metric, not: [] }));
  const named = mentionsIn(quote, open);
  const own = mentionsIn(quote, metrics).filter(mention => isOfIt(quote, mention));
  const late =
    metrics.some(({ dimensions }) => dimensions.includes('money')) && (own[0]?.start ?? 0) > SUBJECT_WITHIN;
  const first = mentionsIn(quote, metrics)[0];
  if (first && IMPACTED.test(quote.slice(0, first.start))) return true;
  if (first && isGivenAsReason(quote, first.start)) return true;
  return (
    named.length > 0 && (own.length === 0 || late || /^as an? (?:percent(?:age)?|share) of\b/i.test(quote))
  );
}
