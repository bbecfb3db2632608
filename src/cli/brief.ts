import type { Brief } from '../domain/brief.ts';
import { UsageError } from '../errors.ts';
import { refuseUnavailable } from './availability.ts';
import type { Invocation } from './invocation.ts';

/** The brief that a question and its sources, or a brief file, make with the settings. */
export function briefOf({ args, brief, settings }: Pick<Invocation, 'args' | 'brief' | 'settings'>): Brief {
  const [first = '', ...named] = args;
  const questions = brief ? brief.questions : [first.trim()].filter(text => text !== '');
  if (questions.length === 0) {
    throw new UsageError('The question is empty.', {
      hint: 'dossier run "How did revenue develop?" ./documents',
    });
  }
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
