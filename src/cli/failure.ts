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
export function describeError(raised: unknown, verbose = false): DescribedFailure {
  const error = OUT_OF_FILES.has(String((raised as NodeJS.ErrnoException)?.code))
    ? outOfFiles(raised)
    : raised;
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

const OUT_OF_FILES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

/** Modules alone need a few hundred at once while they load: no fault of ours, and none that we could mend. */
function outOfFiles(cause: unknown): DossierError {
  return new DossierError(
    { code: 'too_few_files', exit: EXIT.failed, retryable: true },
    'The system lets a process open too few files at once.',
    { hint: 'Raise the limit (ulimit -n 1024), then type the same command.', cause },
  );
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
