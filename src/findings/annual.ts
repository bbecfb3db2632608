import type { Profile } from '../domain/state.ts';
import type { Period } from '../domain/value.ts';
import { yearTo } from '../lib/quantity/index.ts';

/** What is counted on a day; everything else is counted over a time. */
const STOCK =
  /\b(?:assets|liabilities|equity|debt|borrowings|cash(?! flows?| from| provided| paid| used)|inventor(?:y|ies)|receivables?|payables?|employees|headcount|workforce|members|memberships|subscribers|subscriptions|users|customers|stores|countries|population|capacity|backlog|order book|price|market (?:cap|value)|deposits|loans|shares outstanding|goodwill|provisions)\b/i;
export function isStock(metric: string): boolean {
  return STOCK.test(metric) && !USED_UP.test(metric);
}

/** What is written off a balance is counted over a time. */
const USED_UP =
  /^(?:amorti[sz]ation|depreciation|impairment|disposals?|purchases?|acquisitions?|sales?) of\b/i;

/** Fiscal years of 52 weeks end on another date each year. */
const DRIFT_DAYS = 8;

/**
 * A column headed by the day on which the fiscal year ends holds that year, where what it counts is a flow:
 * net sales at "December 28, 2019" are those of the year to that day.
 */
export function annualised(period: Period | null, metric: string, { yearEnd }: Profile): Period | null {
  if (period?.kind !== 'day' || yearEnd === undefined || isStock(metric)) return period;
  const [, month = 12, day = 31] = yearEnd.split('-').map(Number);
  const apart = Math.abs(dayOfYear(period.part ?? 1, period.day ?? 1) - dayOfYear(month, day));
  return Math.min(apart, 365 - apart) <= DRIFT_DAYS ? yearTo(period) : period;
}

function dayOfYear(month: number, day: number): number {
  return Math.round((month - 1) * 30.4) + day;
}
