/** A number as printed in charts: thousands separators, currency and percent signs aside; null for anything else. */
export function numberOf(text: string): number | null {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/^([-+]?)\s*[$€£¥]\s*/, '$1')
    .replace(/\s*%$/, '')
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(bare) ? Number(bare) : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DATES: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<number>\d{1,2})(?:-(?<day>\d{1,2}))?(?:[t ].*)?$/,
  new RegExp(`^${MONTH}[ ,-]+(?:(?<day>\\d{1,2}),? +)?(?<year>\\d{4})$`),
  new RegExp(`^(?:(?<day>\\d{1,2})\\.? +)?${MONTH},? +(?<year>\\d{4})$`),
  new RegExp(`^(?<year>\\d{4}) +${MONTH}(?: +(?<day>\\d{1,2}))?$`),
  /^(?<number>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4})[ -]?q(?<quarter>[1-4])$/,
  /^q(?<quarter>[1-4])[ -]?(?<year>\d{4})$/,
];

/** Milliseconds since 1970 of a day, month or quarter that a label names in full; null for anything else, years alone too. */
export function timeOf(text: string): number | null {
  const label = plain(text);
  for (const pattern of DATES) {
    const groups = pattern.exec(label)?.groups;
    if (!groups) continue;
    const year = Number(groups.year) + (groups.year?.length === 2 ? 2000 : 0);
    const month = groups.month
      ? MONTHS.indexOf(groups.month)
      : groups.quarter
        ? (Number(groups.quarter) - 1) * 3
        : Number(groups.number) - 1;
    if (month >= 0 && month < 12) return Date.UTC(year, month, Number(groups.day ?? 1));
  }
  return null;
}

/** A head in the one form in which heads are compared: lower case, dates as ISO days, numbers without decoration. */
export function canonicalKey(text: string): string {
  const time = timeOf(text);
  if (time !== null) return new Date(time).toISOString().slice(0, 10);
  const number = numberOf(text);
  return number === null ? plain(text) : String(number);
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ');
}
