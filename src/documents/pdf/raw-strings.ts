/** A string as it stands in a PDF's bytes: where, brackets included, and what it says. */
export interface RawString {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
}

/** Strings that are the value of a name, by that name without its slash (ISO 32000-1, 7.3.4); the first of each name. */
export function namedStrings(text: string): ReadonlyMap<string, RawString> {
  const found = new Map<string, RawString>();
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, name, hex] = match;
    const start = match.index + match[0].length - (hex?.length ?? 1);
    const string = hex === undefined ? literal(text, start) : fromHex(hex, start);
    TOKEN.lastIndex = string.end;
    if (name !== undefined && !found.has(name)) found.set(name, string);
  }
  return found;
}

/** A string, with the name before it where there is one. */
const TOKEN = /(?:\/([A-Za-z]+)\s*)?(?:(<[\da-fA-F\s]*>)|\()/g;

function fromHex(hex: string, start: number): RawString {
  const digits = hex.replace(/[^\da-fA-F]/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return { start, end: start + hex.length, bytes: Buffer.from(even, 'hex') };
}

const PIECE = /\\(?:([0-7]{1,3})|\r\n|(.))|\r\n?|./gs;
const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
};

/** Brackets nest; what no bracket closes ends with the text. */
function literal(text: string, start: number): RawString {
  let depth = 0;
  let said = '';
  PIECE.lastIndex = start + 1;
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    const [piece] = match;
    if (piece === ')' && depth === 0)
      return { start, end: PIECE.lastIndex, bytes: Buffer.from(said, 'latin1') };
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    said += unescaped(match);
  }
  return { start, end: text.length, bytes: Buffer.from(said, 'latin1') };
}

function unescaped([piece, octal, escaped]: RegExpExecArray): string {
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
  if (escaped !== undefined) return ESCAPED[escaped] ?? escaped;
  if (piece.startsWith('\\')) return '';
  return piece.startsWith('\r') ? '\n' : piece;
}
