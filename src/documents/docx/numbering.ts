import { child, childrenOf, numberAttr, prefixed, type Xml } from '../package/xml.ts';

/** Counts numbered paragraphs as Word does. */
export interface Numbering {
  /** The label of the next paragraph of that list and level: "2.1", "a)"; '' for a bullet or an unknown list. */
  next(list: string, level: number): string;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

export function readNumbering(root: Xml | null): Numbering {
  const abstracts = new Map(
    childrenOf(root, 'abstractNum').map(a => [prefixed(a, 'abstractNumId') ?? '', a]),
  );
  const lists = new Map(
    childrenOf(root, 'num').map(num => {
      const abstractId = prefixed(child(num, 'abstractNumId'), 'val') ?? '';
      return [prefixed(num, 'numId') ?? '', { abstractId, levels: levelsOf(abstracts.get(abstractId)) }];
    }),
  );
  const counts = new Map<string, number[]>();
  return {
    next(list, level) {
      const found = lists.get(list);
      const own = found?.levels.get(level);
      if (!found || !own || level < 0 || level > 8) return '';
      const count = counts.get(found.abstractId) ?? [];
      for (let i = 0; i < level; i++) count[i] ??= found.levels.get(i)?.start ?? 1;
      count[level] = (count[level] ?? own.start - 1) + 1;
      count.length = level + 1;
      counts.set(found.abstractId, count);
      return own.format === 'bullet' || own.format === 'none' ? '' : label(own.text, count, found.levels);
    },
  };
}

function levelsOf(abstract: Xml | undefined): ReadonlyMap<number, Level> {
  return new Map(
    childrenOf(abstract, 'lvl').map(lvl => [
      numberAttr(lvl, 'ilvl') ?? 0,
      {
        format: prefixed(child(lvl, 'numFmt'), 'val') ?? 'decimal',
        text: prefixed(child(lvl, 'lvlText'), 'val') ?? '',
        start: numberAttr(child(lvl, 'start'), 'val') ?? 1,
      },
    ]),
  );
}

function label(pattern: string, count: readonly number[], levels: ReadonlyMap<number, Level>): string {
  return pattern.replace(/%(\d)/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    return inFormat(count[level] ?? 1, levels.get(level)?.format ?? 'decimal');
  });
}

function inFormat(n: number, format: string): string {
  if (format === 'lowerLetter') return letters(n);
  if (format === 'upperLetter') return letters(n).toUpperCase();
  if (format === 'lowerRoman') return roman(n);
  if (format === 'upperRoman') return roman(n).toUpperCase();
  return String(n);
}

/** Word goes on with aa, bb after z. */
function letters(n: number): string {
  const index = Math.max(n - 1, 0);
  return String.fromCharCode(97 + (index % 26)).repeat(Math.min(Math.floor(index / 26) + 1, 5));
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(n: number): string {
  let rest = Math.min(n, 3_999);
  let text = '';
  for (const [value, letter] of ROMAN) {
    while (rest >= value) {
      text += letter;
      rest -= value;
    }
  }
  return text;
}
