import { existsSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { EXIT, OutputError, UsageError } from '../../errors.ts';
import type { Execute } from '../invocation.ts';
import { printable } from '../terminal.ts';

/** `dossier init [file]`: a brief to fill in. What is there already is left alone. */
export const execute: Execute = async ({ args, terminal }) => {
  const { cwd } = terminal;
  const name = args[0] ?? 'brief.yaml';
  const path = resolve(cwd, name);
  if (!/\.ya?ml$/i.test(name)) {
    throw new UsageError(`A brief is a .yaml file, and ${name} is none.`, {
      hint: `dossier init ${name}.yaml`,
    });
  }
  if (existsSync(path)) {
    throw new UsageError(`${name} exists already and is left as it is.`, {
      hint: `dossier run ${name} runs it; dossier init other.yaml writes another.`,
    });
  }
  try {
    writeFileSync(path, BRIEF, { flag: 'wx' });
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new OutputError(`${path} can't be written (${code}).`, { cause });
  }
  const shown = relative(cwd, path) || name;
  const text = `Wrote ${shown}. Fill it in, then: dossier run ${/\s/.test(shown) ? `"${shown}"` : shown}`;
  return { exit: EXIT.done, schema: 'dossier.init/1', text: printable(text), data: { path } };
};

const BRIEF = `# A brief: what to find out, and from what. Run it with: dossier run brief.yaml
# Paths are meant from the folder that this file lies in.

questions:
  - How did revenue and operating income develop, and why?
  # - What are the targets for emissions, and by when?

# Files, folders and patterns, such as reports/2024.pdf, filings or "reports/**/*.pdf".
sources:
  - .

# Settings may stand here too. Those below are the defaults; take out the first sign to change one.
# out: ./dossier-out        # folder for report, deck and findings
# store: ./.dossier         # folder of the state store
# format: [md, pptx, html]  # outputs to write
# template: ./outline.md    # an outline of your own for report.md (default: Dossier's)
# lang: en                  # language of report and deck
# maxTime: 10m              # stop in time, with a valid report (default: no limit)
# maxPages: 500             # open no more source once so many pages were read (default: no limit)
# maxCost: 2.00             # stop when models have charged so much (default: no limit)
# offline: true             # refuse whatever would use a network (default: false)
# passwordFile: ./passwords # passwords of protected PDFs, one a line (default: none)
# workers: 2                # processes that read documents
# strict: false             # fail when a source was not read or a question stays open
`;
