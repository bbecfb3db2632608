import { currencyIn } from './currencies.ts';
import { scaleIn } from './scales.ts';
import type { UnitHint } from './types.ts';
import { unitIn } from './units.ts';

/**
 * What words near a number say about its unit: a table's note "(in millions, except per share data)", a header
 * "USD million", a unit column "1,000 metric tons". Empty where they say nothing.
 */
export function parseUnitNote(text: string): UnitHint {
  const said = text.replace(/\b(?:except|other than|excluding)\b.*?(?:\)|$)/gi, ' ');
  if (said.trim() === '') return {};
  const currency = currencyIn(said);
  const scale = scaleIn(said);
  if (currency) return { dimension: 'money', unit: currency, currency, ...(scale ? { scale } : {}) };
  const unit = unitIn(said);
  // "million metric tons": the unit's own pattern holds the scale word already.
  const times = unit && unit.scale === scale ? 1 : (scale ?? 1);
  const factor = (unit?.scale ?? 1) * times;
  if (unit) return { dimension: unit.dimension, unit: unit.unit, ...(factor === 1 ? {} : { scale: factor }) };
  return scale ? { scale } : {};
}

/** Only a unit and nothing else: "t CO2e", "USD million", "%", "in 1,000 metric tons". */
export function isUnitLabel(text: string): boolean {
  const label = text.trim();
  const digits = label.replace(/1[,. ]?000|CO2|m2|m3/gi, '');
  if (label === '' || label.length > 40 || /\d/.test(digits)) return false;
  const hint = parseUnitNote(label);
  if (hint.unit === undefined && !/^\(?(?:in )?(?:thousands|millions|billions)\)?$/i.test(label)) {
    return /^(?:number|no\.|#|count|headcount|people|employees)$/i.test(label);
  }
  const rest = label
    .replace(/(?<![A-Z])CO[2₂](?:[\s-]*e(?:q\w*)?)?(?!\p{L})|equivalents?/giu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return rest === '' || rest.split(' ').every(word => UNIT_WORDS.has(word.toLowerCase()));
}

const UNIT_WORDS = new Set(
  'in of the thousand thousands million millions billion billions mio mrd mn bn m k us usd eur gbp jpy chf cny dollars euros percent percentage points pp metric t ton tons tonne tonnes kt mt mmt gt kg g kwh mwh gwh twh gj tj pj mj kw mw gw m³ m³ cubic meter meters metre metres liters litres l ml km ha hectares x ghg emissions'.split(
    ' ',
  ),
);
