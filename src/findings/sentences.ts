/** A sentence of a text; `text.slice(start, end)` is it, without the white space around. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sr jr st vs etc inc corp co ltd llc plc no nos vol fig figs p pp art sec approx est dept ca cf al e.g i.e u.s u.k u.n e.u d.c a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mio mrd bn sen rep gov gen messrs'.split(
    ' ',
  ),
);
/** A word that opens a sentence even after "U.S." or "Inc.". */
const OPENERS =
  /^(?:The|This|These|Those|In|It|We|Our|A|An|At|As|On|For|However|They|He|She|But|And|Among|While|When|Since|By|To|Additionally|Moreover|Overall|Fully|About|Some|Most|Just|Only|Roughly|Nearly|There|That|If|Such|Both|All|No|Its|Their|Total|Net)\b/;
/** The end of a sentence: its mark, closing quotes and brackets, a footnote digit that touches it. */
const END = /[.!?…]+[”"’')\]]*(?:\d{1,2}(?=\s))?(?:\s*\[\d{1,2}\])?(?=\s|$)/g;

/** Sentences of a paragraph, in order. Abbreviations, initials, decimals and "No. 5" don't end one. */
export function splitSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (!endsHere(text, match.index, end)) continue;
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, text.length);
  return spans;
}

function endsHere(text: string, mark: number, end: number): boolean {
  const next = text.slice(end).trimStart();
  if (next === '') return true;
  if (!/^[\p{Lu}\d"“‘'([$€£•–→-]/u.test(next)) return false;
  if (text[mark] !== '.' || end - mark > 1) return true;
  const word = /([\p{L}.]+)$/u.exec(text.slice(Math.max(0, mark - 12), mark))?.[1]?.toLowerCase() ?? '';
  const abbreviated = ABBREVIATIONS.has(word) || /^(?:\p{L}\.)*\p{L}$/u.test(word);
  return (
    !abbreviated || (OPENERS.test(next) && !/^(?:no|nos|fig|figs|vs|mr|mrs|dr|pp?|e\.g|i\.e)$/.test(word))
  );
}

function push(spans: SentenceSpan[], text: string, from: number, to: number): void {
  const body = text.slice(from, to);
  const lead = body.length - body.trimStart().length;
  const length = body.trim().length;
  if (length > 0) spans.push({ start: from + lead, end: from + lead + length });
}
