import type { Block } from './blocks.ts';
import type { Sheet } from './sheet.ts';
import type { Styles } from './styles.ts';

/** The title of a slide (its largest text near the top) or of a document's first page; undefined elsewhere. */
export function titleBlock(blocks: readonly Block[], sheet: Sheet, styles: Styles): Block | undefined {
  const slide = isSlide(sheet);
  if (!slide && sheet.page !== 1) return;
  const limit = (slide ? 0.45 : 0.6) * sheet.height;
  const candidates = blocks.filter(block => block.y0 < limit && isTitleText(block));
  const largest = candidates.reduce<Block | undefined>(
    (best, block) => (best && best.size >= block.size * 0.98 ? best : block),
    undefined,
  );
  const stands =
    largest && (styles.isHead(largest.size) || (slide && largest === candidates[0] && isShort(largest)));
  return stands ? largest : undefined;
}

/** Wider than high, and with the words of a slide rather than of a sheet of figures. */
export function isSlide({ width, height, words }: Sheet): boolean {
  return width > 1.2 * height && words.length < 350;
}

function isShort({ lines }: Block): boolean {
  const text = lines.map(line => line.text).join(' ');
  return text.split(' ').length <= 12 && !/[.;,]$/.test(text);
}

function isTitleText({ lines }: Block): boolean {
  const text = lines.map(line => line.text).join(' ');
  return text.length < 200 && /\p{L}{2}/u.test(text);
}
