import type { Box } from '../../domain/box.ts';
import type { LineSpan, TextRole } from '../../domain/reading.ts';
import type { TextRegion } from '../../domain/region.ts';
import { type Bounds, union } from './bounds.ts';
import type { Hyphens } from './hyphens.ts';
import type { Line } from './lines.ts';

export interface TextRegionInput {
  readonly lines: readonly Line[];
  readonly role: TextRole;
  readonly level?: number;
  readonly hyphens: Hyphens;
  readonly toBox: (bounds: Bounds) => Box;
}

/** Lines joined into running text, with the place in it where each line starts. */
export function textRegion({ lines, role, level, hyphens, toBox }: TextRegionInput): TextRegion {
  let text = '';
  const spans: LineSpan[] = [];
  for (const line of lines) {
    const before = text;
    text = before === '' ? line.text : hyphens.join(before, line.text);
    // A line starts where its own text does, behind the hyphen or space that joined it.
    spans.push({ at: text.length - line.text.length, box: toBox(line) });
  }
  return {
    kind: 'text',
    role,
    ...(level === undefined ? {} : { level }),
    text: text.replaceAll('\u00ad', '-'),
    lines: spans,
    box: toBox(union(lines)),
  };
}
