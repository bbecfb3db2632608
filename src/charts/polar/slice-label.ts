/** What is printed at a slice, taken apart: "1st Qtr; 59%", "Coal 23", "4,581 (59 %)". */
export interface SliceLabel {
  readonly name: string;
  /** The name with the number that may belong to it: "Scope 1". */
  readonly words: string;
  readonly percent: PrintedNumber | null;
  readonly value: PrintedNumber | null;
}

export interface PrintedNumber {
  readonly amount: number;
  /** Half a unit of its last digit. */
  readonly half: number;
  /** What stands around the digits: "$", "bn"; '' where nothing does. */
  readonly unit: string;
}

const NUMBER = String.raw`[<~≈]?\s?[$€£¥₹]?\s?[-−–]?(?:\d{1,3}(?:[,.\s\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.,]\d+)`;
const PERCENT = new RegExp(String.raw`\(?(${NUMBER})\s?%\)?`, 'u');
const VALUE = new RegExp(
  String.raw`(?:^|[\s;:,|(–-])(${NUMBER})(\s?(?:k|m|mn|bn|b|tn|million|billion|trillion|thousand)?)\)?$`,
  'iu',
);

/** "125 Construction waste". */
const LEADING = new RegExp(String.raw`^(${NUMBER})(?=\s+\p{L})`, 'u');

/** Takes the percentage and the last number off a slice's words; a name that holds digits of its own keeps them. */
export function parseSlice(text: string): SliceLabel {
  const words = text.replace(/\s+/gu, ' ').trim();
  const percent = PERCENT.exec(words);
  const rest = tidy(percent ? words.replace(percent[0], ' ') : words);
  const value = VALUE.exec(rest) ?? LEADING.exec(rest);
  const name = tidy(value ? rest.slice(0, value.index) + rest.slice(value.index + value[0].length) : rest);
  return {
    name,
    words: rest,
    percent: percent ? printed(percent[1]!, '%') : null,
    value: value ? printed(value[1]!, value[2]?.trim()) : null,
  };
}

/** A number as it is printed, comma or point before its decimals; null where the digits are none. */
export function printed(digits: string, suffix = ''): PrintedNumber | null {
  const bare = digits.replace(/[<~≈$€£¥₹\s\u00a0\u202f]/gu, '').replace(/[−–]/gu, '-');
  const plain = decimalPoint(bare);
  const amount = Number(plain);
  if (plain === '' || !Number.isFinite(amount)) return null;
  const decimals = plain.split('.')[1]?.length ?? 0;
  const sign = /[$€£¥₹]/u.exec(digits)?.[0] ?? '';
  return { amount, half: 0.5 * 10 ** -decimals, unit: [sign, suffix].filter(Boolean).join(' ') };
}

/** "1.234,5", "1,234.5", "1,234" and "12,5" all written with a point; three digits after one comma are thousands. */
function decimalPoint(digits: string): string {
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) {
    return comma > point ? digits.replace(/\./g, '').replace(',', '.') : digits.replace(/,/g, '');
  }
  if (/^-?\d{1,3}(,\d{3})+$/.test(digits)) return digits.replace(/,/g, '');
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(digits)) return digits.replace(/\./g, '');
  return digits.replace(',', '.');
}

function tidy(words: string): string {
  return words
    .replace(/\(\s*\)/g, ' ')
    .replace(/^[\s;:,|–-]+|[\s;:,|–-]+$/gu, '')
    .replace(/\s+/gu, ' ');
}
