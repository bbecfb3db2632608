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
  const { report } = context;
  const parts = [
    `# ${escapeInline(report.title)}`,
    ...part('Answer', stopped(report), lines(report.answer, context)),
    ...part('Key findings', list(report.keyFindings, context, true)),
    ...report.sections.flatMap(section => sectionOf(section, context)),
    ...part('Disagreements', list(report.disagreements, context)),
    ...part('What could not be answered', list(report.open, context)),
    ...part('Coverage', coverage(report)),
    ...part('Method', method(report)),
    ...part('Sources', sources(report)),
    footnotes(context),
  ];
  return `${parts.filter(text => text !== '').join('\n\n')}\n`;
}

/** A heading and what stands under it; nothing at all where that is empty. */
function part(title: string, ...content: readonly string[]): readonly string[] {
  const filled = content.filter(text => text !== '');
  return filled.length === 0 ? [] : [`## ${escapeInline(title)}`, ...filled];
}

function sectionOf(section: Section, context: Context): readonly string[] {
  const blocks = section.blocks.map(block => blockToMarkdown(block, context));
  return part(section.title, ...(blocks.length > 0 ? blocks : ['No evidence was found in the sources.']));
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
