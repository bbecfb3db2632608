/** Exit codes of the command line; `docs/errors.md` lists them. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  model: 4,
  limit: 5,
  gate: 6,
  store: 7,
  changed: 8,
  bug: 70,
  busy: 75,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

interface ErrorOptionsWithHint {
  readonly hint?: string;
  readonly cause?: unknown;
}

/** An error that a user can act on: what failed, what was expected, what was found; the hint says what to type next. */
export class DossierError extends Error {
  readonly code: string;
  readonly exit: ExitCode;
  readonly hint: string;
  readonly retryable: boolean;

  constructor(
    fields: { readonly code: string; readonly exit: ExitCode; readonly retryable?: boolean },
    message: string,
    { hint = '', cause }: ErrorOptionsWithHint = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = fields.code;
    this.exit = fields.exit;
    this.retryable = fields.retryable ?? false;
    this.hint = hint;
  }
}

/** Wrong usage or configuration; nothing was touched. */
export class UsageError extends DossierError {
  constructor(message: string, options?: ErrorOptionsWithHint) {
    super({ code: 'usage', exit: EXIT.usage }, message, options);
  }
}

/** The store or the disk is in trouble: full, corrupt, or made by a newer version. */
export class StoreError extends DossierError {
  constructor(
    code: 'store_full' | 'store_corrupt' | 'store_newer' | 'store_unwritable',
    message: string,
    options?: ErrorOptionsWithHint,
  ) {
    super({ code, exit: EXIT.store }, message, options);
  }
}

/** Another run holds the store. */
export class StoreBusyError extends DossierError {
  constructor(message: string, options?: ErrorOptionsWithHint) {
    super({ code: 'store_busy', exit: EXIT.busy, retryable: true }, message, options);
  }
}

/** An output could not be written. */
export class OutputError extends DossierError {
  constructor(message: string, options?: ErrorOptionsWithHint) {
    super({ code: 'output_unwritable', exit: EXIT.store }, message, options);
  }
}

/** A model or provider is missing, corrupt or refuses. */
export class ModelError extends DossierError {
  constructor(message: string, options?: ErrorOptionsWithHint) {
    super({ code: 'model_missing', exit: EXIT.model }, message, options);
  }
}

/** A quality gate failed. */
export class GateError extends DossierError {
  constructor(message: string, options?: ErrorOptionsWithHint) {
    super({ code: 'gate', exit: EXIT.gate }, message, options);
  }
}

/** A bug of ours: an invariant that can't break did. Only the command-line edge catches it. */
export class BugError extends Error {
  override readonly name = 'BugError';
}
