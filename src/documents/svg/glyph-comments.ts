import type { TextMark } from '../../domain/mark.ts';
import type { Matrix } from '../pdf/matrix.ts';
import { raise } from '../superscript.ts';
import type { SvgNode } from './parse.ts';
import { placeText } from './place-text.ts';

/**
 * Matplotlib draws letters as outlines a hundred units to the em, and says in a comment before them what they spell:
 * `<!-- 12 --><g transform="…"><use …/></g>`.
 */
const EM = 100;

/** The text that a group of letters spells, where a comment says so; '' for any other group. */
export function spelledBy({ name, comment, children }: SvgNode): string {
  if (comment === undefined || name !== 'g') return '';
  const drawn = children.filter(child => typeof child !== 'string' && child.name !== 'defs') as SvgNode[];
  const letters = drawn.filter(child => child.name === 'use');
  return letters.length > 0 && drawn.every(child => LETTERING.has(child.name)) ? plainMath(comment) : '';
}

const LETTERING: ReadonlySet<string> = new Set(['use', 'path', 'rect']);

/** @param extent from the first letter's left to the last one's right, in the group's units, y upwards */
export function spelledMark(
  text: string,
  extent: { readonly x0: number; readonly x1: number },
  { matrix, color }: { readonly matrix: Matrix; readonly color: string },
): TextMark {
  const [a, b, c, d, e, f] = matrix;
  const line = { text, from: extent.x0, to: extent.x1, baseline: 0, size: EM, bold: false, color };
  return placeText(line, [a, b, -c, -d, e, f]);
}

/** `$\mathdefault{10^{3}}$` as 10³. */
function plainMath(comment: string): string {
  return comment.replace(/\$([^$]*)\$/g, (_, math: string) => {
    const bare = math
      .replace(/\\(?:mathdefault|mathregular|mathrm|mathbf|mathit|text)\b/g, '')
      .replace(/\\times\s*/g, '×')
      .replace(/\\(?:cdot|,|;|!|:|\s)/g, ' ')
      .replace(/\\([%$&#_])/g, '$1');
    const raised = bare.replace(/\^(?:\{([^{}]*)\}|(.))/g, (_all, group?: string, sign?: string) =>
      raise('', group ?? sign ?? ''),
    );
    return raised.replace(/_(?=\{|.)|[{}]/g, '').trim();
  });
}
