import { readPasswordFile } from '../config/index.ts';
import { type Passwords, passwordsByFile } from '../run/passwords.ts';
import type { Invocation } from './invocation.ts';

/** The passwords that `--password-file` holds, as commands hand them on. */
export function passwordsOf({ settings, terminal }: Pick<Invocation, 'settings' | 'terminal'>): {
  readonly passwords?: Passwords;
} {
  const { passwordFile } = settings;
  return passwordFile === undefined
    ? {}
    : { passwords: passwordsByFile(readPasswordFile(passwordFile), terminal.cwd) };
}
