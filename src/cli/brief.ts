import type { Settings } from '../config/index.ts';
import type { Brief } from '../domain/brief.ts';
import { UsageError } from '../errors.ts';

/** The brief that a question, its sources and the settings make. */
export function briefOf([question = '', ...sources]: readonly string[], settings: Settings): Brief {
  const asked = question.trim();
  if (asked === '')
    throw new UsageError('The question is empty.', {
      hint: 'dossier run "How did revenue develop?" ./documents',
    });
  const { maxTime, maxPages, reasoner, lang } = settings;
  return {
    questions: [asked],
    sources,
    reasoner,
    lang,
    limits: {
      ...(maxTime === undefined ? {} : { maxTimeMs: maxTime }),
      ...(maxPages === undefined ? {} : { maxPages }),
    },
  };
}
