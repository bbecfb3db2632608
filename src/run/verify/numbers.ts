/** Numbers as written, with separators and leading zeros taken out so that "1,234.50" and "1234.5" are the same. */
export function numbersIn(text: string): readonly string[] {
  const words = text.match(/\d[\d,.\u00a0\u202f]*\d|\d/g) ?? [];
  return words.map(canonical);
}

/** Numbers of `text` that `allowed` doesn't hold, each once. */
export function strangers(text: string, allowed: ReadonlySet<string>): readonly string[] {
  return [...new Set(numbersIn(text).filter(number => !allowed.has(number)))];
}

function canonical(word: string): string {
  const digits = word.replace(/[,\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  const number = Number(digits);
  return Number.isFinite(number) ? String(number) : digits;
}
