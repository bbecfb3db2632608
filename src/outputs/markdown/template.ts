import { readFileSync } from 'node:fs';
import { lexer } from 'marked';
import { UsageError } from '../../errors.ts';

/** What a template may ask for, each as `{name}` in a paragraph of its own; `{title}` stands in a heading. */
const SLOTS = [
  'title',
  'answer',
  'key-findings',
  'sections',
  'disagreements',
  'open',
  'coverage',
  'method',
  'sources',
] as const;
export type Slot = (typeof SLOTS)[number];

/** A heading (as Markdown, or '') and what stands under it: slots, and Markdown of the template's own. */
export interface TemplatePart {
  readonly heading: string;
  readonly items: readonly (Slot | { readonly markdown: string })[];
}

export type ReportTemplate = readonly TemplatePart[];

/** The outline that ships with Dossier, `templates/report/default.md`. */
export function defaultTemplate(): ReportTemplate {
  const path = new URL('../../../templates/report/default.md', import.meta.url);
  loaded ??= parseTemplate(readFileSync(path, 'utf8'));
  return loaded;
}

let loaded: ReportTemplate | undefined;

/**
 * A report's outline from Markdown: parts begin at headings, and `{sections}`, which brings headings of its own,
 * begins one too.
 * @throws UsageError for a slot that isn't known
 */
export function parseTemplate(text: string): ReportTemplate {
  const parts: { heading: string; items: TemplatePart['items'][number][] }[] = [];
  for (const token of lexer(text)) {
    const slot = token.type === 'paragraph' ? slotOf(token.raw) : null;
    if (token.type === 'space') continue;
    if (token.type === 'heading') parts.push({ heading: token.raw.trim(), items: [] });
    else if (slot === 'sections' || parts.length === 0) parts.push({ heading: '', items: [] });
    if (token.type !== 'heading') parts.at(-1)?.items.push(slot ?? { markdown: token.raw.trim() });
  }
  return parts;
}

function slotOf(paragraph: string): Slot | null {
  const name = /^\{([\w-]+)\}$/.exec(paragraph.trim())?.[1];
  if (name === undefined) return null;
  const slot = SLOTS.find(known => known === name);
  if (slot) return slot;
  throw new UsageError(`The report template asks for "{${name}}", which Dossier doesn't know.`, {
    hint: `It may ask for ${SLOTS.map(known => `{${known}}`).join(', ')}.`,
  });
}
