import type { CoverageLine, Report } from '../../domain/report.ts';
import { unreadGroups } from '../coverage.ts';
import { plain } from '../plain.ts';
import { escapeInline } from './escape.ts';
import { pipeTable } from './table.ts';

const COLUMNS = ['Source', 'Pages', 'Read', 'Low confidence', 'Skipped', 'Failed'];

/** The ledger: every source with its pages, the figures that were not read, and the files that could not be opened. */
export function coverage(report: Report): string {
  const parts = [
    report.coverage.length === 0 ? '' : ledger(report.coverage),
    unread(report),
    notOpened(report),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

function ledger(lines: readonly CoverageLine[]): string {
  return pipeTable({
    columns: COLUMNS.map((label, index) => ({ label, number: index > 0 })),
    rows: lines.map(line => [
      escapeInline(line.path),
      ...[line.pages, line.read, line.lowConfidence, line.skipped, line.failed].map(String),
    ]),
  });
}

function unread(report: Report): string {
  const groups = unreadGroups(report.coverage);
  if (groups.length === 0) return '';
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const items = groups.map(
    group =>
      `- ${escapeInline(group.path)}: ${group.places} — ${escapeInline(group.message)} (\`${group.code}\`)`,
  );
  const list = items.join('\n');
  return `<details>\n<summary>Figures seen but not read: ${count}</summary>\n\n${list}\n\n</details>`;
}

function notOpened(report: Report): string {
  const failed = [
    ...report.coverage.flatMap(({ path, failure }) => (failure ? [{ path, failure }] : [])),
    ...report.rejected,
  ];
  if (failed.length === 0) return '';
  const items = failed.map(
    ({ path, failure }) =>
      `- ${escapeInline(path)} — ${escapeInline(failure.message)} (\`${plain(failure.code)}\`)`,
  );
  return `### Sources not read\n\n${items.join('\n')}`;
}
