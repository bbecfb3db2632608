import type { Aspect } from '../../domain/question.ts';
import { afterLead } from './sentences.ts';
import { timesOf, withoutTimes } from './times.ts';

const SIGNS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'cause',
    /\bwhy\b|\b(?:what|which factors?) (?:drove|drives|caused|causes|explains?|explained|led to|leads to|is behind|was behind|are behind|were behind|contributed)|\bdrivers?\b|\bcauses?\b|\breasons?\b|\bbecause\b|\bfactors?\b|\bdriven by\b|\bdue to\b|\bdrove\b|\bexplain(?:s|ed)? by\b|\bimpact of\b|\beffects? of\b/iu,
  ],
  [
    'trend',
    /\bover (?:time|the (?:years?|last|past))\b|\btrends?\b|(?<!(?:research and|r&d|product|business|software|sustainable) )\bdevelop(?:s|ed|ments?|ing)?\b|\bevol(?:ve|ves|ved|ution|ving)\b|\bby year\b|\band year\b|\bper year\b|\bannual(?:ly)?\b|\bhistor(?:y|ical)\b|\bsince\b|\byear[- ](?:over|on)[- ]year\b|\beach year\b|\bevery year\b/iu,
  ],
  [
    'change',
    /(?<!climate )\bchang(?:e|es|ed|ing)\b|\bincreas|\bdecreas|\bgr[oe]w|\bgrowth\b|\bris(?:e|es|en|ing)\b|\brose\b|\bf[ae]ll(?:s|en|ing)?\b|\bdeclin|\bimprov|\bshift|\bdrop|(?<!(?:research and|r&d|product|business|software|sustainable) )\bdevelop|\bevol|\bmove[ds]?\b|\breduc/iu,
  ],
  ['comparison', /\bcompar|\bversus\b|\bvs\b|\bdiffer|\bbetween\b|\bthan\b|\brelative to\b|\bgap\b/iu],
  [
    'rank',
    /\bwho (?:leads?|led|is (?:ahead|leading)|has the (?:most|highest|largest))\b|\blargest\b|\bbiggest\b|\bhighest\b|\blowest\b|\bsmallest\b|\bmost\b|\bleast\b|\btop\b|\bleaders?\b|\bleading\b|\brank(?:s|ed|ing)?\b|\bbest\b|\bworst\b|\bleads\b|\bahead\b/iu,
  ],
  [
    'share',
    /(?<!per )\bshares?\b(?! (?:outstanding|repurchas|buyback|price|capital|count))|\bpercentage\b|\bproportion\b|\bmix\b|\bbreakdown\b|\bsplit\b|\bportion\b|\bwhat percent\b|\bcomposition\b/iu,
  ],
  [
    'target',
    /\btargets?\b|\bgoals?\b|\bambitions?\b|\bcommitments?\b|\bpledge[sd]?\b|\baims?\b|\bnet[- ]zero\b|\bby 20[2-9]\d\b/iu,
  ],
  ['list', /\blist\b|\bname the\b|\bwhat are the (?:main|key|biggest|principal|major|most)\b|\bwhich\b/iu],
];

/** What kind of answer the words ask for, in a fixed order. */
export function aspectsOf(text: string): readonly Aspect[] {
  const bare = withoutTimes(text);
  const asks = afterLead(text);
  const { lastYears = 1, periods } = timesOf(text);
  const seen = SIGNS.filter(([aspect, sign]) => sign.test(OF_TIME.has(aspect) ? text : bare));
  const spans = lastYears > 1 || periods.some(period => period.kind === 'range');
  return unique([
    ...seen.map(([aspect]) => aspect),
    ...(spans ? (['trend'] as const) : []),
    ...(/\bhow many\b/iu.test(asks) ? (['count'] as const) : []),
    ...(WHETHER.test(asks) ? (['whether'] as const) : []),
    ...(WHETHER.test(asks) && !MEASURED.test(bare) ? (['statement'] as const) : []),
  ]);
}

/** Signs that words about time are part of: "since 2019", "by 2030". */
const OF_TIME = new Set<Aspect>(['trend', 'target']);
const WHETHER = /^(?:and\s+)?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/iu;

/** "Did margins improve?" is answered by numbers, "Does it have a plan?" by words. */
const MEASURED =
  /\b(?:increas|decreas|gr[oe]w|ris|rose|f[ae]ll|declin|improv|higher|lower|more|less|larger|smaller|exceed|drop)/iu;

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
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
  const which = /\bwhich (\w+)\b/iu.exec(text)?.[1]?.toLowerCase() ?? '';
  if (/s$|ies$/.test(which) && DIMENSION_WORDS[which]) found.push(DIMENSION_WORDS[which]);
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
