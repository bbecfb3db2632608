import { parsePeriods } from '../lib/quantity/index.ts';
import { restOf } from './headers.ts';
import { cleanLabel } from './labels.ts';

/** "of which Europe" is Europe, "FY2025 plan" the plan. */
export function tellingLabel(label: string): string {
  const clean = cleanLabel(label).replace(PART_MARK, '');
  if (OWN_FORECAST.test(clean) || GOAL.test(clean)) return '';
  const whole = TOTAL_OF.exec(clean)?.groups?.what ?? clean;
  return parsePeriods(whole).length > 0
    ? restOf(whole)
    : whole.replace(BASIS, '$1-based').replace(BASIS_ALONE, lower);
}

/** "Example Institute (this study)": its own number, not one of those that it compares. */
const OWN_FORECAST = /\((?:this|our|own) (?:study|report|forecast|estimate|survey|publication)\)$/i;
/** "Total (location based)" is the whole of the location-based. */
const TOTAL_OF = /^(?:sub)?totals?\s*\((?<what>[^()]+)\)$/i;
const BASIS = /\b(market|location)[ -]based\b/i;
const BASIS_ALONE = /^(?:market|location)-based$/i;
/** A goal over the rows that measure it: "Reduce Scope 1 and Scope 2 emissions". */
const GOAL = /^(?:reduce|cut|lower|halve|increase|raise|achieve|reach|improve|source|maintain)\s/i;
const PART_MARK = /^(?:[–—-]\s*)?(?:of which|thereof|davon|dont|including|incl\.)(?: in| from| for)?[\s:]+/i;

function lower(text: string): string {
  return text.toLowerCase();
}
