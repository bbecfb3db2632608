import { readFileSync } from 'node:fs';
import { lexer, type Token } from 'marked';
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
  loaded ??= parseTemplate(readFileSync(path, 'utf8'), 'templates/report/default.md');
  return loaded;
}

let loaded: ReportTemplate | undefined;

/**
 * A report's outline from Markdown: parts begin at headings, and `{sections}`, which brings headings of its own,
 * begins one too.
 * @param name of the file, for messages
 * @throws UsageError for a slot that isn't known or stands twice, with its line; for an outline without any
 */
export function parseTemplate(text: string, name: string): ReportTemplate {
  const parts: { heading: string; items: TemplatePart['items'][number][] }[] = [];
  for (const { token, slot } of tokensOf(text, name)) {
    if (token.type === 'heading') {
      parts.push({ heading: token.raw.trim(), items: [] });
      continue;
    }
    if (slot === 'sections' || parts.length === 0) parts.push({ heading: '', items: [] });
    parts.at(-1)?.items.push(slot ?? { markdown: token.raw.trim() });
  }
  return parts;
}

/** What isn't blank, with the slot it asks for. */
function tokensOf(
  text: string,
  name: string,
): readonly { readonly token: Token; readonly slot: Slot | null }[] {
  const asked = new Set<Slot>();
  let line = 1;
  const tokens = lexer(text).map(token => {
    const where = `${name}:${line}`;
    line += token.raw.split('\n').length - 1;
    const slot = token.type === 'paragraph' ? slotOf(token.raw, where) : null;
    if (slot !== null && asked.has(slot)) throw twice(slot, where);
    if (slot !== null) asked.add(slot);
    return { token, slot };
  });
  if (asked.size > 0) return tokens.filter(({ token }) => token.type !== 'space');
  throw new UsageError(`${name} asks for no part of a report.`, { hint: KNOWN });
}

const KNOWN = `A paragraph of its own may ask for one of ${SLOTS.map(known => `{${known}}`).join(', ')}.`;

function slotOf(paragraph: string, where: string): Slot | null {
  const name = /^\{([\w-]+)\}$/.exec(paragraph.trim())?.[1];
  if (name === undefined) return null;
  const slot = SLOTS.find(known => known === name);
  if (slot) return slot;
  throw new UsageError(`${where} asks for "{${name}}", which Dossier doesn't know.`, { hint: KNOWN });
}

function twice(slot: Slot, where: string): UsageError {
  return new UsageError(`${where} asks for "{${slot}}" a second time.`, {
    hint: 'Each part of a report stands in it once.',
  });
}
