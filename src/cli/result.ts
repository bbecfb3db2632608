import type { ExitCode } from '../errors.ts';

/** What a command answers: shown as text, or as one JSON object with `--json`. */
export interface Result {
  readonly exit: ExitCode;
  /** For stdout, without the last line end; '' for nothing. */
  readonly text: string;
  /** Members of the JSON object beside `schema`, `ok`, `exit` and `warnings`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly schema: string;
  readonly warnings?: readonly string[];
}

export function envelope({ schema, exit, data, warnings = [] }: Result): string {
  return JSON.stringify({ schema, ok: exit === 0, exit, ...data, warnings });
}
