import type { TextReading, TextRole } from '../domain/reading.ts';
import { words } from './words.ts';

const ROLES: ReadonlySet<TextRole> = new Set(['paragraph', 'list', 'line', 'caption', 'note']);
const MAX_WORDS = 70;
const MIN_WORDS = 6;

/** Boilerplate that says nothing about the subject: legal cautions, references, instructions, imprints. */
const BOILERPLATE =
  /forward[- ]looking|private securities litigation|undertakes? no (?:obligation|duty)|incorporated (?:herein )?by reference|safe harbou?r|differ materially|could cause actual results|all rights reserved|for more (?:information|details|detail),? (?:see|visit|go)|exact name of|check mark|pursuant to (?:section|rule|item|the requirements)|see accompanying notes|the accompanying notes|table of contents|recommended citation|media inquiries|for release|\bwww\.|https?:|click here|in thousands, except/i;
const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|says?|said|see|sees|saw|rose|rises?|fell|falls?|grew|grows?|went|became|remains?|remained|made|make|makes|think|thinks|feel|feels|view|views|expect|expects|hold|holds|held|give|gives|gave|show|shows|find|finds|found|continue|continues|agree|approve|disapprove|support|favor|aim|aims|target|targets|plan|plans|commit|commits|include|includes|account|accounts|provide|provides|cut|won|lost|came|comes|took|takes|led|leads|drive|drives|drove|reflects?|represents?|cover|covers|need|needs|want|wants|like|likes|ranks?|stands?|stood|rates?|calls?|believes?|predicts?|trusts?|opposes?|worry|worries|describes?|reports?|express|expresses|tend|tends|prefers?|uses?|owns?|lives?|works?|blames?|credits?|cites?|names?|depends?|operates?|offers?|generates?|emits?|consumes?|produces?|delivers?|employs?|spent|sold|bought|paid|built|kept|met|ran|began|brought|told|reduces?|halve|achieves?|reach(?:es)?|become|felt|thought|meant|spend|sell|buy|pay)\b|\b\p{L}{3,}ed\b/iu;

/** Whether a text's numbers can be taken at their word: whole, and not boilerplate. */
export function isWholeSentence(sentence: string, { role }: Pick<TextReading, 'role'>): boolean {
  const whole =
    /[.!…][”"’')\]]*(?:\d{1,2})?(?:\s*\[\d{1,2}\])?$/.test(sentence) || role === 'list' || role === 'line';
  return (
    ROLES.has(role) &&
    whole &&
    isBalanced(sentence) &&
    !BOILERPLATE.test(sentence) &&
    words(sentence).length >= 4
  );
}

/** Whether a sentence could stand in a report: whole, worded, not boilerplate, not a question or a heap of labels. */
export function isWorthStating(sentence: string, { role }: Pick<TextReading, 'role'>): boolean {
  const count = words(sentence).length;
  if (!ROLES.has(role) || count < MIN_WORDS || count > MAX_WORDS) return false;
  const whole = /[.!…][”"’')\]]*(?:\d{1,2})?(?:\s*\[\d{1,2}\])?$/.test(sentence);
  if (!whole && !(role === 'list' || role === 'line')) return false;
  if (!/^[•●▪◦■–—*·→✓>\s-]*[\p{Lu}\d$€£“"‘'(]/u.test(sentence)) return false;
  if (/^[“"][^”"]*[”"]\.?\d?$/.test(sentence)) return false;
  if (BOILERPLATE.test(sentence) || !VERB.test(sentence) || !isBalanced(sentence)) return false;
  return isWorded(sentence);
}

/** Words, not a chart's labels or a table's line: most characters are letters, few tokens are bare numbers. */
function isWorded(sentence: string): boolean {
  const tokens = sentence.split(/\s+/);
  const numbers = tokens.filter(
    token => /^[\d.,%$()–-]+$/.test(token) && !/^(?:19|20)\d\d[.,;]?$/.test(token),
  ).length;
  const lower = tokens.filter(token => /^\p{Ll}/u.test(token)).length;
  return (
    numbers / tokens.length <= 0.3 &&
    lower / tokens.length > 0.35 &&
    !/\.{4,}|_{3,}|(?:\b\w\b\s){4}/.test(sentence)
  );
}

/** A bracket or quote that opens and never closes was cut by a column or a page. */
function isBalanced(sentence: string): boolean {
  const count = (mark: string) => sentence.split(mark).length - 1;
  return count('(') === count(')') && count('“') === count('”');
}

/** A sentence that leans on the one before: who "they" are, what "this" is. */
export function leansOnContext(claim: string): 'not' | 'some' | 'much' {
  if (
    /^(?:it|they|he|she|his|her|their|its|this|these|those|that|such|both)\s+(?:is|are|was|were|has|have|had|will|would|can|also|includes?|reflects?|represents?|compares?|do|does|did|say|says|said|means?|marks?|comes?|came)\b/i.test(
      claim,
    )
  )
    return 'much';
  if (/^(?:it|they|he|she|his|her|their|its)\b|^\d[\d.]*% (?!of\b|in\b|among\b)\p{Ll}/iu.test(claim))
    return 'much';
  if (POINTING.test(claim)) return 'much';
  return /^(?:these|those|such|this|both|that|one|another|the (?:former|latter|same|remaining|other|gap|difference))\b/i.test(
    claim,
  )
    ? 'some'
    : 'not';
}

/** Points to what an earlier sentence said: nobody could tell what is meant. */
const POINTING =
  /\b(?:(?:during|in|over|since|at|by|for) (?:that|this) (?:time|period|survey|case|respect|regard|area)|that (?:share|figure|number|period|percentage)|th(?:is|ese|ose) (?:shares?|figures?|numbers?|percentages?|measures?|domains?|views|questions?|items?|amounts?|groups?|factors?|effects?|changes?)|the (?:former|latter)|as (?:noted|mentioned|discussed)|in each (?:group|of these))\b/i;

/** "The segment earned …" under a heading that got lost: of which one? */
export function isOfUnnamedPart(claim: string): boolean {
  return /^(?:the|this|our|its) (?:segment|division|unit|business unit|region|product line|country|category|site|plant)(?:’s|'s)?\s/i.test(
    claim,
  );
}
