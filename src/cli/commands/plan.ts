import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../../domain/question.ts';
import { formatDuration } from '../../lib/duration.ts';
import { planRun } from '../../run/plan-run.ts';
import { briefOf } from '../brief.ts';
import type { Execute } from '../invocation.ts';
import { printable } from '../terminal.ts';

/** `dossier plan`: what would be looked for, and what it would take. */
export const execute: Execute = async ({ args, brief, settings, terminal }) => {
  const { store } = settings;
  const known = existsSync(join(store, 'store.db')) ? store : null;
  const { plan, estimate } = await planRun(briefOf({ args, brief, settings, terminal }), {
    cwd: terminal.cwd,
    store: known,
  });
  const text = [
    ...plan.questions.map(describe),
    ...plan.notes.map(note => `Note: ${note}`),
    '',
    `${estimate.sources} sources, about ${estimate.pages} pages (${estimate.pagesKnown} read before), about ${formatDuration(estimate.ms)}.`,
    'No model and no network are used.',
    ...estimate.rejected.map(({ path, failure }) => `Can't be read: ${path} (${failure.message})`),
  ].join('\n');
  return { exit: 0, schema: 'dossier.plan/1', text: printable(text), data: { plan, estimate } };
};

function describe({ id, topic, text, metrics, entities, periods, aspects }: Question): string {
  const parts = [
    ['metrics', metrics.map(metric => metric.name)],
    ['about', entities],
    ['periods', periods.map(period => period.label)],
    ['looking for', aspects],
  ] as const;
  const detail = parts
    .filter(([, words]) => words.length > 0)
    .map(([what, words]) => `    ${what}: ${words.join(', ')}`);
  return [`${id}  ${topic}: ${text}`, ...detail].join('\n');
}
