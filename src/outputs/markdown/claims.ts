import type { Sentence } from '../../domain/report.ts';

/** A sentence of the report and where it stands: `report.slice(start, end)` is its Markdown, without footnotes. */
export interface Claim {
  /** As plain text. */
  readonly text: string;
  /** Offsets in the Markdown, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly findings: readonly string[];
  readonly evidence: readonly string[];
}

// Non-characters: `plain` has taken them out of every text, so that they can't come from a document.
const MARK = /\ufdd0(\d+)\ufdd1([^\ufdd2]*)\ufdd2/g;

/** Puts invisible marks around a sentence's Markdown for `takeClaims` to find; `marked` collects the sentences. */
export function markSentence(sentence: Sentence, markdown: string, marked: Sentence[]): string {
  return `\ufdd0${marked.push(sentence) - 1}\ufdd1${markdown}\ufdd2`;
}

/** Takes the marks out again and says where every sentence came to stand. */
export function takeClaims(
  text: string,
  marked: readonly Sentence[],
): { readonly text: string; readonly claims: readonly Claim[] } {
  const claims: Claim[] = [];
  let removed = 0;
  const clean = text.replace(MARK, (whole, index: string, inner: string, at: number) => {
    const sentence = marked[Number(index)];
    const start = at - removed;
    removed += whole.length - inner.length;
    if (sentence !== undefined && inner !== '') {
      const { findings, citations } = sentence;
      claims.push({ text: sentence.text, start, end: start + inner.length, findings, evidence: citations });
    }
    return inner;
  });
  return { text: clean, claims };
}
