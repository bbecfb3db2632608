export interface FormatToken {
  readonly kind:
    | 'literal'
    | 'currency'
    | 'digits'
    | 'percent'
    | 'general'
    | 'text'
    | 'date'
    | 'elapsed'
    | 'fraction'
    | 'exponent';
  readonly text: string;
}

/** One section of a number format in its parts. What only pads or colours is dropped. */
export function tokensOf(section: string): readonly FormatToken[] {
  const tokens: FormatToken[] = [];
  const isDate = looksLikeDate(section);
  for (const match of section.matchAll(TOKEN)) {
    const token = tokenOf(match, isDate);
    if (token) tokens.push(token);
  }
  return tokens;
}

/** The section that prints `value`, what of the value it prints, and the sign to put before it. */
export function sectionFor(
  value: number,
  code: string,
): { readonly section: string; readonly amount: number; readonly sign: string } {
  const sections = splitSections(code);
  const [first = 'General', negative, zero] = sections;
  const conditional = sections.find(section => meets(value, section));
  const sign = value < 0 ? '-' : '';
  if (conditional !== undefined) return { section: conditional, amount: Math.abs(value), sign };
  if (CONDITION.test(first)) return { section: sections.at(-1) ?? first, amount: Math.abs(value), sign };
  if (value < 0 && negative !== undefined) return { section: negative, amount: -value, sign: '' };
  if (value === 0 && zero !== undefined) return { section: zero, amount: 0, sign: '' };
  return { section: first, amount: Math.abs(value), sign };
}

const TOKEN =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|(?<pad>[_*].)|\[(?<bracket>[^\]]*)\]|(?<general>General)|(?<ampm>AM\/PM|A\/P)|(?<exponent>E[+-]0+)|(?<fraction>[#?0]*\s?[#?]+\/[#?\d]+)|(?<digits>[0#?][0#?.,]*|\.[0#?]+)|(?<percent>%)|(?<text>@)|(?<date>[ymdhsYMDHS]+)|(?<other>.)/gi;

const CURRENCY = /[$€£¥₩₹₽₺₪฿₫]|^(?:USD|EUR|GBP|JPY|CHF|CNY|SEK|NOK|DKK|INR|AUD|CAD|BRL|KRW)$/;

function tokenOf(match: RegExpMatchArray, isDate: boolean): FormatToken | null {
  const { quoted, escaped, pad, bracket, general, fraction, exponent, ...rest } = match.groups ?? {};
  const { digits, percent, text, date, other } = rest;
  if (pad !== undefined) return null;
  if (bracket !== undefined) return bracketToken(bracket);
  if (general !== undefined) return { kind: 'general', text: general };
  if (fraction !== undefined && !isDate) return { kind: 'fraction', text: match[0] };
  if (exponent !== undefined) return { kind: 'exponent', text: match[0] };
  if (digits !== undefined) return isDate ? null : { kind: 'digits', text: digits };
  if (percent !== undefined) return { kind: 'percent', text: '%' };
  if (text !== undefined) return { kind: 'text', text: '' };
  if (date !== undefined) return { kind: isDate ? 'date' : 'literal', text: date };
  const literal = quoted ?? escaped ?? other ?? '';
  return { kind: CURRENCY.test(literal.trim()) ? 'currency' : 'literal', text: literal };
}

/** `[$€-407]` is a currency, `[h]` elapsed time; `[Red]` and `[>=1000]` print nothing. */
function bracketToken(bracket: string): FormatToken | null {
  if (bracket.startsWith('$')) {
    const symbol = bracket.slice(1).split('-')[0] ?? '';
    return symbol === '' ? null : { kind: 'currency', text: symbol };
  }
  return /^(h+|m+|s+)$/i.test(bracket) ? { kind: 'elapsed', text: bracket } : null;
}

/** Letters that mean parts of a date, outside quotes, escapes and brackets other than elapsed time. */
function looksLikeDate(section: string): boolean {
  const bare = section.replace(/"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, '');
  return /[ymdhs]/i.test(bare) && !/[0#?]\s*%|E[+-]0/.test(bare);
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/;

function meets(value: number, section: string): boolean {
  const [, operator, operand] = CONDITION.exec(section) ?? [];
  if (operator === undefined) return false;
  const than = Number(operand);
  const holds = {
    '<': value < than,
    '<=': value <= than,
    '>': value > than,
    '>=': value >= than,
    '=': value === than,
    '<>': value !== than,
  }[operator];
  return holds ?? false;
}

function splitSections(code: string): readonly string[] {
  return [...code.matchAll(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[]|["\\[])+|(?<=;)(?=;|$)|^(?=;)/g)].map(
    match => match[0],
  );
}
