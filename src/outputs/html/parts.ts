import { counted } from '../../lib/counted.ts';
import { unreadGroups } from '../coverage.ts';
import { methodSentences } from '../method.ts';
import type { Context } from './context.ts';
import { tableHtml } from './table.ts';
import { tag, text } from './tag.ts';

const COLUMNS = ['Source', 'Pages', 'Read', 'Low confidence', 'Skipped', 'Failed'];

/** The coverage ledger: sources, figures not read, files not opened. */
export function coverage({ report }: Context): string {
  const ledger = tableHtml({
    caption: '',
    columns: COLUMNS.map((label, index) => ({ label, number: index > 0 })),
    rows: report.coverage.map(line => [
      line.path,
      ...[line.pages, line.read, line.lowConfidence, line.skipped, line.failed].map(String),
    ]),
  });
  const groups = unreadGroups(report.coverage);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const unread = groups.map(({ path, places, message }) =>
    tag('li', {}, text(`${path}: ${places} — ${message}`)),
  );
  const failed = [
    ...report.coverage.flatMap(({ path, failure }) => (failure ? [{ path, failure }] : [])),
    ...report.rejected,
  ].map(({ path, failure }) => tag('li', {}, text(`${path} — ${failure.message} (${failure.code})`)));
  return [
    report.coverage.length === 0 ? '' : ledger,
    unread.length === 0
      ? ''
      : tag(
          'details',
          {},
          tag('summary', {}, `Figures seen but not read: ${count}`),
          tag('ul', {}, ...unread),
        ),
    failed.length === 0 ? '' : tag('h3', {}, 'Sources not read') + tag('ul', {}, ...failed),
  ].join('\n');
}

export function method({ report }: Context): string {
  const notes = report.notes.map(note => tag('li', {}, text(note)));
  const sentences = methodSentences(report, 'citation').map(sentence => text(sentence));
  return tag('p', {}, sentences.join(' ')) + (notes.length === 0 ? '' : tag('ul', {}, ...notes));
}

export function sources({ report }: Context): string {
  const items = report.sources.map(source => {
    const unit = source.kind === 'pptx' ? 'slide' : source.kind === 'xlsx' ? 'sheet' : 'page';
    const details = [source.path, source.published, counted(source.pages, unit)].filter(part => part !== '');
    const title =
      source.title === '' || source.title === source.path ? '' : `${tag('cite', {}, text(source.title))}, `;
    const print = tag('code', { title: `sha256 ${source.sha256}` }, source.sha256.slice(0, 12));
    return tag('li', {}, title, text(details.join(', ')), ' ', print);
  });
  return items.length === 0 ? '' : tag('ol', {}, ...items);
}
