import type { BriefFile, Settings } from '../config/index.ts';
import type { Result } from './result.ts';
import type { Terminal } from './terminal.ts';

/** One call of a command: what was typed, with the settings in force. */
export interface Invocation {
  readonly args: readonly string[];
  /** Options as commander parsed them, by their camel-case names. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
  readonly origins: Readonly<Record<string, { readonly origin: string; readonly where: string }>>;
  /** Where the first argument named a brief file. */
  readonly brief?: BriefFile | undefined;
  readonly terminal: Terminal;
}

export type Execute = (invocation: Invocation) => Promise<Result>;
