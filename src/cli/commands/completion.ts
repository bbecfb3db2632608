import { EXIT, UsageError } from '../../errors.ts';
import { COMPLETIONS } from '../completion/index.ts';
import type { Execute } from '../invocation.ts';

/** `dossier completion SHELL`: a script for the shell to load; it runs nothing of ours when completing. */
export const execute: Execute = async ({ args }) => {
  const shell = args[0] ?? '';
  const shells = Object.keys(COMPLETIONS);
  const write = COMPLETIONS[shell];
  if (!write) {
    throw new UsageError(`There is no completion for "${shell}".`, {
      hint: `There is one for ${shells.join(', ')}.`,
    });
  }
  const script = write();
  return { exit: EXIT.done, schema: 'dossier.completion/1', text: script, data: { shell, script } };
};
