import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import { strengthOf } from './series.ts';

const CAUSE =
  /\b(?:due to|driven by|because|as a result|resulted from|resulting from|primarily|mainly|attributable to|reflect(?:s|ed|ing)|owing to|offset by|thanks to|led to|contributed|caused by|stems? from|explained by|on account of)\b/iu;
const SAME = 0.55;

/** Statements worth repeating, strongest first: whole sentences, each said once; causes first where a cause was asked for. */
export function statementsOf(question: Question, findings: readonly Finding[]): readonly Finding[] {
  const wantsCause = question.aspects.includes('cause');
  const score = (finding: Finding) => strengthOf(finding) + (wantsCause && isCause(finding) ? 0.3 : 0);
  const sentences = findings
    .filter(finding => finding.kind === 'statement' && isSentence(finding.claim))
    .sort((a, b) => score(b) - score(a) || (a.id < b.id ? -1 : 1));
  const kept: Finding[] = [];
  for (const finding of sentences) {
    if (!kept.some(other => likeness(finding.claim, other.claim) >= SAME)) kept.push(finding);
  }
  return kept;
}

export function isCause({ claim }: Finding): boolean {
  return CAUSE.test(claim);
}

/** A whole sentence that stands by itself; a heading, a scrap of a table or a list of links doesn't. */
export function isSentence(claim: string): boolean {
  const text = claim.trim();
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (words.length < 6 || text.length > 450 || letters / text.length < 0.55) return false;
  if (!/^["“‘'(]?[\p{Lu}\d$€£]/u.test(text) || /\.{3,}|https?:|@/u.test(text)) return false;
  return words.some(word => VERB.test(word.toLowerCase()));
}

const VERB =
  /^(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|should|say|says|said|rose|rise|rises|fell|fall|grew|grow|grows|made|make|see|sees|saw|show|shows|think|believe|feel|view|rate|give|gave|hold|held|remain|remains|support|oppose|favor|favour|approve|disapprove|agree|expect|aim|aims|plan|plans|set|cut|lead|leads|led|continue|continues|include|includes|contain|contains|mean|means|account|accounts|reach|won|lost|kept|keep|go|use|describe|identify|\p{L}{3,}ed)$/u;

function likeness(a: string, b: string): number {
  const [left, right] = [wordSet(a), wordSet(b)];
  const shared = [...left].filter(word => right.has(word)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []);
}
