/** Symbols and words for the currencies that reports use; longer ones first, so that "US$" is not read as "$". */
const SYMBOLS: readonly (readonly [symbol: string, code: string])[] = [
  ['US$', 'USD'],
  ['USD$', 'USD'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['HK$', 'HKD'],
  ['NZ$', 'NZD'],
  ['NT$', 'TWD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
];
const CODES =
  'USD|EUR|GBP|JPY|CNY|CHF|SEK|NOK|DKK|CAD|AUD|NZD|HKD|SGD|INR|KRW|BRL|MXN|ZAR|RUB|TRY|PLN|CZK|HUF|THB|IDR|MYR|AED|SAR|ILS|TWD';
const ALIASES: Readonly<Record<string, string>> = { RMB: 'CNY', Rs: 'INR', 'Rs.': 'INR' };
const WORDS: readonly (readonly [pattern: string, code: string])[] = [
  ['(?:u\\.?s\\.? )?dollars?', 'USD'],
  ['euros?', 'EUR'],
  ['(?:pounds? sterling|british pounds?)', 'GBP'],
  ['(?:japanese )?yen', 'JPY'],
  ['swiss francs?', 'CHF'],
  ['(?:chinese )?(?:yuan|renminbi)', 'CNY'],
  ['(?:indian )?rupees?', 'INR'],
];

const quoted = (symbol: string) => symbol.replace(/[$.]/g, '\\$&');
const SYMBOL = SYMBOLS.map(([symbol]) => quoted(symbol)).join('|');
const CODE = `${CODES}|RMB|Rs\\.?`;
const BEFORE = new RegExp(
  `(?:(?<![\\p{L}$])(?<code>${CODE})|(?<![\\p{L}])(?<long>US\\$|USD\\$|CA\\$|AU\\$|HK\\$|NZ\\$|NT\\$|[CASR]\\$)|(?<symbol>[$€£¥₹₩₽₺]))\\s*$`,
  'u',
);
const AFTER = new RegExp(
  `\\s?(?:(?<symbol>${SYMBOL})(?!\\s?\\d)|(?<code>${CODE})(?![\\p{L}\\p{N}])|(?:of )?(?:${WORDS.map(([p], i) => `(?<w${i}>${p})`).join('|')})(?![\\p{L}\\p{N}]))`,
  'iuy',
);

/** The currency that ends right before `at`, and where it starts. */
export function currencyBefore(
  text: string,
  at: number,
): { readonly code: string; readonly start: number } | null {
  const from = Math.max(0, at - 8);
  const match = BEFORE.exec(text.slice(from, at));
  if (!match) return null;
  const { code, long, symbol } = match.groups ?? {};
  return { code: code ? codeOf(code) : symbolCode(long ?? symbol ?? ''), start: from + match.index };
}

/** The currency that starts at `at` (a space may stand between). */
export function currencyAfter(
  text: string,
  at: number,
): { readonly code: string; readonly end: number } | null {
  AFTER.lastIndex = at;
  const groups = AFTER.exec(text)?.groups;
  if (!groups) return null;
  const end = AFTER.lastIndex;
  if (groups.symbol) return { code: symbolCode(groups.symbol), end };
  if (groups.code) return { code: codeOf(groups.code), end };
  const index = WORDS.findIndex((_, i) => groups[`w${i}`] !== undefined);
  return { code: WORDS[index]?.[1] ?? '', end };
}

/** The first currency that a header or note names; null where it names none. */
export function currencyIn(text: string): string | null {
  const symbol = new RegExp(SYMBOL, 'u').exec(text)?.[0];
  const code = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CODE})(?![\\p{L}\\p{N}])`, 'u').exec(text)?.[0];
  if (code && (!symbol || text.indexOf(code) <= text.indexOf(symbol))) return codeOf(code);
  if (symbol) return symbolCode(symbol);
  const word = WORDS.find(([pattern]) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu').test(text));
  return word?.[1] ?? null;
}

/** How readers write it: "$" for USD, "€", "£"; other currencies keep their code and a space: "CHF ". */
export function currencySign(code: string): string {
  return { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' }[code] ?? `${code} `;
}

function codeOf(printed: string): string {
  return ALIASES[printed] ?? printed.toUpperCase();
}

function symbolCode(symbol: string): string {
  return SYMBOLS.find(([s]) => s === symbol.toUpperCase())?.[1] ?? '';
}
