import { parsePeriods } from './periods.ts';

/** A stretch of text whose digits are no quantity. */
export type Mask = readonly [start: number, end: number];

const NAMED =
  'pages?|pp?\\.|figures?|figs?\\.|tables?|charts?|exhibits?|exh\\.|boxe?s?|sections?|secs?\\.|items?|notes?|footnotes?|nos?\\.|number|chapters?|appendix|annex(?:es)?|parts?|steps?|articles?|arts?\\.|rules?|forms?|vol(?:ume|\\.)|scopes?|categor(?:y|ies)|cat\\.|tiers?|levels?|phases?|questions?|GRI|ISO|IFRS|IAS|ESRS|ASC|ASU|SFAS|FAS|SDGs?|goals?|type|class|series|schedule|version|principles?|paragraphs?|topic|subtopic|stage|grade|generation|windows|unit|room|suite|box|building|floor|option|version|v\\.?|©|chapter|line|row|column|day|week|slide';
const NUMBER_LIST = '[A-Z]?\\d+(?:[.\\-:][\\dA-Za-z]+)*(?:\\([a-z\\d]+\\))*';
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d])(?:${NAMED})\\s?#?${NUMBER_LIST}(?:(?:\\s*(?:,|and|&|or|to|–|-|\\+|/)\\s*)+(?:scope )?${NUMBER_LIST}(?![\\d%]|\\s*(?:%|percent|million|billion)))*`,
    'giu',
  ),
  // Telephone numbers, postal codes, file numbers, times, links and addresses.
  /(?:\+\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/g,
  /\+\d{1,3}(?:[\s.()-]{1,2}\d{1,4}){2,}/g,
  /(?<!\d)\d{2,5}-\d{4,}(?!\d)/g,
  /(?<!\d)\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?/gi,
  /(?<!\d)\d{1,2}\s?[ap]\.m\./gi,
  /(?:https?:\/\/|www\.)\S+|\S+@\S+/g,
  /\b[a-z\d.-]+\.(?:com|org|net|gov|edu)(?:\/\S*)?/gi,
  // Ordinals, decades, list numbers, footnote marks.
  /(?<!\d)\d+(?:st|nd|rd|th)(?!\p{L})/gu,
  /['’]?\d{2,4}s(?!\p{L})/gu,
  /^\s*\(?\d{1,2}[.)](?=\s)/g,
  /(?<![$€£\d])\((?:\d{1,2}|[ivx]+)\)(?!\s?%)/g,
  /\[\d{1,3}(?:\s*,\s*\d{1,3})*\]/g,
  /(?<=[\p{L}][.,;:)”"’]{1,2})\d{1,2}(?=\s|$)/gu,
  // Month and day without a year, or the span of a survey: "April 25-May 1", "Oct. 21 to Nov. 30".
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s\d{1,2}(?:\s?(?:–|-|to|and)\s?\d{1,2})?(?!\d|%|,\d)/gi,
  /(?<!\d)\d{1,2}\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/gi,
  // Names that hold digits: 10-K, 401(k), 24/7, G20, PM2.5.
  /(?<![\d.,])\d{1,3}-[A-Z](?!\p{L})/gu,
  /\b40[13]\s?\([kb]\)/gi,
  /(?<!\d)24\/7(?!\d)/g,
];

/** Everything with digits that is not a value: periods, references, telephone numbers, dates, ordinals, list marks. */
export function masksOf(text: string): readonly Mask[] {
  const masks: Mask[] = parsePeriods(text).map(span => [span.start, span.end]);
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) masks.push([match.index, match.index + match[0].length]);
  }
  return masks;
}

export function isMasked(masks: readonly Mask[], at: number): boolean {
  return masks.some(([start, end]) => at >= start && at < end);
}
