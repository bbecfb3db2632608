import { parsePeriods } from '../lib/quantity/index.ts';

/** Months in the languages that company reports are written in, in any case form and without their dots. */
const MONTHS =
  'jan(?:uary|uar|vier|uari|eiro)?|feb(?:ruary|ruar|ruari)?|fév(?:rier)?|mar(?:ch|zo|s|s)?|märz|maart|apr(?:il|ile)?|avril|abril|may|mai|mei|mayo|maggio|june?|juni|juin|junio|giugno|july?|juli|juillet|julio|luglio|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|iembre|tembre)?|settembre|o[ck]t(?:ober|obre|ubre)?|ottobre|nov(?:ember|embre|iembre)?|novembre|de[cz](?:ember|embre|iembre)?|déc(?:embre)?|dicembre';
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|\\.)?';

/** A day that no year stands with: "31 December", "September 30,", "30. Juni". */
const DAYS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DAY} (?:de |di )?(?:${MONTHS})|(?:${MONTHS})\\.? ${DAY})(?![\\p{L}])\\.?,?`,
  'giu',
);
const BARE_MONTHS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${MONTHS})\\.?(?![\\p{L}])`, 'giu');
/** What says over which time or at which day, in general terms. */
const SPANS =
  /(?<![\p{L}\p{N}])(?:(?:the )?(?:fiscal |financial |full |calendar )?years?(?: to date)?[ -](?:ended|ending|end|to)(?: on)?|(?:fiscal|financial|calendar|reporting|base|full|comparison|comparative|prior|previous|current)[ -](?:years?|periods?|dates?)(?! (?:exchange )?rates?\b)|baselines?|(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|fifty-three|\d{1,2})[ -](?:months?|weeks?)(?: (?:ended|ending|to)(?: on)?)?|quarters? (?:ended|ending)|periods? (?:ended|ending)|as (?:of|at)|for the|geschäftsjahre?s?|exercice(?: clos)?(?: le| au)?|ejercicio|esercizio)(?![\p{L}])/giu;
/** Which edition or finish of a number it is, where that is the plain one. */
const EDITIONS =
  /(?<![\p{L}\p{N}])(?:(?:un)?audited|(?<!(?:previously|originally) )(?:as )?reported|actuals?|total|consolidated)(?![\p{L}])/giu;
/** What every column may be called; part of a name beside other words. */
const GENERAL =
  /(?<![\p{L}\p{N}])(?:amounts?|values?|figures?|results?|notes?|data|units?|unit of measure(?:ment)?|years?|periods?|quarters?|dates?|jahr|zum|am|stand|vom|clos|le|au|al)(?![\p{L}])/giu;
const UNITS =
  /(?<![\p{L}\p{N}-])(?:in|of)\s+(?=(?:us|c|a|hk|nz|s)?[$€£¥]|thousand|million|billion|metric|kilo|mega|giga|tonn|tons|t\b|kt\b|mt\b|usd|eur|gbp|chf|percent|per cent|%)|(?<![\p{L}\p{N}-])(?:us|c|ca|a|au|hk|nz|s|r)?[$€£¥](?:[ -]?(?:m|mn|mm|bn|k|000s?|’000|'000|thousands?|millions?|billions?))?(?![\p{L}])|(?<![\p{L}\p{N}-])(?:thousands?|millions?|billions?|trillions?|mio|mrd|mn|bn|dollars?|euros?|pounds(?: sterling)?|sterling|francs?|yen|yuan|usd|eur|gbp|chf|jpy|cny|inr|sek|nok|dkk|metric|(?:[kmg]?t|kg|[kmg]tonn?es?|tons?|tonnes?)(?: of)?[ -]?(?:co2|co₂)(?:[ -]?e(?:q(?:uivalents?|uiv|v)?\.?)?)?|co(?:2|₂)(?:[ -]?e(?:q(?:uivalents?|uiv|v)?\.?)?)?|tons?|tonnes?|[kmg]?t|kg|[kmgtp]wh?|[gtpm]j|m3|m³|m2|m²|per ?cent(?:age)?s?|pct|headcount|ftes?)(?![\p{L}\p{N}-])|[$€£¥%‰]/giu;
const EDGE =
  /^(?:(?:and|of|the|in|at|as|for|to|by|on|from|–|-|\/)(?:\s+|$))+|(?:(?:^|\s+)(?:and|of|the|in|at|as|for|to|by|on|from|–|-|\/))+$/i;
/** "2025e", "2030F": the letter says that it is a forecast. */
const FORECAST_MARK = /\d ?[ef]$/i;
const NUMBERS =
  /(?<=\s|^)(?<!\b(?:scopes?|category|tier|phase|level|class|stage|segment|and|&|,)\s)(?:[.,'’/-]*\d[\d.,'’/-]*|[.,'’/-]+)(?=\s|$)/giu;

/**
 * What a header or a label says beside period, unit and what every table says: '' where that is all.
 * "Year ended 30 September 2024" is '', "FY2023 restated" is "restated", "2030f" is "forecast".
 */
export function tellingWords(text: string): string {
  let rest = '';
  let at = 0;
  for (const span of parsePeriods(text)) {
    rest += `${text.slice(at, span.start)} ${FORECAST_MARK.test(span.printed) ? 'forecast' : ''} `;
    at = span.end;
  }
  rest += text.slice(at);
  const dated = rest
    .replace(/\((?:\d{1,2}|[a-z]|\d{1,2} weeks)\)/g, ' ')
    .replace(SPANS, ' ')
    .replace(DAYS, ' ')
    .replace(EDITIONS, ' ')
    .replace(UNITS, ' ');
  const bare = trimmed(dated.replace(GENERAL, ' ').replace(BARE_MONTHS, ' '));
  return bare === '' ? '' : trimmed(dated);
}

function trimmed(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}&/.’' -]+/gu, ' ')
    .replace(NUMBERS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(EDGE, '')
    .trim();
}
