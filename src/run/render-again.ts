import type { OutputFormat } from '../domain/brief.ts';
import { type Written, writeOutputs } from '../outputs/write.ts';
import { loadRun } from './load-run.ts';
import { OUTPUT_FOLDERS, renderRun } from './render.ts';
import { type SessionOptions, withSession } from './session.ts';
import { loadTemplate } from './template.ts';

export interface RenderAgainOptions extends SessionOptions {
  readonly out: string;
  readonly format: readonly OutputFormat[];
  /** A run's id or its beginning; the latest where absent. */
  readonly run?: string;
  /** A report's outline of the user's own, as a file. */
  readonly template?: string | undefined;
  /** Only these files, other than all that the formats bring. */
  readonly only?: readonly string[];
}

/** Renders a run from its log. Sources are opened only for page pictures that aren't kept beside the store. */
export async function renderAgain(
  options: RenderAgainOptions,
): Promise<{ readonly run: string; readonly files: readonly string[]; readonly kept: Written['kept'] }> {
  const { out, format, only, run } = options;
  const template = options.template === undefined ? undefined : await loadTemplate(options.template);
  return withSession({ ...options, readonly: true }, async kit => {
    const { summary, state } = await loadRun(kit.store, run);
    const { files } = await renderRun(state, kit, { formats: format, template });
    const chosen = only ? new Map([...files].filter(([path]) => only.includes(path))) : files;
    const { kept: edited } = await writeOutputs(out, chosen, only ? {} : { replaces: OUTPUT_FOLDERS });
    return { run: summary.id, files: [...chosen.keys()], kept: edited };
  });
}
