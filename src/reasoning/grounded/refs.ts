import type { MetricRef } from '../../domain/question.ts';
import type { VocabularyMetric } from '../vocabulary.ts';

/** A metric of the vocabulary as a question carries it. */
export function metricRef({ id, name, phrases, not, dimensions }: VocabularyMetric): MetricRef {
  const all = [...new Set([name.toLowerCase(), ...phrases])];
  return { id, name, phrases: all, not, dimensions };
}
