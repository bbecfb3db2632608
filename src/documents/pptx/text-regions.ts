import type { Box } from '../../domain/box.ts';
import type { LineSpan, TextRole } from '../../domain/reading.ts';
import type { TextRegion } from '../../domain/region.ts';
import { unionBox } from '../../lib/box.ts';
import { oneLine, type Paragraph } from '../drawing/text.ts';
import type { ParagraphStyle, Placeholder } from './placeholder.ts';

interface TextShape {
  readonly box: Box;
  readonly anchor: string;
  readonly placeholder: Placeholder | null;
  readonly paragraphs: readonly Paragraph[];
  readonly styleOf: (level: number) => ParagraphStyle;
}

/** Points of the slide, to turn font sizes into fractions of it. */
interface SlideSize {
  readonly width: number;
  readonly height: number;
}

const ROLES: Readonly<Record<string, TextRole>> = {
  title: 'title',
  ctrTitle: 'title',
  ftr: 'footer',
  dt: 'footer',
  sldNum: 'footer',
  hdr: 'header',
};

/** A short text box (a figure with its label, a caption) is one region; else each paragraph is one. */
export function textRegions(shape: TextShape, slide: SlideSize): readonly TextRegion[] {
  const role = ROLES[shape.placeholder?.type ?? ''] ?? 'paragraph';
  const boxes = stack(shape, slide);
  if (role !== 'paragraph') {
    return join(shape.paragraphs, boxes, role === 'title' ? { role, level: 1 } : { role });
  }
  if (belongsTogether(shape)) return join(shape.paragraphs, boxes, { role });
  return shape.paragraphs.flatMap((paragraph, i) => {
    const listed = isListed(paragraph, shape);
    const given = listed ? { role: 'list' as const, level: paragraph.level + 1 } : { role };
    return join([paragraph], [boxes[i] as Box], given);
  });
}

function join(
  paragraphs: readonly Paragraph[],
  boxes: readonly Box[],
  given: Pick<TextRegion, 'role' | 'level'>,
): readonly TextRegion[] {
  let text = '';
  const lines: LineSpan[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const line = oneLine(paragraph.text);
    if (line === '') continue;
    if (text !== '') text += ' ';
    lines.push({ at: text.length, box: boxes[i] as Box });
    text += line;
  }
  return text === '' ? [] : [{ kind: 'text', box: unionBox(boxes), ...given, text, lines }];
}

const TOGETHER = { paragraphs: 4, characters: 160 } as const;

function belongsTogether(shape: TextShape): boolean {
  const { paragraphs, placeholder } = shape;
  if (placeholder || paragraphs.length > TOGETHER.paragraphs) return false;
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  return (
    characters <= TOGETHER.characters && !paragraphs.some(p => isListed(p, shape) || /[.;:]$/.test(p.text))
  );
}

function isListed(paragraph: Paragraph, shape: TextShape): boolean {
  return paragraph.bullet ?? shape.styleOf(paragraph.level).bullet;
}

const LINE_HEIGHT = 1.2;
/** Width of a character as a share of the font size, over Latin text. */
const CHARACTER_WIDTH = 0.5;
/** PowerPoint's default inset, points. */
const INSET = { across: 7.2, down: 3.6 } as const;

/** Where each paragraph stands: its lines estimated from font size and width, anchored in the box and never outside it. */
function stack({ box, anchor, paragraphs, styleOf }: TextShape, slide: SlideSize): readonly Box[] {
  const [x, y, width, height] = box;
  const available = Math.max(height - (2 * INSET.down) / slide.height, height / 2);
  const across = Math.max(width * slide.width - 2 * INSET.across, 1);
  const wanted = paragraphs.map(paragraph => {
    const size = paragraph.size ?? styleOf(paragraph.level).size;
    const perLine = Math.max(1, across / (size * CHARACTER_WIDTH));
    const lines = paragraph.text
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil(line.length / perLine || 1), 0);
    return (lines * size * LINE_HEIGHT) / slide.height;
  });
  const total = wanted.reduce((sum, h) => sum + h, 0);
  if (paragraphs.length === 1 || total === 0) return paragraphs.map(() => box);
  const shrink = Math.min(1, available / total);
  const slack = height - total * shrink;
  const above =
    anchor === 'ctr'
      ? slack / 2
      : anchor === 'b'
        ? slack - (height - available) / 2
        : (height - available) / 2;
  let top = y + Math.max(0, above);
  return wanted.map(h => {
    const place: Box = [x, top, width, h * shrink];
    top += h * shrink;
    return place;
  });
}
