import type { TextRole } from '../../domain/reading.ts';
import { child, childrenOf, prefixed, type Xml } from '../package/xml.ts';

/** What a paragraph is, by its style or by itself. */
export interface ParagraphKind {
  readonly role: TextRole;
  readonly level?: number;
}

export interface Style {
  readonly kind: ParagraphKind | null;
  /** `w:numPr`, where the style numbers or bullets its paragraphs. */
  readonly numbering: Xml | null;
}

export type Styles = (id: string | undefined) => Style;

const MAX_BASES = 16;

export function readStyles(root: Xml | null): Styles {
  const styles = childrenOf(root, 'style').filter(
    style => (prefixed(style, 'type') ?? 'paragraph') === 'paragraph',
  );
  const byId = new Map(styles.map(style => [prefixed(style, 'styleId') ?? '', style]));
  const standard = styles.find(style => prefixed(style, 'default') === '1');
  const known = new Map<string | undefined, Style>();
  return id => {
    const found = known.get(id) ?? resolve(id === undefined ? standard : byId.get(id), byId);
    known.set(id, found);
    return found;
  };
}

/** From the style outwards to what it is based on. */
function resolve(style: Xml | undefined, byId: ReadonlyMap<string, Xml>): Style {
  let kind: ParagraphKind | null = null;
  let numbering: Xml | null = null;
  let at = style;
  for (let i = 0; at && i < MAX_BASES; i++) {
    kind ??= kindByName(prefixed(child(at, 'name'), 'val') ?? '') ?? kindByOutline(child(at, 'pPr'));
    numbering ??= child(child(at, 'pPr'), 'numPr');
    at = byId.get(prefixed(child(at, 'basedOn'), 'val') ?? '');
  }
  return { kind, numbering };
}

/** Word keeps the names of its own styles in English, whatever its language. */
function kindByName(name: string): ParagraphKind | null {
  const lower = name.toLowerCase();
  const heading = /^heading (\d)/.exec(lower);
  if (heading) return { role: 'heading', level: Number(heading[1]) };
  if (lower === 'title') return { role: 'title', level: 1 };
  if (lower === 'caption') return { role: 'caption' };
  if (/^(toc \d|table of figures|toc heading)/.test(lower)) return { role: 'line' };
  if (/^(footnote|endnote) text/.test(lower)) return { role: 'footnote' };
  if (/^list( bullet| number)/.test(lower))
    return { role: 'list', level: Number(/\d$/.exec(lower)?.[0] ?? 1) };
  return null;
}

/** Outline levels 0 to 8 are headings, 9 is body text. */
export function kindByOutline(properties: Xml | null): ParagraphKind | null {
  const level = Number(prefixed(child(properties, 'outlineLvl'), 'val') ?? Number.NaN);
  return level >= 0 && level < 9 ? { role: 'heading', level: level + 1 } : null;
}
