import type { Report, Sentence } from '../../domain/report.ts';
import { plain } from '../plain.ts';
import { stopWords } from '../stop.ts';
import { defaultTheme, type Theme } from '../theme.ts';
import { blockToHtml } from './blocks/index.ts';
import { type Context, contextOf, type HtmlOptions } from './context.ts';
import { evidence } from './evidence.ts';
import { coverage, method, sources } from './parts.ts';
import { sentenceHtml } from './sentence.ts';
import { styleSheet } from './style.ts';
import { open, tag, text } from './tag.ts';

export type { HtmlOptions } from './context.ts';

// Nothing is loaded and nothing runs: the file can be opened anywhere, whatever the documents hold.
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The report as one self-contained page: a click on a citation shows the page it was read from with the box drawn on
 * it. The same input gives the same bytes.
 */
export function toHtml(report: Report, options: HtmlOptions, theme: Theme = defaultTheme()): string {
  const context = contextOf(report, options, theme);
  const article = articleOf(context);
  const proof = evidence(context);
  return [
    '<!doctype html>',
    open('html', { lang: report.lang }),
    tag(
      'head',
      {},
      open('meta', { charset: 'utf-8' }),
      open('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      open('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      tag('title', {}, text(report.title)),
      tag('style', {}, styleSheet(theme)),
    ),
    '<body>',
    tag('a', { class: 'skip', href: '#report' }, 'Skip to the report'),
    tag('main', { id: 'report', tabindex: 0 }, article),
    tag(
      'aside',
      { id: 'evidence', tabindex: 0, 'aria-label': 'Evidence' },
      tag('h2', {}, 'Evidence'),
      proof === '' ? tag('p', {}, 'Nothing is cited.') : proof,
    ),
    '</body>',
    '</html>\n',
  ].join('\n');
}

function articleOf(context: Context): string {
  const { report } = context;
  const questions = report.asked.map(question => tag('li', {}, text(question)));
  return [
    tag(
      'header',
      {},
      tag('h1', {}, text(report.title)),
      tag('ul', { class: 'asked' }, ...questions),
      stopped(report),
    ),
    part('Answer', 'answer', prose(report.answer, context)),
    part('Key findings', 'key-findings', list('ol', report.keyFindings, context)),
    ...report.sections.map((section, index) =>
      part(
        plain(section.title),
        `section-${index + 1}`,
        section.blocks.map(block => blockToHtml(block, context)).join('\n') ||
          tag('p', {}, 'No evidence was found in the sources.'),
      ),
    ),
    part('Disagreements', 'disagreements', list('ul', report.disagreements, context)),
    part('What could not be answered', 'open', list('ul', report.open, context)),
    part('Coverage', 'coverage', coverage(context)),
    part('Method', 'method', method(context)),
    part('Sources', 'sources', sources(context)),
  ]
    .filter(html => html !== '')
    .join('\n');
}

function part(title: string, id: string, content: string): string {
  return content === '' ? '' : tag('section', { id, class: id }, tag('h2', {}, text(title)), content);
}

function prose(sentences: readonly Sentence[], context: Context): string {
  if (sentences.length === 0) return '';
  return tag(
    'div',
    { class: 'lead' },
    ...sentences.map(sentence => tag('p', {}, sentenceHtml(sentence, context))),
  );
}

function list(kind: 'ol' | 'ul', sentences: readonly Sentence[], context: Context): string {
  if (sentences.length === 0) return '';
  return tag(kind, {}, ...sentences.map(sentence => tag('li', {}, sentenceHtml(sentence, context))));
}

function stopped(report: Report): string {
  const why = stopWords(report.stop);
  return why === ''
    ? ''
    : tag('p', { class: 'warning' }, text(`Incomplete: ${why}, so that some pages were left unread.`));
}
