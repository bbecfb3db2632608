import type { Report, Section, Sentence } from '../../domain/report.ts';
import { methodSentences } from '../method.ts';
import { stopWords } from '../stop.ts';
import { blockToMarkdown } from './blocks/index.ts';
import { type Claim, takeClaims } from './claims.ts';
import { type Context, contextOf, type MarkdownOptions } from './context.ts';
import { coverage } from './coverage.ts';
import { escapeInline, escapeLine } from './escape.ts';
import { footnotes } from './footnotes.ts';
import { frontMatter } from './front-matter.ts';
import { sentenceLine } from './sentence.ts';
import { sources } from './sources.ts';
import type { Slot, TemplatePart } from './template.ts';

export type { Claim } from './claims.ts';
export type { MarkdownOptions } from './context.ts';

/** The report as GitHub-flavoured Markdown. The same report and options give the same bytes. */
export function toMarkdown(report: Report, options: MarkdownOptions): string {
  return toMarkdownWithClaims(report, options).markdown;
}

/** The same, and for every sentence about findings where it stands in the text. */
export function toMarkdownWithClaims(
  report: Report,
  options: MarkdownOptions,
): { readonly markdown: string; readonly claims: readonly Claim[] } {
  const context = contextOf(report, options);
  const { text: body, claims } = takeClaims(bodyOf(context), context.marked);
  const front = `${frontMatter(report, options, body)}\n`;
  const shifted = claims.map(claim => ({
    ...claim,
    start: claim.start + front.length,
    end: claim.end + front.length,
  }));
  return { markdown: front + body, claims: shifted.filter(claim => claim.findings.length > 0) };
}

function bodyOf(context: Context): string {
  const parts = context.template.flatMap(part => partOf(part, context));
  return `${[...parts, footnotes(context)].filter(text => text !== '').join('\n\n')}\n`;
}

/** A heading and what stands under it; nothing at all where its slots are empty. */
function partOf({ heading, items }: TemplatePart, context: Context): readonly string[] {
  const shown = items.map(item => (typeof item === 'string' ? FILLERS[item](context) : item.markdown));
  const slots = shown.filter((_, i) => typeof items[i] === 'string');
  if (slots.length > 0 && slots.every(text => text === '')) return [];
  return [heading.replaceAll('{title}', () => FILLERS.title(context)), ...shown];
}

/** What fills each slot of a template. */
const FILLERS = {
  title: ({ report }) => escapeInline(report.title),
  answer: context => joined([stopped(context.report), lines(context.report.answer, context)]),
  'key-findings': context => list(context.report.keyFindings, context, true),
  sections: context => joined(context.report.sections.map(section => sectionOf(section, context))),
  disagreements: context => list(context.report.disagreements, context),
  open: context => list(context.report.open, context),
  coverage: ({ report }) => coverage(report),
  method: ({ report }) => method(report),
  sources: ({ report }) => sources(report),
} satisfies { [K in Slot]: (context: Context) => string };

function sectionOf(section: Section, context: Context): string {
  const blocks = section.blocks.map(block => blockToMarkdown(block, context));
  const filled = blocks.length > 0 ? blocks : ['No evidence was found in the sources.'];
  return joined([`## ${escapeInline(section.title)}`, ...filled]);
}

function joined(texts: readonly string[]): string {
  return texts.filter(text => text !== '').join('\n\n');
}

function lines(sentences: readonly Sentence[], context: Context): string {
  return sentences.map(sentence => sentenceLine(sentence, context)).join('\n');
}

function list(sentences: readonly Sentence[], context: Context, numbered = false): string {
  return sentences
    .map((sentence, index) => `${numbered ? `${index + 1}.` : '-'} ${sentenceLine(sentence, context)}`)
    .join('\n');
}

function stopped(report: Report): string {
  const why = stopWords(report.stop);
  return why === '' ? '' : `> **Incomplete:** ${why}, so that some pages were left unread (see Coverage).`;
}

function method(report: Report): string {
  const notes = report.notes.map(note => `- ${escapeLine(note)}`).join('\n');
  const text = methodSentences(report, 'footnote').join('\n');
  return notes === '' ? text : `${text}\n\n${notes}`;
}
