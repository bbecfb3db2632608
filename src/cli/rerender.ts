import { join, relative } from 'node:path';
import type { OutputFormat } from '../domain/brief.ts';
import { renderAgain } from '../run/render-again.ts';
import type { Invocation } from './invocation.ts';
import { passwordsOf } from './passwords.ts';
import type { Result } from './result.ts';
import { printable } from './terminal.ts';
import { keptWarnings } from './text/kept.ts';

/** Renders a run's outputs from the store and says where they lie. */
export async function rerender(
  { options, settings, terminal }: Invocation,
  format: readonly OutputFormat[],
  only?: readonly string[],
): Promise<Result> {
  const { cwd, clock } = terminal;
  const { out, store } = settings;
  const { run, files, kept } = await renderAgain({
    store,
    cwd,
    clock,
    workers: settings.workers,
    template: settings.template,
    ...passwordsOf({ settings, terminal }),
    out,
    format,
    ...(options.run === undefined ? {} : { run: String(options.run) }),
    ...(only ? { only } : {}),
  });
  const main = files.filter(file => !file.includes('/')).map(file => relative(cwd, join(out, file)) || file);
  return {
    exit: 0,
    schema: 'dossier.rendering/1',
    text: printable(main.join('\n')),
    data: { run, out, files },
    warnings: keptWarnings(kept),
  };
}
