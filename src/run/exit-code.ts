import type { Report } from '../domain/report.ts';
import { EXIT, type ExitCode } from '../errors.ts';

/** How a run that came to its end is to be reported to a shell. */
export function exitOf(report: Report, { strict }: { readonly strict: boolean }): ExitCode {
  if (report.stop === 'interrupted') return EXIT.interrupted;
  if (report.stop !== 'done') return EXIT.limit;
  const unread = report.rejected.length > 0 || report.coverage.some(line => line.failure !== null);
  if (!unread && report.open.length === 0) return EXIT.done;
  return strict ? EXIT.gate : EXIT.partial;
}
