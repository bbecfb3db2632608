import { readFileSync } from 'node:fs';
import { fontFiles } from './files.ts';
import { type AdvanceOf, readAdvances } from './metrics.ts';

export interface TextStyle {
  /** In any unit; widths come back in the same. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Width of a line of text in the unit of `style.size`. What the font lacks counts as a full square. */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  const advance = bold ? fonts().bold : fonts().regular;
  let thousandths = 0;
  for (const character of text) thousandths += advance(character.codePointAt(0) ?? 0) ?? 1000;
  return (thousandths * size) / 1000;
}

/** Breaks text into lines at most `width` wide, at spaces; a word wider than a line is broken inside. */
export function wrapText(text: string, width: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap(part => pieces(part, width, style))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, style) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** At most `count` lines; the last one ends in an ellipsis where something was left out. */
export function fitLines(
  text: string,
  width: number,
  style: TextStyle & { readonly count: number },
): readonly string[] {
  const lines = wrapText(text, width, style);
  if (lines.length <= style.count) return lines;
  const kept = lines.slice(0, style.count);
  let last = kept.pop() ?? '';
  while (last !== '' && textWidth(`${last}…`, style) > width) last = last.slice(0, -1).trimEnd();
  return [...kept, `${last.replace(/[\s,;:.–-]+$/, '')}…`];
}

function pieces(word: string, width: number, style: TextStyle): readonly string[] {
  if (textWidth(word, style) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, style) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function fonts(): { readonly regular: AdvanceOf; readonly bold: AdvanceOf } {
  if (loaded === undefined) {
    const files = fontFiles();
    loaded = {
      regular: readAdvances(readFileSync(files.regular)),
      bold: readAdvances(readFileSync(files.bold)),
    };
  }
  return loaded;
}

let loaded: { readonly regular: AdvanceOf; readonly bold: AdvanceOf } | undefined;
