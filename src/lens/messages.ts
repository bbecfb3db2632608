import type { Marks } from '../domain/mark.ts';
import type { LinePlace, LineText, Sight } from '../domain/vision.ts';

/** What the parent asks of a child, which works on one request at a time. */
export type Request =
  | { readonly type: 'see'; readonly picture: Uint8Array }
  | { readonly type: 'marks'; readonly picture: Uint8Array }
  | { readonly type: 'read'; readonly picture: Uint8Array; readonly lines: readonly LinePlace[] };

export type Answer =
  | { readonly type: 'marked'; readonly marks: Marks | null }
  | { readonly type: 'seen'; readonly sight: Sight }
  | { readonly type: 'read'; readonly texts: readonly LineText[] }
  | { readonly type: 'failed'; readonly message: string };
