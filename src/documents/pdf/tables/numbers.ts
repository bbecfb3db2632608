const AMOUNT =
  /^(?:[<>≤≥~≈±+\-–−]|\+\/[-–−])?\s?\(?[+\-–−]?\s?(?:[$€£¥₹]|US\$|USD|EUR|GBP|CHF|Rs\.?)?\s?\(?[+\-–−]?\d[\d.,’' \u00a0\u202f]*(?:\/\d+)?\s?(?:%|‰|x|bn|mn|m|k|pp|pts?|ppt|bps|€|£|°C)?\)?\s?%?\)?[*†‡§]*$/i;
const RANGE = /^\d[\d.,]*%?\s?[-–−/]\s?\d[\d.,]*%?$/;
const ABOUT =
  /^(?:approximately|approx\.|about|around|circa|ca\.|up to|at least|at most|more than|less than|over|under|between)\s/i;
const EXPONENT = /^[+\-–−]?\d(?:\.\d+)?e[+\-–−]?\d+$/i;
const SPREAD = /^\d[\d.,]*%?\s?(?:\(\s?[+\-–−]?\d[\d.,]*%?\s?\)|±\s?\d[\d.,]*%?)$/;
const NIL = /^(?:[$€£¥]\s?)?(?:[-–—−]{1,3}|\.{2,3}|…|n\/?[am]\.?|nm|n\.[am]\.|nil|none|\*{1,2}|†)\s?%?\)?$/i;
const UNIT =
  '(?:percent(?:age)?|points?|ppts?|pp|pts?|bps|hundred|thousand|million|billion|trillion|[kMG]?t(?:CO2(?:e|-?eq)?)?|tonn?e?s?|kilotons?|kg|mg|g|lbs?|oz|[kMGT]?Wh?|[MGTP]J|years?|months?|weeks?|days?|hours?|hrs?|min(?:utes?)?|sec(?:onds?)?|km|cm|mm|m[23²³]?|miles?|ft|ha|hectares|acres|times|shares|employees|people|persons|units|stores|barrels|litres?|liters?|Hz|[kMG]Hz|[kMG]B|dB|dpi|V|A|mA|°C|°F|%|euros?|dollars?|USD|EUR)';
const MEASURED = new RegExp(
  `^(?:\\+/[-–−]\\s?)?[<>~≤≥±+\\-–−(]*[$€£]?\\d[\\d.,]*\\)?%?(?:\\s${UNIT}){1,3}\\.?$`,
  'i',
);
const YEAR = /^(?:fy|cy|fiscal|q[1-4]|[1-4]q|h[12])?\s?['’]?(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?[aefp*]?$/i;
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE = new RegExp(
  `^(?:(?:${MONTH})\\.?(?:\\s\\d{1,2}(?:st|nd|rd|th)?)?,?(?:\\s(?:19|20)\\d\\d)?|\\d{1,2}\\s(?:${MONTH})\\.?,?(?:\\s\\d{4})?|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})$`,
  'i',
);
/** "January 28," may be broken before its day. */
const DAY = /^\d{1,2},$/;
const QUARTER = /^(?:(?:fy|cy)\s?['’]?\d\d|(?:q[1-4]|[1-4]q|h[12]|[12]h)(?:\s?['’]?(?:\d\d|\d{4}))?)$/i;

/** Whether a cell of this text holds an amount, or the sign for "none". */
export function isValue(text: string): boolean {
  return isAmount(text) || NIL.test(text);
}

/** Whether this text is a number with what belongs to it: sign, currency, brackets, percent, a unit; or a range. */
export function isAmount(text: string): boolean {
  if (isNumber(text)) return true;
  const [from = '', to, ...more] = text.replace(ABOUT, '').split(/\s(?:to|and|[-–—])\s/);
  if (more.length > 0) return false;
  return isNumber(from) && (to === undefined ? from !== text : isNumber(to.replace(ABOUT, '')));
}

function isNumber(text: string): boolean {
  return [AMOUNT, MEASURED, SPREAD, RANGE, EXPONENT].some(form => form.test(text));
}

/** Whether this text names a period, so that a line of them heads columns. */
export function isPeriod(text: string): boolean {
  return YEAR.test(text) || DATE.test(text) || QUARTER.test(text) || DAY.test(text);
}

/** Whether this is a bare year. */
export function isYear(text: string): boolean {
  return YEAR.test(text);
}

/** "1 year", "3-5 years": a value in one cell, but a header over many. */
export function isDuration(text: string): boolean {
  return /^\d+(?:\s?[-–]\s?\d+)?\s(?:years?|months?|weeks?|days?)$/i.test(text);
}

/** Currency and brackets that wait for the number to their right. */
export function isOpener(text: string): boolean {
  return /^(?:[$€£¥₹]|US\$|C\$|A\$|HK\$|R\$)?\(?$|^\($|^[$€£¥]\s?\($/.test(text) && text !== '';
}

/** Closing brackets and percent signs that belong to the number at their left. */
export function isCloser(text: string): boolean {
  return /^(?:\)|%|\)%|%\)|\)\s?%|‰|pp|pts)$/.test(text);
}

/** Words that say in which unit or scale a table counts. */
export function isUnitNote(text: string): boolean {
  const bare = text.trim();
  if (!/^[([].*[)\]]$/.test(bare) && !/^in\s/i.test(bare)) return false;
  return /\b(?:thousands?|millions?|billions?|unaudited|audited|dollars?|euros?|per share|percent(?:ages?)?|tonn?e?s?|tons|units?|000s?|mn|bn|except|figures?|us\$|usd|eur)\b|%|[$€£]/i.test(
    bare,
  );
}
