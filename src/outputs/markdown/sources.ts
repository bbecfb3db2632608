import type { Report, SourceEntry } from '../../domain/report.ts';
import { counted } from '../../lib/counted.ts';
import { plain } from '../plain.ts';
import { escapeInline, escapeLine } from './escape.ts';

/** One numbered line a source: title, file, extent, date, fingerprint. */
export function sources(report: Report): string {
  return report.sources.map((source, index) => `${index + 1}. ${entry(source)}`).join('\n');
}

function entry(source: SourceEntry): string {
  const title = plain(source.title);
  const path = plain(source.path);
  const unit = source.kind === 'pptx' ? 'slide' : source.kind === 'xlsx' ? 'sheet' : 'page';
  return [
    ...(title === '' || title === path
      ? [escapeLine(path)]
      : [`*${escapeInline(title)}*`, escapeInline(path)]),
    ...(plain(source.published) === '' ? [] : [escapeInline(source.published)]),
    counted(source.pages, unit),
    `sha256 \`${source.sha256.slice(0, 12)}\``,
  ].join(', ');
}
