import { rerender } from '../rerender.ts';
import type { Execute } from '../verbs.ts';

/** `dossier deck`: the deck again, from the store alone. */
export const execute: Execute = invocation => rerender(invocation, ['pptx'], ['deck.pptx']);
