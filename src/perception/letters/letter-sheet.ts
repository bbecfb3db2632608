import type { LinePlace } from '../../domain/vision.ts';
import type { LetterLine } from './letter-line.ts';

/** A drawing with one line of letters below the other, black on white, and where each stands on it. */
export interface LetterSheet {
  /** SVG. */
  readonly picture: Uint8Array;
  readonly places: readonly LinePlace[];
}

/** Pixels: the height to which each line is brought, and the white around it. */
const HEIGHT = 36;
const MARGIN = 7;
const WIDEST = 4000;

/** Lines drawn larger and apart, so that nothing but their letters is in their boxes. */
export function letterSheet(lines: readonly LetterLine[]): LetterSheet {
  const scales = lines.map(line => Math.min(HEIGHT / line.height, WIDEST / (line.x1 - line.x0)));
  const width = Math.ceil(Math.max(...lines.map((line, i) => (line.x1 - line.x0) * scales[i]!))) + 4 * MARGIN;
  const row = HEIGHT + 4 * MARGIN;
  const height = row * lines.length;
  const drawn = lines.map((line, i) => drawLine(line, scales[i]!, i * row + 2 * MARGIN));
  return {
    picture: new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${drawn.join('')}</svg>`,
    ),
    places: lines.map((line, i) => {
      const [w, h] = [(line.x1 - line.x0) * scales[i]!, line.height * scales[i]!];
      const box = [
        MARGIN / width,
        (i * row + MARGIN) / height,
        (w + 2 * MARGIN) / width,
        (h + 2 * MARGIN) / height,
      ] as const;
      return { box, turn: 0 };
    }),
  };
}

/** The holes of letters are outlines too: what an even number of outlines encloses is paper. */
function drawLine({ x0, y0, pieces }: LetterLine, scale: number, top: number): string {
  const path = pieces.map(({ outline }) => {
    const points: string[] = [];
    for (let i = 0; i < outline.length; i += 2) {
      points.push(
        `${pixel((outline[i]! - x0) * scale + 2 * MARGIN)} ${pixel((outline[i + 1]! - y0) * scale + top)}`,
      );
    }
    return `M${points.join('L')}Z`;
  });
  return `<path fill-rule="evenodd" d="${path.join('')}"/>`;
}

function pixel(value: number): string {
  return value.toFixed(2);
}
