import { stringify } from 'yaml';
import type { Report } from '../../domain/report.ts';
import { sha256 } from '../../lib/hash.ts';
import { plain } from '../plain.ts';
import type { MarkdownOptions } from './context.ts';

/** Machine-written YAML between `---` lines: sorted keys, nothing that depends on when or where it ran. */
export function frontMatter(report: Report, options: MarkdownOptions, body: string): string {
  const fields = {
    citations: report.citations.length,
    content_hash: `sha256:${sha256(body)}`,
    dossier_version: options.version,
    findings: report.findingCount,
    lang: report.lang,
    pages_read: report.coverage.reduce((sum, line) => sum + line.read + line.lowConfidence, 0),
    questions: report.asked.map(plain),
    run: report.run,
    sources_failed: report.coverage.filter(line => line.failure !== null).length + report.rejected.length,
    sources_read: report.coverage.filter(line => line.failure === null).length,
    stopped: report.stop,
    title: plain(report.title),
  };
  return `---\n${stringify(fields, { sortMapEntries: true, lineWidth: 0 })}---\n`;
}
