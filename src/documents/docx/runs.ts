import { allOf, child, elements, prefixed, textOf, type Xml } from '../package/xml.ts';
import { raise } from '../superscript.ts';

/** What a paragraph holds, in order. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break'; readonly rendered: boolean }
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'drawing'; readonly xml: Xml };

export function piecesOf(parent: Xml): readonly Piece[] {
  return elements(parent).flatMap(element => PIECES[element.name]?.(element) ?? []);
}

/** One line of text. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces
    .map(piece => (piece.kind === 'text' ? piece.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const within = (element: Xml) => piecesOf(element);
const text = (content: string): readonly Piece[] => [{ kind: 'text', text: content }];
const drawing = (xml: Xml): readonly Piece[] => [{ kind: 'drawing', xml }];

/** Deleted text (`w:del`, `w:moveFrom`) has no entry, and so is left out. */
const PIECES: Readonly<Record<string, (element: Xml) => readonly Piece[]>> = {
  r: run,
  hyperlink: within,
  ins: within,
  moveTo: within,
  smartTag: within,
  customXml: within,
  sdt: within,
  sdtContent: within,
  fldSimple: within,
  bdo: within,
  dir: within,
  ruby: element =>
    elements(element)
      .filter(part => part.name === 'rubyBase')
      .flatMap(piecesOf),
  t: element => text(textOf(element)),
  tab: () => text(' '),
  cr: () => text(' '),
  br: element => (prefixed(element, 'type') === 'page' ? [{ kind: 'break', rendered: false }] : text(' ')),
  lastRenderedPageBreak: () => [{ kind: 'break', rendered: true }],
  noBreakHyphen: () => text('-'),
  sym: element => text(symbol(element)),
  oMath: element => text(formula(element)),
  oMathPara: element => text(formula(element)),
  footnoteReference: element => [{ kind: 'note', id: `footnote ${prefixed(element, 'id')}` }],
  endnoteReference: element => [{ kind: 'note', id: `endnote ${prefixed(element, 'id')}` }],
  drawing,
  pict: drawing,
  object: drawing,
};

function run(element: Xml): readonly Piece[] {
  const align = prefixed(child(child(element, 'rPr'), 'vertAlign'), 'val');
  const pieces = piecesOf(element);
  if (align !== 'superscript') return pieces;
  return pieces.map(piece => (piece.kind === 'text' ? { kind: 'text', text: raise('', piece.text) } : piece));
}

/** Symbol fonts keep their characters in the private area, where only the usual bullets mean anything. */
function symbol(element: Xml): string {
  const code = Number.parseInt(prefixed(element, 'char') ?? '', 16);
  return Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff) || code > 0x10ffff
    ? ''
    : String.fromCodePoint(code);
}

function formula(element: Xml): string {
  return allOf(element, 't').map(textOf).join('');
}
