import { bench } from '../../bench/index.ts';
import { EXIT } from '../../errors.ts';
import type { Execute } from '../invocation.ts';

/** `dossier bench`: always JSON, indented where no program asked for it. */
export const execute: Execute = async ({ args, settings, terminal }) => {
  const { cwd, clock } = terminal;
  const measured = { ...(await bench({ files: args, cwd, workers: settings.workers, clock })) };
  const schema = 'dossier.bench/1';
  const text = JSON.stringify({ schema, ...measured }, null, 2);
  return { exit: EXIT.done, schema, text, data: measured };
};
