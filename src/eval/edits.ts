/** Insertions, deletions and changes that make one sequence into the other. */
export function edits<T>(from: readonly T[], to: readonly T[]): number {
  const row = to.map((_, i) => i + 1);
  for (const [i, own] of from.entries()) {
    let diagonal = i;
    let left = i + 1;
    for (let j = 0; j < to.length; j++) {
      const above = row[j] as number;
      left = Math.min(left + 1, above + 1, diagonal + (own === to[j] ? 0 : 1));
      diagonal = above;
      row[j] = left;
    }
  }
  return row.at(-1) ?? from.length;
}

/** Text as it is compared: typographic variants of quotes, dashes, dots and spaces are one. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u2032`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u2033«»]/g, '"')
    .replace(/\.{2,}/g, dots => '.'.repeat(Math.min(3, dots.length)))
    .replace(/[•▪●■◦]/g, '•')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Insertions, deletions and changes that make a sequence into the part of another that is nearest to it. */
export function editsWithin<T>(wanted: readonly T[], text: readonly T[]): number {
  let row = text.map(() => 0);
  let before = 0;
  for (const own of wanted) {
    const next: number[] = [];
    let diagonal = before;
    let left = before + 1;
    before = left;
    for (const [j, other] of text.entries()) {
      const above = row[j] as number;
      left = Math.min(left + 1, above + 1, diagonal + (own === other ? 0 : 1));
      diagonal = above;
      next.push(left);
    }
    row = next;
  }
  return row.reduce((least, one) => Math.min(least, one), wanted.length);
}
