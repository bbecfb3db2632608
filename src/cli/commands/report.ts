import type { Execute } from '../invocation.ts';
import { rerender } from '../rerender.ts';

/** `dossier report`: every output again, from the store alone. */
export const execute: Execute = invocation => rerender(invocation, invocation.settings.format);
