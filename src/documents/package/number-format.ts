import { dateText, isDateFormat } from './date-format.ts';
import { type FormatToken, sectionFor, tokensOf } from './format-tokens.ts';

export { isDateFormat } from './date-format.ts';

/**
 * A number as a spreadsheet prints it under a number format (ECMA-376 part 1, 18.8.31). Dates come out as ISO 8601
 * whatever their format, with no more precision than it shows. Fractions and exponents print plainly.
 */
export function formatNumber(value: number, code: string, { date1904 = false } = {}): string {
  if (isDateFormat(code)) return dateText(value, code, date1904);
  const { section, amount, sign } = sectionFor(value, code);
  const tokens = tokensOf(section);
  if (tokens.some(token => token.kind === 'fraction' || token.kind === 'exponent')) return plain(value);
  const number = tokens.find(token => token.kind === 'digits');
  if (!number)
    return tokens.some(t => t.kind === 'general' || t.kind === 'text') ? plain(value) : literals(tokens);
  const percents = tokens.filter(token => token.kind === 'percent').length;
  const printed = printDigits(clean(amount * 100 ** percents), number.text);
  const shown = tokens.map(token => (token === number ? printed : token.kind === 'digits' ? '' : token.text));
  return `${sign}${shown.join('')}`.trim();
}

/** What a number format says about the values it prints. */
export interface FormatUnit {
  /** "%", a currency as printed ("$", "EUR"), another literal that stands beside the number ("Mt"); ''. */
  readonly unit: string;
  /** Values are stored as fractions and printed as hundreds. */
  readonly percent: boolean;
}

/** The unit a format prints. A literal beside a number that the format scales down ("0,,M") names no unit of the value. */
export function unitOfFormat(code: string): FormatUnit {
  const tokens = tokensOf(sectionFor(1, code).section);
  if (isDateFormat(code)) return { unit: '', percent: false };
  if (tokens.some(token => token.kind === 'percent')) return { unit: '%', percent: true };
  const currency = tokens.find(token => token.kind === 'currency')?.text.trim();
  if (currency) return { unit: currency, percent: false };
  const scaled = tokens.some(token => token.kind === 'digits' && /,+(\.|$)/.test(token.text));
  const unit = scaled
    ? ''
    : literals(tokens)
        .replace(/[()\-+\s]+/g, ' ')
        .trim();
  return { unit, percent: false };
}

/** Without the noise of binary fractions: 15 significant digits. */
export function clean(value: number): number {
  return Number(value.toPrecision(15));
}

function plain(value: number): string {
  return String(clean(value));
}

function literals(tokens: readonly FormatToken[]): string {
  const words = tokens.filter(token => token.kind === 'literal' || token.kind === 'currency');
  return words
    .map(token => token.text)
    .join('')
    .trim();
}

/** `pattern` holds nothing but `0 # ? . ,`. */
function printDigits(amount: number, pattern: string): string {
  const scaling = /(,+)(?=\.|$)/.exec(pattern)?.[1]?.length ?? 0;
  const [whole = '', part = ''] = pattern.replace(/,+(?=\.|$)/, '').split('.');
  const fixed = (amount / 1000 ** scaling).toFixed(Math.min(part.length, 20));
  const [digits = '', decimals = ''] = fixed.split('.');
  const padded = digits.padStart((whole.match(/0/g) ?? []).length, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const needed = (part.match(/^0*/)?.[0] ?? '').length;
  const kept =
    decimals.slice(0, needed) + decimals.slice(needed).replace(part.includes('#') ? /0+$/ : /$^/, '');
  return kept === '' ? grouped : `${grouped}.${kept}`;
}
