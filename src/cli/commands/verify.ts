import { resolve } from 'node:path';
import { EXIT } from '../../errors.ts';
import { withSession } from '../../run/session.ts';
import { verifyRun } from '../../run/verify/index.ts';
import type { Execute } from '../invocation.ts';
import { passwordsOf } from '../passwords.ts';
import { printable } from '../terminal.ts';

/** `dossier verify [file]`: exit 6 when anything doesn't hold. */
export const execute: Execute = async ({ args, options, settings, terminal }) => {
  const { cwd, clock } = terminal;
  const session = {
    store: settings.store,
    cwd,
    clock,
    workers: settings.workers,
    readonly: true,
    ...passwordsOf({ settings, terminal }),
  };
  const verified = await withSession(session, kit =>
    verifyRun(kit, {
      ...(args[0] === undefined ? {} : { file: resolve(cwd, args[0]) }),
      ...(options.run === undefined ? {} : { run: String(options.run) }),
      template: settings.template,
    }),
  );
  const { run, findings, evidence, problems } = verified;
  const summary = `${run}: ${findings} findings, ${evidence} pieces of evidence checked, ${problems.length} problems.`;
  const text = [...problems.map(({ where, rule, message }) => `${where}: ${rule}: ${message}`), summary].join(
    '\n',
  );
  const exit = problems.length === 0 ? EXIT.done : EXIT.gate;
  return { exit, schema: 'dossier.verification/1', text: printable(text), data: { ...verified } };
};
