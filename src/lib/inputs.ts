import type { Question } from '../domain/question.ts';

/** A question with the metrics that its formulas are computed from among those to look for. */
export function withInputs<T extends Pick<Question, 'metrics' | 'formulas'>>(question: T): T {
  const { metrics, formulas = [] } = question;
  const known = new Set(metrics.map(({ id }) => id));
  const more = formulas.flatMap(({ metric, inputs }) => [metric, ...inputs]);
  const fresh = more.filter(({ id }) => !known.has(id) && known.add(id));
  return fresh.length === 0 ? question : { ...question, metrics: [...metrics, ...fresh] };
}
