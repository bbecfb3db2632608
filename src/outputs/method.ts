import type { Report } from '../domain/report.ts';
import { counted } from '../lib/counted.ts';
import { stopWords } from './stop.ts';

/** How the report came about, in sentences that hold for every run. */
export function methodSentences(report: Report, note: 'footnote' | 'citation'): readonly string[] {
  const pages = report.coverage.reduce((sum, line) => sum + line.pages, 0);
  const read = report.coverage.reduce((sum, line) => sum + line.read + line.lowConfidence, 0);
  const stop = stopWords(report.stop);
  return [
    `Dossier read ${read} of the ${counted(pages, 'page')} in ${counted(report.coverage.length, 'source')} and kept ${counted(report.findingCount, 'finding')}.`,
    `A sentence with a ${note} rests on findings, and each finding on a quoted place in a source, which the ${note} leads to.`,
    'Confidence runs from 0 to 1 and says how sure the reading of that place is, not whether the source is right.',
    'Numbers stand as the sources print them; charts are drawn again from the cited numbers.',
    ...(stop === '' ? [] : [`The run ended early because ${stop}; the coverage ledger names what was left.`]),
  ];
}
