/** Lower-case words reduced to their stems, in order; marks, brackets and footnote signs are gone. */
export function stems(text: string): string[] {
  return words(text).map(stem);
}

/** Lower-case words as printed; "&" reads as "and", a hyphen parts words, "U.S." is one word. */
export function words(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/\b(?:[a-z]\.){2,}/g, initials => initials.replaceAll('.', ''))
    .replace(/[&+]/g, ' and ')
    .replace(/co₂/g, 'co2');
  return plain.match(/[\p{L}\p{N}%]+/gu) ?? [];
}

/**
 * A light stem, the same for every form of a word that should match: plurals, -ed, -ing, -y and -ic endings go.
 * It need not be a word: "economy" and "economic" are both "econom".
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|z|ch|sh)es$/, '$1')
    .replace(/([^sui])s$/, '$1');
  const root = singular.replace(/(?:ically|ical|ics|ic)$/, match =>
    singular.length - match.length >= 4 ? '' : match,
  );
  const verb = root.replace(/(?:ing|ed)$/, match => (root.length - match.length >= 4 ? '' : match));
  const undoubled = verb === root ? root : verb.replace(/([bdgmnprt])\1$/, '$1');
  return undoubled.length >= 5 ? undoubled.replace(/[ey]$/, '') : undoubled;
}

/** Where `phrase` stands in `text` as consecutive words; -1 where it does not. Both are stems. */
export function indexOfPhrase(text: readonly string[], phrase: readonly string[], from = 0): number {
  if (phrase.length === 0) return -1;
  for (let i = from; i + phrase.length <= text.length; i++) {
    if (phrase.every((word, j) => text[i + j] === word)) return i;
  }
  return -1;
}

export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be been by for from had has have in into is it its of on or our that the their them they this to was we were which with will would than then there these those you your i he she his her not no do does did can could may might shall should about over more most all any each other such per what how why when who whose where'.split(
    ' ',
  ),
);

/** The stems of the words that carry meaning. */
export function contentStems(text: string): Set<string> {
  return new Set(
    words(text)
      .filter(word => !STOP_WORDS.has(word))
      .map(stem),
  );
}
