// Surrogates without a partner, controls, bidirectional overrides, non-characters and private-use glyphs (bullets of
// symbol fonts) break XML, hide text or show as boxes.
const BROKEN =
  /[\p{Cs}\p{Co}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** Text of a document made fit for any output: one line, single spaces, nothing invisible. */
export function plain(text: string): string {
  return text
    .replace(BROKEN, '')
    .replace(CONTROL, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** At most `limit` characters, cut between words, with ` […]` where something was left out. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const head = characters.slice(0, limit - 4).join('');
  const space = head.lastIndexOf(' ');
  return `${(space >= limit / 2 ? head.slice(0, space) : head).trimEnd()} […]`;
}
