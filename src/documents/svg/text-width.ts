/** Advance widths of Arial and its metric twins for U+0020 to U+007E, in thousandths of the font's size. */
const ARIAL = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number);

/** Wider or narrower than Arial on the whole, by the first family that is named. */
const FAMILIES: readonly (readonly [name: RegExp, factor: number])[] = [
  [/narrow|condensed/i, 0.82],
  [/dejavu sans|bitstream vera|verdana/i, 1.13],
  [/tahoma|segoe|open sans|noto sans|lucida/i, 1.02],
  [/calibri|carlito/i, 0.9],
  [/arial|helvetica|liberation sans|roboto|inter\b/i, 1],
  [/times|georgia|cambria|roman|^serif|,\s*serif/i, 0.92],
];
const MONOSPACED = /mono\b|courier|consolas|menlo/i;
const BOLD = 1.06;

export interface Face {
  readonly family: string;
  readonly bold: boolean;
}

/** Estimated advance of one character as a share of the font's size: a drawing names fonts and doesn't bring them. */
export function advanceOf(character: string, { family, bold }: Face): number {
  if (MONOSPACED.test(family)) return 0.6;
  const factor = FAMILIES.find(([name]) => name.test(family))?.[1] ?? 1;
  return (thousandths(character) / 1000) * factor * (bold ? BOLD : 1);
}

function thousandths(character: string): number {
  const base = character.normalize('NFD').codePointAt(0) ?? 0;
  const known = ARIAL[base - 0x20];
  if (known !== undefined) return known;
  if (/\p{Mark}|[\u200b-\u200f\ufeff]/u.test(character)) return 0;
  if (/[\u2018\u2019\u00b7]|\s/.test(character)) return 278;
  if (
    /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]|\p{Emoji_Presentation}/u.test(
      character,
    )
  ) {
    return 1000;
  }
  if (/[\u2014\u2026]/.test(character)) return 1000;
  return /\p{Lu}/u.test(character) ? 690 : 556;
}
