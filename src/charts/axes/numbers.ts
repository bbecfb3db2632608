/** A printed number under one of two conventions for its separators. */
export interface Printed {
  readonly value: number;
  /** What stands around the digits: '%', '$', 'million', '°C', ''. */
  readonly unit: string;
  /** Decimals printed. */
  readonly decimals: number;
}

/** `1,000.5` or `1.000,5`. */
export type Convention = 'point' | 'comma';

const SIGN = '[-+]?';
const CURRENCY =
  '(?:(?:US|A|C|CA|AU|NZ|HK|S|R)?\\$|€|£|¥|₹|₩|₽|Rs\\.?|CHF|USD|EUR|GBP|JPY|CNY|RMB|INR|SEK|NOK|DKK)';
const DIGITS = "(?:\\d{1,3}(?:[, '’.]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?|[.,]\\d+)";
const POWER = '(?:e[-+]?\\d+|\\s?[x×·*⋅]\\s?10\\^\\(?-?\\d+\\)?)';
const NUMBER = new RegExp(
  `^(?<open>\\()?(?<sign>${SIGN})\\s?(?<prefix>${CURRENCY})?\\s?(?<inner>${SIGN})(?<digits>${DIGITS})(?<power>${POWER})?(?<shut>\\))?(?:\\s?(?<suffix>${'[%‰°$€£¥₹\\p{L}][\\p{L}°²³/%. $€£¥]{0,17}'}))?(?<end>\\))?$`,
  'iu',
);
const TEN = /^(?<sign>[-+]?)(?:(?<factor>\d+(?:\.\d+)?)\s?[x×·*⋅]\s?)?10\^\(?(?<power>[-+]?\d+)\)?$/;

/** The number that a label consists of, with nothing but a unit around it; null for any other text. */
export function parsePrinted(text: string, convention: Convention = 'point'): Printed | null {
  const plain = normalize(text);
  const ten = TEN.exec(plain)?.groups;
  if (ten) {
    const value = Number(ten.factor ?? 1) * 10 ** Number(ten.power) * (ten.sign === '-' ? -1 : 1);
    return { value, unit: '', decimals: 0 };
  }
  const found = NUMBER.exec(plain)?.groups;
  if (!found || Boolean(found.open) !== Boolean(found.shut || found.end)) return null;
  const bare = separated(found.digits!, convention);
  if (bare === null) return null;
  const { scale, unit } = unitOf(found.prefix ?? '', (found.suffix ?? '').trim());
  const negative = Boolean(found.open) !== (found.sign === '-' || found.inner === '-');
  const amount = Number(bare) * powerOf(found.power) * scale;
  return { value: negative ? -amount : amount, unit, decimals: bare.split('.')[1]?.length ?? 0 };
}

/** Typographic signs and spaces as plain ones; superscripts as powers. */
function normalize(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹⁻]+/gu, raised => (/^[²³]$/.test(raised) ? raised : `^${raised.normalize('NFKC')}`))
    .replace(/[−–—‐‑]/g, '-')
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replace(/1 0 ?\^/, '10^')
    .trim();
}

/** Digits with a point before decimals and no other separator; null where the convention can't have printed them. */
function separated(digits: string, convention: Convention): string | null {
  const [thousands, decimal] = convention === 'point' ? [',', '.'] : ['.', ','];
  const [whole, fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || fraction?.includes(thousands)) return null;
  const groups = whole!.split(/[,. '’]/);
  const isGrouped = groups.length > 1;
  if (isGrouped && (groups[0] === '0' || groups.slice(1).some(group => group.length !== 3))) return null;
  return fraction === undefined ? groups.join('') : `${groups.join('') || '0'}.${fraction}`;
}

function powerOf(power: string | undefined): number {
  if (!power) return 1;
  return 10 ** Number(/-?\d+\)?$/.exec(power.replace(/\+/, ''))![0].replace(')', ''));
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  mn: 1e6,
  Mn: 1e6,
  MM: 1e6,
  B: 1e9,
  bn: 1e9,
  Bn: 1e9,
  G: 1e9,
  T: 1e12,
  tn: 1e12,
  trn: 1e12,
};

/** Letters that multiply are multiplied out, since ticks mix them ("500K", "1M"); words such as "million" are the unit. */
function unitOf(prefix: string, suffix: string): { readonly scale: number; readonly unit: string } {
  const scale = SCALES[suffix] ?? (prefix ? SCALES[suffix.toUpperCase()] : undefined);
  if (scale !== undefined) return { scale, unit: prefix };
  const [letter, ...rest] = suffix.split(/(?<=^[KMB]) ?(?=[%$€£])/);
  if (rest.length > 0 && SCALES[letter!]) return { scale: SCALES[letter!]!, unit: rest.join('') };
  return { scale: 1, unit: [prefix, suffix].filter(Boolean).join(' ') };
}
