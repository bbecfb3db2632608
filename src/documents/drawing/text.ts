import { allOf, attr, child, childrenOf, elements, textOf, type Xml } from '../package/xml.ts';
import { raise } from '../superscript.ts';

/** A DrawingML paragraph. */
export interface Paragraph {
  /** Line breaks inside the paragraph are `\n`. */
  readonly text: string;
  /** List level from 0. */
  readonly level: number;
  /** What the paragraph itself says about a bullet; undefined where it leaves that to its style. */
  readonly bullet: boolean | undefined;
  /** Points, by its first sized run; undefined where that is left to the style. */
  readonly size: number | undefined;
}

/** The paragraphs of a text body, without empty ones. */
export function paragraphsOf(body: Xml | null): readonly Paragraph[] {
  return childrenOf(body, 'p').flatMap(p => {
    const text = paragraphText(p);
    if (text === '') return [];
    const properties = child(p, 'pPr');
    const sized = allOf(p, 'rPr').find(run => attr(run, 'sz') !== undefined);
    return [
      {
        text,
        level: Number(attr(properties, 'lvl') ?? 0) || 0,
        bullet: bulletOf(properties),
        size: sized && Number(attr(sized, 'sz')) / 100,
      },
    ];
  });
}

/** A text body as one line, paragraphs joined with spaces. */
export function plainText(body: Xml | null): string {
  return paragraphsOf(body)
    .map(paragraph => oneLine(paragraph.text))
    .join(' ');
}

/** White space of any kind as single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What an author wrote for those who can't see a picture; a file's name or a program's guess is none. */
export function altText(properties: Xml | null | undefined): string {
  const written = oneLine(attr(properties, 'descr') ?? attr(properties, 'title') ?? '');
  const own = written.replace(
    /\s*(?:Description automatically generated|AI-generated content may be incorrect)\b.*$/i,
    '',
  );
  return /^\S+\.(?:png|jpe?g|gif|emf|wmf|tiff?|bmp|svg|webp)$/i.test(own) ? '' : own.trim();
}

/** Whether paragraph properties switch a bullet on or off; undefined where they don't say. */
export function bulletOf(properties: Xml | null): boolean | undefined {
  for (const { name } of elements(properties)) {
    if (name === 'buNone') return false;
    if (name === 'buChar' || name === 'buAutoNum' || name === 'buBlip') return true;
  }
  return undefined;
}

function paragraphText(p: Xml): string {
  const text = elements(p).reduce(
    (line, piece) => (isRaised(piece) ? raise(line, pieceText(piece)) : line + pieceText(piece)),
    '',
  );
  return text.replaceAll('\v', '\n').trim();
}

function isRaised(piece: Xml): boolean {
  return Number(attr(child(piece, 'rPr'), 'baseline') ?? 0) > 0;
}

function pieceText(piece: Xml): string {
  if (piece.name === 'br') return '\n';
  if (piece.name === 'r' || piece.name === 'fld') return textOf(child(piece, 't'));
  const formula = allOf(piece, 'oMath');
  return formula.flatMap(math => allOf(math, 't').map(textOf)).join('');
}
