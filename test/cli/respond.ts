import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { respond } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, with a terminal that only listens. */
export async function say(
  argv: readonly string[],
  { cwd, env = {}, signal }: { cwd: string; env?: Terminal['env']; signal?: AbortSignal },
): Promise<Said> {
  const heard = { out: '', err: '' };
  const terminal: Terminal = {
    cwd,
    env,
    interactive: false,
    color: false,
    columns: 100,
    clock: Date.now,
    out: text => {
      heard.out += text;
    },
    err: text => {
      heard.err += text;
    },
    signal: signal ?? new AbortController().signal,
  };
  return { exit: await respond(argv, terminal), ...heard };
}

export const QUESTION = 'What were revenue and capital expenditure of Acme in 2023 and 2024?';

const FILES: Readonly<Record<string, string>> = {
  'report.md': `# Annual report 2024 of Acme plc

Revenue of Acme rose from $1,150 million in 2023 to $1,250 million in 2024, because of higher prices.

## Results

| $ million | 2023 | 2024 |
|---|---|---|
| Revenue | 1,150 | 1,250 |
| Capital expenditure | 90 | 110 |
`,
  'regions.csv': 'Revenue of Acme in $ million,2023,2024\nEurope,700,760\nAsia,450,490\n',
};

/** A new working folder that holds a report and a table. */
export function smallWorld(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'dossier-cli-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(cwd, name), content);
  return cwd;
}
