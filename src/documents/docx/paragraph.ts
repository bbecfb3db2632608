import { child, numberAttr, prefixed, type Xml } from '../package/xml.ts';
import type { BodyContext } from './body.ts';
import { kindByOutline, type ParagraphKind } from './styles.ts';

/**
 * What a paragraph is, and its text with the number that Word prints before it. A numbered paragraph without text
 * doesn't count.
 */
export function paragraphKind(
  properties: Xml | null,
  { styles, numbering }: BodyContext,
  counts: boolean,
): { readonly kind: ParagraphKind; readonly take: (text: string) => string } {
  const style = styles(prefixed(child(properties, 'pStyle'), 'val'));
  const own = child(properties, 'numPr');
  const list = listOf(own) ?? listOf(style.numbering);
  const level =
    numberAttr(child(own, 'ilvl'), 'val') ?? numberAttr(child(style.numbering, 'ilvl'), 'val') ?? 0;
  let label = list !== undefined && list !== '0' && counts ? numbering.next(list, level) : '';
  const listed: ParagraphKind = { role: list !== undefined && list !== '0' ? 'list' : 'paragraph' };
  const kind =
    kindByOutline(properties) ??
    style.kind ??
    (listed.role === 'list' ? { ...listed, level: level + 1 } : listed);
  return {
    kind,
    take(text) {
      const numbered = label === '' ? text : `${label} ${text}`;
      label = '';
      return numbered;
    },
  };
}

function listOf(numbering: Xml | null): string | undefined {
  return prefixed(child(numbering, 'numId'), 'val');
}
