import type { Execute } from '../invocation.ts';
import { rerender } from '../rerender.ts';

/** `dossier deck`: the deck again, from the store alone. */
export const execute: Execute = invocation => rerender(invocation, ['pptx'], ['deck.pptx']);
