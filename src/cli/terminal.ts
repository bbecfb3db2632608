/** The world outside, as commands see it; only `main` builds one from the process. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Both streams are terminals and nothing (CI, TERM=dumb, --no-input) says otherwise. */
  readonly interactive: boolean;
  readonly color: boolean;
  /** Characters in a line. */
  readonly columns: number;
  readonly clock: () => number;
  /** The product. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
  /** Fires on Ctrl-C and SIGTERM: stop at the next step. */
  readonly signal: AbortSignal;
}

/**
 * Document text is data: characters that could drive a terminal are made visible, and lines that a CI service would
 * take for a command (`::error::`, `##vso[`) are set off.
 */
export function printable(text: string): string {
  return text.replace(CONTROL, '\u00b7').replace(/^(\s*)(?=::|##(?:vso)?\[)/gm, '$1\u00b7 ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
