import type { Finding } from './finding.ts';
import type { StopReason } from './state.ts';

/** What a run tells whoever watches it. Never part of a report. */
export type RunEvent =
  | {
      readonly type: 'run-started';
      readonly run: string;
      readonly title: string;
      readonly sources: number;
      readonly resumed: boolean;
      /** It had come to its end before: nothing is left but to write it out. */
      readonly done: boolean;
    }
  | {
      readonly type: 'planned';
      readonly questions: readonly { readonly id: string; readonly topic: string }[];
    }
  | { readonly type: 'opening'; readonly path: string }
  | {
      readonly type: 'source-read';
      readonly source: string;
      readonly path: string;
      readonly pages: number;
    }
  | { readonly type: 'source-failed'; readonly path: string; readonly code: string; readonly message: string }
  | { readonly type: 'reading'; readonly question: string; readonly path: string; readonly page: number }
  | { readonly type: 'finding'; readonly finding: Finding }
  | { readonly type: 'progress'; readonly done: number; readonly left: number; readonly elapsedMs: number }
  | { readonly type: 'stopped'; readonly reason: StopReason }
  | { readonly type: 'written'; readonly path: string };
