import type { Segment } from './segments.ts';

/**
 * Whether a hyphen at a line's end belongs to the word. The document itself tells: it writes the word in one piece or
 * with a hyphen elsewhere.
 */
export class Hyphens {
  private readonly words = new Set<string>();
  private broken = 0;
  private lines = 0;

  note(segments: readonly Segment[]): void {
    for (const { words } of segments) {
      if (words.length < 4) continue;
      this.lines++;
      words.forEach((word, i) => {
        if (i === words.length - 1 && BREAK.test(word.text)) this.broken++;
        else for (const plain of word.text.toLowerCase().match(WORD) ?? []) this.words.add(plain);
      });
    }
  }

  /** Two pieces of text on successive lines as one. */
  join(above: string, below: string): string {
    if (above.endsWith('\u00ad')) return above.slice(0, -1) + below;
    if (LEFT_OVER.test(below) && /[\p{L}\d)%”]$/u.test(above)) return above + below;
    const head = /([\p{L}\d’'-]*\p{L})[-‐]$/u.exec(above)?.[1];
    if (head === undefined)
      return /[-‐/–—]$/.test(above) && /[\p{L}\d]$/u.test(above.slice(0, -1))
        ? above + below
        : `${above} ${below}`;
    const tail = /^[\p{L}\d’']+(?:-[\p{L}\d]+)*/u.exec(below)?.[0] ?? '';
    if (/^(?:and|or|to)$/.test(tail)) return `${above} ${below}`;
    return this.isOneWord(head.toLowerCase(), tail) ? above.slice(0, -1) + below : above + below;
  }

  private isOneWord(head: string, tail: string): boolean {
    if (!/^\p{Ll}/u.test(tail)) return false;
    const low = tail.toLowerCase();
    const [last = head] = /[^-]*$/.exec(head) ?? [];
    const [first = low] = /^[^-]*/.exec(low) ?? [];
    if (last === head && this.words.has(last + first)) return true;
    if (last !== head || this.words.has(`${last}-${first}`) || COMPOUND.test(last)) return false;
    // In a document that breaks words, most line ends with a hyphen are breaks.
    const both = this.words.has(last) && this.words.has(first) && last.length > 2 && first.length > 2;
    return this.broken > this.lines * BREAKING && !both;
  }
}

/** A mark that the line end cut off its word. */
const LEFT_OVER = /^(?:[,;:)\]”]{1,2}\.?|\.)(?:\s(?!\.)|$)/;
const BREAK = /\p{L}[-‐\u00ad]$/u;
const WORD = /[\p{L}\d]+(?:-[\p{L}\d]+)*/gu;
const COMPOUND =
  /^(?:self|non|long|short|mid|high|low|full|part|year|half|well|ex|all|cross|e|co|pre|post|anti|multi|two|three|four|five|six|seven|eight|nine|ten|\d+)$/;
/** Share of lines that end in a hyphen from which a document is taken to break words. */
const BREAKING = 0.01;
