import { rerender } from '../rerender.ts';
import type { Execute } from '../verbs.ts';

/** `dossier report`: every output again, from the store alone. */
export const execute: Execute = invocation => rerender(invocation, invocation.settings.format);
