import type { Aspect } from '../../domain/question.ts';

const SIGNS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'cause',
    /\bwhy\b|\b(?:what|which factors?) (?:drove|drives|caused|causes|explains?|explained|led|leads|is behind|was behind|are behind|were behind|contributed)|\bdrivers?\b|\bcauses?\b|\breasons?\b|\bbecause\b|\bfactors?\b|\bdriven by\b|\bdue to\b|\bdrove\b|\bexplain(?:s|ed)? by\b|\bimpact of\b|\beffects? of\b/iu,
  ],
  [
    'trend',
    /\bover (?:time|the (?:years?|last|past))\b|\btrends?\b|\bdevelop(?:s|ed|ment|ing)?\b|\bevol(?:ve|ves|ved|ution|ving)\b|\bby year\b|\band year\b|\bper year\b|\bannual(?:ly)?\b|\bhistor(?:y|ical)\b|\bsince\b|\byear[- ](?:over|on)[- ]year\b|\beach year\b|\bevery year\b/iu,
  ],
  [
    'change',
    /\bchang(?:e|es|ed|ing)\b|\bincreas|\bdecreas|\bgr[oe]w|\bgrowth\b|\bris(?:e|es|en|ing)\b|\brose\b|\bf[ae]ll(?:s|en|ing)?\b|\bdeclin|\bimprov|\bshift|\bdrop|\bdevelop|\bevol|\bmove[ds]?\b|\breduc/iu,
  ],
  ['comparison', /\bcompar|\bversus\b|\bvs\b|\bdiffer|\bbetween\b|\bthan\b|\brelative to\b|\bgap\b/iu],
  [
    'rank',
    /\bwho (?:leads?|led|is (?:ahead|leading)|has the (?:most|highest|largest))\b|\blargest\b|\bbiggest\b|\bhighest\b|\blowest\b|\bsmallest\b|\bmost\b|\bleast\b|\btop\b|\bleaders?\b|\bleading\b|\brank(?:s|ed|ing)?\b|\bbest\b|\bworst\b|\bleads\b|\bahead\b/iu,
  ],
  [
    'share',
    /\bshares?\b|\bpercentage\b|\bproportion\b|\bmix\b|\bbreakdown\b|\bsplit\b|\bportion\b|\bwhat percent\b|\bcomposition\b/iu,
  ],
  [
    'target',
    /\btargets?\b|\bgoals?\b|\bambitions?\b|\bcommitments?\b|\bpledge[sd]?\b|\baims?\b|\bnet[- ]zero\b|\bby 20[2-9]\d\b/iu,
  ],
  ['list', /\blist\b|\bname the\b|\bwhat are the (?:main|key|biggest|principal|major|most)\b|\bwhich\b/iu],
];

/** What kind of answer the words ask for, in a fixed order. */
export function aspectsOf(text: string): readonly Aspect[] {
  return SIGNS.filter(([, sign]) => sign.test(text)).map(([aspect]) => aspect);
}

const DIMENSION_WORDS: Readonly<Record<string, string>> = {
  year: 'year',
  annual: 'year',
  quarter: 'quarter',
  month: 'month',
  scope: 'scope',
  scopes: 'scope',
  segment: 'segment',
  segments: 'segment',
  division: 'segment',
  'business unit': 'segment',
  region: 'region',
  regions: 'region',
  geography: 'region',
  country: 'entity',
  countries: 'entity',
  company: 'entity',
  companies: 'entity',
  party: 'group',
  parties: 'group',
  age: 'group',
  gender: 'group',
  group: 'group',
  groups: 'group',
  race: 'group',
  education: 'group',
  income: 'group',
  sector: 'segment',
  product: 'segment',
  source: 'source',
  category: 'segment',
  type: 'segment',
};

/** The dimensions that "by scope and year", "per country" and the like name. */
export function dimensionsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, list = ''] of text.matchAll(
    /\b(?:by|per|for each|across|in each|broken down by)\s+((?:[a-z]+(?: unit)?)(?:(?:,\s*|\s+and\s+|,\s*and\s+)(?:by\s+)?[a-z]+)*)/giu,
  )) {
    for (const word of list.toLowerCase().split(/,\s*(?:and\s+)?|\s+and\s+/u)) {
      const dimension = DIMENSION_WORDS[word.replace(/^by\s+/, '').trim()];
      if (dimension && !found.includes(dimension)) found.push(dimension);
    }
  }
  return found;
}
