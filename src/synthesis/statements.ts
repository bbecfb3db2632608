import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { State } from '../domain/state.ts';
import { isSentence } from './is-sentence.ts';
import { strengthOf } from './series.ts';

const CAUSE =
  /\b(?:due to|driven by|because|as a result|resulted from|resulting from|primarily|mainly|attributable to|reflect(?:s|ed|ing)|owing to|offset by|thanks to|led to|contributed|caused by|stems? from|explained by|on account of)\b/iu;
const CHANGE =
  /\b(?:up from|down from|rose|fell|increased|decreased|declined|grew|grown|compared (?:with|to)|since \d{4}|percentage points?|risen|fallen|improved|worsened|rebounded|ticked (?:up|down)|little changed|unchanged|becom(?:e|ing) (?:considerably |increasingly )?(?:more|less)|more (?:positive|negative|upbeat|optimistic|pessimistic|confident)|dropped|more than|than in|versus|vs\.)/iu;
const EVERYBODY =
  /\b(?:the public|americans|(?:u\.s\. )?adults|overall|majority|most (?:people|adults|americans|of)|a total of|as a whole|total)\b/iu;
const PART =
  /\b(?:among those|aged? \d|years old|\d{2} (?:and|or) older|with (?:a|an|less|some|at least)\b[^,.]{0,40}(?:degree|education|college|school)|those who|leaners|subgroup|men\b|women\b|u\.s\.-born|foreign[- ]born|immigrants?\b|independents\b)/iu;
/** A sentence that leans on the one before it. */
const LEANING =
  /^(?:on (?:several|these|this|other)|this|these|those|that|they|it|he|she|such|also|still|yet|but|and|however|moreover|in addition|by contrast|by comparison|similarly|among (?:the|these|those)|even|again|at the same time|nevertheless|as such|to (?:do|achieve|drive|support) (?:so|this|that)?)\b/iu;
const POINTING =
  /\b(?:during that time|these (?:measures|domains|issues|figures)|this (?:\w+ )?(?:view|measure|figure|period|share)|that period|the latter|the former|as noted|as discussed)\b/iu;
/** What a method section or a glossary says. */
const DEFINITION =
  /\b(?:represents the|is defined as|are defined as|primarily consists? of|consists? primarily of|is calculated|are calculated|we define|are estimated using|is provided to show|refers to|is included in|are included in|for more (?:information|details)|see note|item \d|additional information|we provide|methodology|comparability)\b/iu;
const GUIDANCE = /\b(?:(?:is|are) expected to be between|guidance|outlook|forward-looking|could|might)\b/iu;

/** How a survey was made, which is not what it found. */
const METHOD =
  /\b(?:sampling|margin of (?:sampling )?error|\d+% confidence|weighted|interviews? (?:was|were)|telephone|questionnaire|respondents were asked|landline|was conducted|were conducted)\b/iu;
const AIM = /\b(?:targets?|goals?|pledged?|committed|commitment|aims?|ambition|net[- ]zero)\b/iu;

const SAME = 0.55;
const FRONT_PAGES = 8;

/** Statements worth repeating, strongest first: whole sentences, each said once. */
export function statementsOf(question: Question, findings: readonly Finding[]): readonly Finding[] {
  const score = new Map(findings.map(finding => [finding.id, statementStrength(question, finding)]));
  const sentences = findings
    .filter(finding => finding.kind === 'statement' && isSentence(finding.claim))
    .sort((a, b) => score.get(b.id)! - score.get(a.id)! || (a.id < b.id ? -1 : 1));
  const kept: Finding[] = [];
  for (const finding of sentences) {
    if (!kept.some(other => tellsSame(finding, other))) kept.push(finding);
  }
  return kept;
}

/** What is asked for, said of the whole, early in its document and understandable by itself says most. */
export function statementStrength({ topic, aspects, metrics }: Question, finding: Finding): number {
  const { claim, evidence } = finding;
  const words = claim.toLowerCase();
  const named = namedMetric(metrics, claim);
  const on = (condition: boolean, weight: number) => (condition ? weight : 0);
  return (
    strengthOf(finding) +
    on(aspects.includes('cause') && CAUSE.test(claim), 0.3) +
    on(aspects.includes('change') && CHANGE.test(claim), 0.18) +
    on(EVERYBODY.test(claim), 0.06) +
    on((evidence[0]?.page ?? 99) <= FRONT_PAGES, 0.06) +
    on(aspects.includes('target') && !AIM.test(claim) && !/\d\s?%/u.test(claim), -0.3) +
    on(aspects.includes('target') && AIM.test(claim) && /\d\s?%.*\b20[2-9]\d\b/u.test(claim), 0.2) +
    on(named === 0, 0.3) +
    on(named > 0, 0.05) +
    on(/\d/.test(claim), 0.06) +
    on((claim.match(/\d\s?%/gu)?.length ?? 0) >= 2, 0.05) -
    on(PART.test(claim), 0.18) -
    on(LEANING.test(claim), 0.2) -
    on(named < 0 && !namesTopic(topic, words), 0.2) -
    on(POINTING.test(claim), 0.15) -
    on(DEFINITION.test(claim), 0.3) -
    on(METHOD.test(claim), 0.5) -
    on(GUIDANCE.test(claim) && !aspects.includes('target'), 0.15) -
    on(claim.length > 260, 0.1)
  );
}

/** Whether a word of the topic itself is said; that something is a target or a view says nothing about what it is of. */
function namesTopic(topic: string, words: string): boolean {
  const own = topic.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const telling = own.filter(word => !/^(?:targets?|goals?|views?|opinions?|total|share|rate)$/u.test(word));
  return telling.some(word => words.includes(word.replace(/s$/u, '')));
}

/** Index of the first metric that a statement names; -1 for none. */
export function namedMetric(metrics: Question['metrics'], claim: string): number {
  const words = claim.toLowerCase();
  return metrics.findIndex(({ phrases }) => phrases.some(phrase => words.includes(phrase)));
}

export function isCause({ claim }: Finding): boolean {
  return CAUSE.test(claim) && !DEFINITION.test(claim);
}

/** Whether two statements tell the same: mostly the same words, or the same figures; never with other figures. */
export function tellsSame(a: Finding, b: Finding): boolean {
  const [left, right] = [wordSet(a.claim), wordSet(b.claim)];
  const [mine, theirs] = [figuresOf(a.claim), figuresOf(b.claim)];
  if (mine.size > 0 && theirs.size > 0 && shareOf(mine, theirs) === 0) return false;
  if (shareOf(left, right) >= SAME) return true;
  return Math.min(mine.size, theirs.size) >= 2 && shareOf(mine, theirs) === 1;
}

/** Share of the smaller set that both have. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter(item => b.has(item)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []);
}

/** Years that a text names. */
export function yearsOf(text: string): readonly number[] {
  return [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([year]) => Number(year));
}

/** The year of the edition that says it; null where that isn't known. */
export function editionOf(state: State, { evidence }: Finding): number | null {
  const profile = state.sources[evidence[0]?.source ?? '']?.profile;
  return profile?.year ?? (Number(profile?.published.slice(0, 4)) || null);
}

/** The same, without separators of thousands. */
export function digitsOf(text: string): ReadonlySet<string> {
  return new Set([...figuresOf(text)].map(figure => figure.replace(/,/gu, '')));
}

/** Numbers that are no years. */
export function figuresOf(text: string): ReadonlySet<string> {
  return new Set((text.match(/\d+(?:[.,]\d+)*/gu) ?? []).filter(figure => !/^(?:19|20)\d{2}$/u.test(figure)));
}
