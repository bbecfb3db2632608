import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { Reading } from '../domain/reading.ts';
import type { Context } from './draft.ts';
import { gridFindings } from './grid-values.ts';

/** What one page says about a question: values from tables, charts and sentences, and statements. Best first. */
export function extractFindings(question: Question, context: Context): Finding[] {
  const found = context.page.readings.flatMap(reading =>
    FROM[reading.kind](question, context, reading as never),
  );
  return unique(found).sort((a, b) => b.relevance - a.relevance || b.confidence - a.confidence);
}

const FROM = {
  text: () => [],
  table: gridFindings,
  chart: gridFindings,
  failed: () => [],
} satisfies {
  [K in Reading['kind']]: (
    question: Question,
    context: Context,
    reading: Extract<Reading, { kind: K }>,
  ) => Finding[];
};

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const known = seen.get(finding.id);
    if (!known || known.relevance < finding.relevance) seen.set(finding.id, finding);
  }
  return [...seen.values()];
}
