import type { Period } from '../domain/value.ts';

/** "Market size, 2022 to 2030 (from 2025: forecast)": what a title says of the later columns. */
const FROM =
  /\b(?:from|since|as of|starting(?: in| with)?)\s+(?:fy ?)?(?<year>(?:19|20)\d{2})(?: on(?:wards?)?)?[:,]?\s*(?:forecasts?|projections?|projected|estimates?|estimated|expected|planned|plan)\b/i;
const ABOUT =
  /\b(?:forecasts?|projections?|projected|estimates?|planned)\s+(?:from|since|as of|starting(?: in)?)\s+(?:fy ?)?(?<year>(?:19|20)\d{2})/i;

/** Whether the words around a table or a chart make its values of that period forecasts. */
export function isForecast(around: readonly string[], period: Period | null): boolean {
  if (period === null) return false;
  return around.some(text => {
    const from = (FROM.exec(text) ?? ABOUT.exec(text))?.groups?.year;
    return from !== undefined && period.year >= Number(from);
  });
}
