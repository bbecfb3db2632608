/**
 * How much of a text is made of characters that people write, 0 to 1. A text layer with a broken encoding shows
 * as replacement characters, private-use code points or control characters.
 */
export function legibility(text: string): number {
  let odd = 0;
  let all = 0;
  for (const char of text) {
    if (char === ' ') continue;
    all++;
    if (isOdd(char.codePointAt(0) as number)) odd++;
  }
  return all === 0 ? 1 : 1 - odd / all;
}

function isOdd(code: number): boolean {
  const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const privateUse = (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
  return control || privateUse || code === 0xfffd;
}
