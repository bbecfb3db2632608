import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Brief } from '../domain/brief.ts';
import { UsageError } from '../errors.ts';
import { refuseUnavailable } from './availability.ts';
import type { Invocation } from './invocation.ts';

/** The brief that a question and its sources, or a brief file, make with the settings. */
export function briefOf({
  args,
  brief,
  settings,
  terminal: { cwd },
}: Pick<Invocation, 'args' | 'brief' | 'settings' | 'terminal'>): Brief {
  const [first = '', ...named] = args;
  const questions = brief ? brief.questions : [first.trim()].filter(text => text !== '');
  if (questions.length === 0) {
    throw new UsageError('The question is empty.', {
      hint: 'dossier run "How did revenue develop?" ./documents',
    });
  }
  if (!brief) refuseSwapped(first, named, cwd);
  const { maxTime, maxPages, maxCost, lang } = settings;
  const sources = [...(brief?.sources ?? []), ...named];
  refuseUnavailable(settings, sources);
  return {
    questions,
    sources,
    reasoner: 'grounded',
    lang,
    limits: {
      ...(maxTime === undefined ? {} : { maxTimeMs: maxTime }),
      ...(maxPages === undefined ? {} : { maxPages }),
      ...(maxCost === undefined ? {} : { maxCost }),
    },
  };
}

/** A file or folder where the question should stand is a slip: sources come after it. */
function refuseSwapped(first: string, named: readonly string[], cwd: string): void {
  if (!existsSync(resolve(cwd, first.trim()))) return;
  const question = named.find(word => /\s/.test(word)) ?? 'How did revenue develop?';
  const sources = [first, ...named.filter(word => word !== question)].map(word =>
    /\s/.test(word) ? `"${word}"` : word,
  );
  throw new UsageError(`${first} is a file or folder; the question comes first.`, {
    hint: `dossier run "${question}" ${sources.join(' ')}`,
  });
}
