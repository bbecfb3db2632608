const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};
const SHORT = /^[\d+\-−]{1,3}$/;

/** A line with raised text added. A raised number stays apart from the digits before it: m², 10⁶, 1,234⁵. */
export function raise(line: string, raised: string): string {
  const text = raised.trim();
  return SHORT.test(text)
    ? line + [...text].map(character => RAISED[character] ?? character).join('')
    : line + raised;
}
