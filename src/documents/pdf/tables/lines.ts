import { median } from '../../../lib/median.ts';
import { around, bottom, right } from './geometry.ts';
import { isPeriod, isValue } from './numbers.ts';
import { apart, type Gaps, joinLine, type Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/** Tokens that stand together on one line: a cell, or a part of one. */
export interface Chunk extends PointBox {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** It reads as an amount, or as the sign for none. */
  readonly value: boolean;
  readonly period: boolean;
  readonly bold: boolean;
}

/** Chunks on one baseline, left to right. */
export interface Line extends PointBox {
  readonly chunks: readonly Chunk[];
  readonly baseline: number;
  readonly fontSize: number;
}

/** Between cells. Justified prose stays below the first. */
export const CELL_GAPS: Gaps = { words: 1, numbers: 0.45 };

/** In running text, numbers stand no closer than words. */
export const PROSE_GAPS: Gaps = { words: 1, numbers: 1 };

/** Baselines this far apart, in ems, are still one line: labels often sit a little off their values. */
const SAME_LINE = 0.45;

/** A stroke between two neighbours that keeps them in separate chunks. */
export type Divides = (a: Token, b: Token) => boolean;

export function toLines(words: readonly Token[], divides: Divides = () => false, gaps = CELL_GAPS): Line[] {
  return baselines(words)
    .map(joinLine)
    .filter(tokens => tokens.length > 0)
    .map(tokens => toLine(toChunks(tokens, divides, gaps)));
}

export function toLine(chunks: readonly Chunk[]): Line {
  const tokens = chunks.flatMap(chunk => chunk.tokens);
  return {
    ...around(chunks),
    chunks,
    baseline: median(tokens.map(token => token.baseline)),
    fontSize: Math.max(...tokens.map(token => token.fontSize)),
  };
}

export function toChunk(tokens: readonly Token[]): Chunk {
  const text = readTokens(tokens);
  const bare = text.replace(/\s\([a-z\d]\)$/i, '');
  return {
    ...around(tokens),
    tokens,
    text,
    value: isValue(text) || (/^\d/.test(bare) && bare !== text && isValue(bare)),
    period: isPeriod(bare),
    bold: tokens.some(token => token.bold) && tokens.every(token => token.bold || token.mark),
  };
}

/** Text of tokens in order; raised marks are left out, lowered indices stick to their word. */
export function readTokens(tokens: readonly Token[]): string {
  let text = '';
  let wasTied = false;
  let last: Token | undefined;
  for (const token of tokens) {
    if (token.mark) {
      last = token;
      continue;
    }
    const close =
      last !== undefined && token.x - right(last) < 0.12 * token.fontSize && token.y < bottom(last);
    const closes = close && /^[,.:;)]/.test(token.text);
    const glued = text === '' || token.tied || closes || (wasTied && close);
    text += glued ? token.text : ` ${token.text}`;
    wasTied = token.tied;
    last = token;
  }
  return text;
}

function toChunks(tokens: readonly Token[], divides: Divides, gaps: Gaps): Chunk[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && !apart(last, token, gaps) && !divides(last, token)) group.push(token);
    else groups.push([token]);
  }
  return groups.map(toChunk);
}

/** Words by baseline. Small raised or lowered words go with the line that they overlap. */
function baselines(words: readonly Token[]): Token[][] {
  const bySize = [...words].sort((a, b) => a.baseline - b.baseline || a.x - b.x);
  const usual = median(bySize.map(word => word.fontSize));
  const isSmall = (word: Token) => word.fontSize < 0.8 * usual;
  const lines: { baseline: number; em: number; words: Token[] }[] = [];
  for (const word of bySize.filter(word => !isSmall(word))) place(lines, word, SAME_LINE);
  for (const word of bySize.filter(isSmall)) place(lines, word, beside(lines, word) ? 0.75 : SAME_LINE);
  return lines.sort((a, b) => a.baseline - b.baseline).map(line => line.words);
}

function place(lines: { baseline: number; em: number; words: Token[] }[], word: Token, reach: number): void {
  let best: (typeof lines)[number] | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    const off = Math.abs(line.baseline - word.baseline);
    const em = reach > SAME_LINE ? line.em : Math.min(line.em, word.fontSize);
    if (off <= reach * em && (!best || off < Math.abs(best.baseline - word.baseline))) best = line;
  }
  if (best) best.words.push(word);
  else lines.push({ baseline: word.baseline, em: word.fontSize, words: [word] });
}

/** Whether a small word touches the end of a bigger one: a mark, an index, an exponent. */
function beside(lines: readonly { baseline: number; em: number; words: Token[] }[], word: Token): boolean {
  return lines.some(
    line =>
      Math.abs(line.baseline - word.baseline) < 0.75 * line.em &&
      line.words.some(
        host =>
          host.fontSize > 1.2 * word.fontSize &&
          word.x - right(host) < 0.35 * host.fontSize &&
          word.x - right(host) > -host.fontSize,
      ),
  );
}
