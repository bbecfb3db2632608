import type { Document, Page, Raster } from '../domain/region.ts';
import type { Failure, SourceKind } from '../domain/source.ts';
import type { OpenOptions, RasterOptions } from './backend.ts';

/** What the parent asks of a child. One request at a time. */
export type Request =
  | {
      readonly type: 'open';
      readonly path: string;
      readonly kind: SourceKind;
      /** Where given, a file whose hash differs after reading is reported as `changed`. */
      readonly sha256?: string;
      readonly options: Omit<OpenOptions, 'onPage' | 'onStart'>;
    }
  | {
      readonly type: 'raster';
      readonly path: string;
      readonly kind: SourceKind;
      readonly page: number;
      readonly options: RasterOptions;
    };

/** What a child answers: any number of `start` and `page`, then one of the others. */
export type Answer =
  | { readonly type: 'start'; readonly head: Pick<Document, 'title' | 'pageCount'> }
  | { readonly type: 'page'; readonly page: Page }
  | { readonly type: 'opened'; readonly document: Omit<Document, 'pages'> }
  | { readonly type: 'raster'; readonly raster: Raster }
  | { readonly type: 'failed'; readonly failure: Failure };

/** What became of one request: what was streamed, and how it ended. */
export interface Attempt {
  readonly head: Pick<Document, 'title' | 'pageCount'> | null;
  readonly pages: readonly Page[];
  readonly end: Extract<Answer, { type: 'opened' | 'raster' | 'failed' }> | Died;
}

/** The child is gone: it crashed, ran out of memory or was killed at its deadline. */
export interface Died {
  readonly type: 'died';
  readonly failure: Failure;
}
