import { BugError, DossierError, EXIT, type ExitCode } from '../errors.ts';

export interface DescribedFailure {
  readonly exit: ExitCode;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly retryable: boolean;
  /** For a person, on stderr. */
  readonly text: string;
}

/** Words an error for the command line; what isn't an error that we raise on purpose is a bug of ours. */
export function describeError(error: unknown, verbose = false): DescribedFailure {
  if (error instanceof DossierError) {
    const { exit, code, message, hint, retryable } = error;
    const lines = [
      `dossier: ${message}`,
      ...(hint ? [`  ${hint}`] : []),
      ...(verbose && error.stack ? [error.stack] : []),
    ];
    return { exit, code, message, hint, retryable, text: lines.join('\n') };
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  const hint = 'This is a bug in Dossier. Please report it with the lines below and the command you typed.';
  const kind = error instanceof BugError ? 'an invariant broke' : 'an unexpected error';
  const text = `dossier: ${kind}: ${message}\n  ${hint}\n${stack}`;
  return { exit: EXIT.bug, code: 'bug', message, hint, retryable: false, text };
}

export function errorEnvelope({ exit, code, message, hint, retryable }: DescribedFailure): string {
  return JSON.stringify({
    schema: 'dossier.error/1',
    ok: false,
    exit,
    warnings: [],
    error: { code, message, hint, retryable },
  });
}
