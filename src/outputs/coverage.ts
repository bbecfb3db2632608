import type { CoverageLine } from '../domain/report.ts';
import { counted } from '../lib/counted.ts';
import { pageName, pageRanges } from './place.ts';
import { plain } from './plain.ts';

/** Unread figures of one source that share a reason. */
export interface UnreadGroup {
  readonly path: string;
  readonly count: number;
  /** `12 figures on p. 3, 5, 7–9`. */
  readonly places: string;
  readonly code: string;
  readonly message: string;
}

/** A source can hold hundreds of unread figures with one reason: they are told as one line, by page. */
export function unreadGroups(lines: readonly CoverageLine[]): readonly UnreadGroup[] {
  return lines.flatMap(line => {
    const codes = [...new Set(line.unreadFigures.map(figure => figure.failure.code))];
    return codes.map(code => {
      const figures = line.unreadFigures.filter(figure => figure.failure.code === code);
      const word = pageName(line.kind, 0).replace(/ 0$/, '');
      return {
        path: plain(line.path),
        count: figures.length,
        places: `${counted(figures.length, 'figure')} on ${word} ${pageRanges(figures.map(f => f.page))}`,
        code: plain(code),
        message: plain(figures[0]?.failure.message ?? ''),
      };
    });
  });
}
