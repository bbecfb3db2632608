import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';

const HOW_MANY = /\bhow many\b(?! (?:%|percent|per cent|percentage|basis) )/iu;
const NUMBER =
  /\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)\b/iu;

/** A number of things is no percentage, and a sentence without a number doesn't say how many there are. */
export function ofKind({ aspects, text }: Question, findings: readonly Finding[]): readonly Finding[] {
  if (!aspects.includes('count') || !HOW_MANY.test(text)) return findings;
  return findings.filter(({ value, claim }) =>
    value === null ? NUMBER.test(claim) : value.dimension !== 'percent' && value.dimension !== 'points',
  );
}
