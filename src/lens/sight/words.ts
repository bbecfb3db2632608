import type { TextMark } from '../../domain/mark.ts';
import type { Picture } from '../picture.ts';
import type { Read } from '../read-lines.ts';
import { cutStrip } from '../strip.ts';
import { greyOf } from './crop.ts';
import { fitText } from './fit-text.ts';
import type { Views } from './maps.ts';
import { holds, overlooked } from './overlooked.ts';
import { apart, hexOf, type Raster, type Rgb, rgbAt } from './raster.ts';
import { type TextPlace, textPlaces } from './text-places.ts';

/** Lines that read worse than this are no text. */
const LEGIBLE = 0.55;
/** The same of what only its ink speaks for. */
const LEGIBLE_UNSEEN = 0.85;
/** A line's box as a share of its letters' em. */
const EM = 0.95;

/** The words in a picture as marks, in its pixels: first what the network sees, then what it overlooked. */
export async function findWords(raster: Raster, views: Views, read: Read): Promise<readonly TextMark[]> {
  const grey = greyOf(raster);
  const seen = withoutRivals(await readPlaces(grey, placesIn(views), read));
  const others = overlooked(
    grey,
    seen.map(({ place }) => place),
  );
  const words = withoutRivals([...seen, ...(await readPlaces(grey, others, read))]);
  return words.map(({ place, ...word }) => markOf(place, { ...word, raster }));
}

async function readPlaces(grey: Picture, places: readonly TextPlace[], read: Read): Promise<readonly Word[]> {
  const fitted = places.flatMap(postures).flatMap(place => fitText(grey, place));
  const texts = await read(
    fitted.map(({ crop }) => cutStrip(crop, { x0: 0, y0: 0, x1: crop.width, y1: crop.height })),
  );
  return fitted.flatMap(({ place }, i) => {
    const { text, confidences } = texts[i]!;
    const confidence = confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, confidences.length);
    const needed = place.strength === 0 ? LEGIBLE_UNSEEN : LEGIBLE;
    return !/[\p{L}\p{N}]/u.test(text) || confidence < needed
      ? []
      : [{ place, text: text.trim(), confidence }];
  });
}

interface Word {
  readonly place: TextPlace;
  readonly text: string;
  readonly confidence: number;
}

/** A place as wide as high shows no direction: it is read level and turned, and what reads better counts. */
function postures(place: TextPlace): readonly TextPlace[] {
  if (place.width > 1.6 * place.height) return [place];
  return [
    { ...place, angle: 0 },
    { ...place, angle: -90 },
  ];
}

/** What a level reading is given ahead. */
const LEVEL_FIRST = 0.3;

/** Of words upon each other the one that reads best; longer ones before pieces of them. */
function withoutRivals(words: readonly Word[]): readonly Word[] {
  const worth = ({ place, text, confidence }: Word) =>
    confidence + (place.angle === 0 ? LEVEL_FIRST : 0) + 0.02 * Math.min(8, text.length);
  const kept: Word[] = [];
  for (const word of [...words].sort((a, b) => worth(b) - worth(a))) {
    if (!kept.some(other => holds(other.place, word.place) || holds(word.place, other.place)))
      kept.push(word);
  }
  return kept;
}

/** Height of a line, in cells of the finer view, from which the coarser one sees it better. */
const LARGE = 5.5;

/** Lines of both views: large ones from the coarser, and no pieces of these from the finer. */
function placesIn({ fine, coarse }: Views): readonly TextPlace[] {
  const large = textPlaces(coarse).filter(({ height }) => height > LARGE * fine.cell);
  const small = textPlaces(fine).filter(place => !large.some(other => holds(other, place)));
  return [
    ...large.filter(place => !small.some(other => other.height > 0.7 * place.height && holds(place, other))),
    ...small,
  ];
}

function markOf(
  place: TextPlace,
  { text, confidence, raster }: { text: string; confidence: number; raster: Raster },
): TextMark {
  const { cx, cy, width, height, angle } = place;
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const [halfX, halfY] = [(width * cos + height * sin) / 2, (width * sin + height * cos) / 2];
  return {
    x0: cx - halfX,
    y0: cy - halfY,
    x1: cx + halfX,
    y1: cy + halfY,
    text,
    angle,
    size: height / EM,
    bold: false,
    color: hexOf(inkColor(place, raster)),
    confidence,
  };
}

/** The pixel colour that stands out most from the commonest one along the line's middle. */
function inkColor({ cx, cy, width, height, angle }: TextPlace, raster: Raster): Rgb {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const colors: Rgb[] = [];
  for (let u = -width / 2; u < width / 2; u++) {
    for (const v of [-0.25, -0.1, 0.05, 0.2]) {
      const [x, y] = [cx + u * cos - v * height * sin, cy + u * sin + v * height * cos];
      colors.push(rgbAt(raster, Math.floor(x), Math.floor(y)));
    }
  }
  const paper = modeOf(colors);
  return colors.reduce((best, color) => (apart(color, paper) > apart(best, paper) ? color : best), paper);
}

function modeOf(colors: readonly Rgb[]): Rgb {
  const bins = new Map<number, { count: number; color: Rgb }>();
  let best = { count: 0, color: [255, 255, 255] as Rgb };
  for (const color of colors) {
    const key = ((color[0] >> 4) << 8) | ((color[1] >> 4) << 4) | (color[2] >> 4);
    const bin = bins.get(key) ?? { count: 0, color };
    bin.count++;
    bins.set(key, bin);
    if (bin.count > best.count) best = bin;
  }
  return best.color;
}
