import type { MetricRef } from '../../domain/question.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Ask } from './asks.ts';
import { metricRef } from './refs.ts';
import { contentWords } from './terms.ts';
import { withoutTimes } from './times.ts';

/** A market that a clause speaks of. */
export interface Market {
  /** As written: "the global market for water-treatment equipment". */
  readonly said: string;
  /** What is sold there: "water-treatment equipment". */
  readonly goods: string;
  /** For headings: "market for water-treatment equipment", "heat pump market". */
  readonly name: string;
}

const REACH =
  '(?:global|world|worldwide|international|domestic|national|european|north american|american|asian|chinese|u\\.?s\\.?)';
const STOPS =
  'with|in|by|or|expected|forecasts?|forecasted|projected|predicted|is|are|was|were|will|has|have|had|did|do|does|gr[eo]w\\w*|worth|valued|between|from|since|to|over|what|who|how|which|why|develop\\w*|chang\\w*|look|reach|that|this|its|their|the|of|for|at|on|through|until|during';
const NOUNS = `(?:(?!(?:${STOPS})\\b)[\\p{L}\\p{N}][\\p{L}\\p{N}'’&/-]*(?:\\s+and(?=\\s+(?!(?:${STOPS})\\b)))?\\s*){1,6}`;
const MARKET_FOR = new RegExp(
  `\\b(?:the\\s+)?(?:${REACH}\\s+)?markets?\\s+(?:for|in)\\s+(?:the\\s+)?(?<goods>${NOUNS})`,
  'iu',
);
const MARKET_OF = new RegExp(
  `\\b(?:the|a)\\s+(?:${REACH}\\s+)?(?<goods>(?:(?!(?:${STOPS})\\b)[\\p{L}\\p{N}][\\p{L}\\p{N}'’&/-]*\\s+){1,4})market\\b(?!\\s+(?:shares?|values?|cap|capitali[sz]ation|prices?|risks?|size|leader))`,
  'iu',
);
/** Markets that are no trade in goods, or no market at all. */
const OTHER =
  /^(?:stock|labou?r|job|housing|capital|bond|financial|fair|mass|free|total|addressable|total addressable|open|black|money|single|internal|target|home|end|credit|equity|local|global|world|worldwide|international|domestic|national|european|american|same|whole|overall|new|key|main)\s*$/iu;

const LEADS =
  /\bwho\b.*\b(?:leads?|led|leading|ahead|dominates?)\b|\b(?:leaders?|leads|dominates?|largest|biggest|players?|rank\w*|ahead)\b|\bshares?\b|\b(?:top|leading)\b/iu;
const SIZE =
  /\bhow\s+(?:large|big|much)\b|\b(?:size|sized|large|worth|valued?|volume|forecasts?|expected|projected|reach|billion|addressable)\b/iu;
const GROWTH = /\b(?:gr[eo]w|growth|growing|cagr|expand\w*|annual rate)\b/iu;
const MOVED = /\b(?:develop\w*|evolv\w*|chang\w*)\b/iu;

/** The market that a clause names, if it names one. */
export function marketIn(clause: string): Market | null {
  const of = MARKET_FOR.exec(clause);
  const match = of ?? MARKET_OF.exec(clause);
  const goods = match?.groups?.goods?.trim();
  if (!match || !goods || OTHER.test(goods)) return null;
  return { said: match[0].trim(), goods, name: of ? `market for ${goods}` : `${goods} market` };
}

/** Whether a clause without a subject of its own asks for something that a market has. */
export function asksOfMarket(clause: string): boolean {
  return SIZE.test(clause) || GROWTH.test(clause) || LEADS.test(clause);
}

/** Who leads a market and with what shares, how large it is, how it grows: a question each. None: it is only mentioned. */
export function marketAsks(clause: string, market: Market, vocabulary: Vocabulary): readonly Ask[] {
  const { said, goods, name } = market;
  const asked = clause.replace(said, ' ');
  const ask = (id: string, rest: Pick<Ask, 'topic' | 'asked' | 'along'>, terms: readonly string[]): Ask[] => {
    const metric = vocabulary.metrics.get(id);
    if (!metric) return [];
    return [
      {
        ...rest,
        metrics: [ofMarket(metricRef(metric), goods)],
        phrases: [goods, name],
        terms,
        words: contentWords(goods),
      },
    ];
  };
  const leads = LEADS.test(asked);
  const grows = GROWTH.test(asked);
  const only = !leads && !grows && contentWords(withoutTimes(asked)).length === 0;
  const size = SIZE.test(asked) || (!leads && MOVED.test(asked)) || only;
  return [
    ...(leads
      ? ask(
          'market-share',
          {
            topic: name.startsWith('market') ? `Market shares in ${goods}` : `Shares of the ${name}`,
            asked: ['rank', 'share'],
            along: ['entity'],
          },
          ['market leader', 'largest supplier', 'market leaders'],
        )
      : []),
    ...(size
      ? ask('market-size', { topic: name.charAt(0).toUpperCase() + name.slice(1), asked: [], along: [] }, [
          'forecast',
          'expected to reach',
          'market size',
        ])
      : []),
    ...(grows
      ? ask('market-growth', { topic: `Growth of the ${name}`, asked: ['change'], along: [] }, [
          'annual growth',
        ])
      : []),
  ];
}

/** The ways that a report names a measure of this market, beside the measure's own. */
function ofMarket(metric: MetricRef, goods: string): MetricRef {
  const name = goods.toLowerCase();
  const forms = [`market for ${name}`, `${name} market`];
  if (metric.id === 'market-size') {
    const shares = forms.flatMap(form => [`share of the ${form}`, `shares of the ${form}`, `${form} share`]);
    return { ...metric, phrases: [...metric.phrases, ...forms], not: [...metric.not, ...shares] };
  }
  const measure = metric.id === 'market-share' ? 'share' : 'growth';
  return { ...metric, phrases: [...metric.phrases, ...forms.map(form => `${measure} of the ${form}`)] };
}
