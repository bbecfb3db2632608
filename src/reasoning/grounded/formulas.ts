import type { Formula } from '../../domain/formula.ts';
import type { MetricRef } from '../../domain/question.ts';
import { namesIn, parseFormula } from '../../lib/formula/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { metricRef } from './refs.ts';

/** A formula of a formula of a formula: deeper ones would say nothing of what was read. */
const DEEPEST = 3;

/**
 * The formulas that a question's metrics can be computed by: its own first, then the vocabulary's, then those of
 * their inputs. A metric that the question defines itself is computed in no other way.
 */
export function formulasOf(
  metrics: readonly MetricRef[],
  own: readonly Formula[],
  vocabulary: Vocabulary,
): readonly Formula[] {
  const found = new Map<string, readonly Formula[]>();
  for (const formula of own) found.set(formula.metric.id, [...(found.get(formula.metric.id) ?? []), formula]);
  let wanted = [...metrics, ...own.flatMap(({ inputs }) => inputs)].map(({ id }) => id);
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const fresh = [...new Set(wanted)].filter(id => !found.has(id));
    for (const id of fresh) found.set(id, shippedFor(id, vocabulary));
    wanted = fresh.flatMap(id => found.get(id) ?? []).flatMap(({ inputs }) => inputs.map(one => one.id));
  }
  return [...found.values()].flat();
}

function shippedFor(id: string, vocabulary: Vocabulary): readonly Formula[] {
  const metric = vocabulary.metrics.get(id);
  if (!metric) return [];
  return metric.formulas.map(expression => ({
    metric: metricRef(metric),
    expression,
    inputs: inputsOf(expression, vocabulary),
    from: 'vocabulary',
  }));
}

/** The vocabulary's metrics that an expression names. */
export function inputsOf(expression: string, { metrics }: Vocabulary): readonly MetricRef[] {
  const parsed = parseFormula(expression);
  const ids = parsed ? namesIn(parsed) : [];
  return ids.flatMap(id => {
    const metric = metrics.get(id);
    return metric ? [metricRef(metric)] : [];
  });
}
