import type { MetricRef } from '../../domain/question.ts';
import type { Ask } from './asks.ts';
import { headline, stripAsking, untilVerb } from './headline.ts';
import type { Match, Matcher } from './match.ts';
import { afterLead } from './sentences.ts';
import { contentWords, phrasesIn } from './terms.ts';
import { withoutTimes } from './times.ts';
import { stemsOf, tidy, withoutCompany } from './words.ts';

interface Context {
  readonly names: readonly string[];
  readonly matcher: Matcher;
  readonly matches: readonly Match[];
}

const VIEWS =
  /^(?:(?:and |so )?(?:what|how|describe|summari[sz]e|compare|explain)\b.{0,40}?)?\b((?:views?|opinions?|attitudes?|perceptions?|feelings?|beliefs?|sentiments?)\s+(?:of|on|about|toward|towards|regarding)\s+.+)$/iu;
const VIEWED =
  /^how (?:do|does|did|have|has)\b.{2,40}?\s(?:view|viewed|see|seen|perceive|perceived|regard|rate|rated|feel about|felt about|think (?:of|about))\s+((?:the\s)?[\p{L}].+?)[?.\s]*$/iu;
const OPINION_TERMS = [
  'approve',
  'disapprove',
  'favor',
  'oppose',
  'support',
  'favorable',
  'agree',
  'views',
  'percent say',
];
const CONJUNCTION = /,\s*(?:and\s+|or\s+)?|\s+(?:and|or|as well as)\s+/u;
const GOAL = /^(?:the\s+)?(?:targets?|goals?|ambitions?|commitments?)\b/iu;
/** What makes a part of a sentence more than a name of something. */
const SENTENCE =
  /\b(?:who|which|that|than|if|is|are|was|were|has|have|had|did|do|does|using|used|compared|whose|what|where|when|there)\b/iu;
const LISTS =
  /^(?:and |so |please )?(?:what (?:is|are|was|were)|how (?:did|do|does|has|have)|describe|summari[sz]e|give|show|list|report|compare|outline|provide)\b/iu;

/**
 * What a clause asks for that the vocabulary doesn't know, each as a metric of its own words.
 * `instead`: the clause asks for opinions of something, so what the vocabulary saw in it is only their object.
 */
export function ownAsks(
  clause: string,
  context: Context,
): { readonly asks: readonly Ask[]; readonly instead: boolean } {
  const survey = context.matches.some(match => match.topic?.aspects.includes('statement'));
  const views = VIEWS.exec(clause)?.[1];
  if (views && !survey) return { asks: [opinionAsk(views, context)], instead: true };
  if (context.matches.length === 0) return { asks: wholeAsk(clause, context), instead: false };
  return {
    asks: listedParts(clause, context.matcher).flatMap(part => partAsk(part, context)),
    instead: false,
  };
}

/** "How do Americans see China?" asks for views of China. */
export function viewsIn(clause: string): string | null {
  const object = VIEWED.exec(clause)?.[1];
  return object ? `Views of ${object}` : null;
}

function opinionAsk(views: string, { names }: Context): Ask {
  const topic = untilVerb(views.replace(/[?.!]+$/u, ''));
  const object = contentWords(without(topic.replace(/^\S+\s+\S+\s+/u, ''), []));
  const ask = ownAsk(topic, object.length > 0 ? object : contentWords(names.join(' ')));
  return { ...ask, terms: [...ask.terms, ...OPINION_TERMS] };
}

function wholeAsk(clause: string, { names }: Context): readonly Ask[] {
  const bare = without(clause, names);
  const words = contentWords(bare);
  const phrases = phrasesIn(bare);
  if (words.length === 0 && phrases.length === 0 && names.length === 0) return [];
  const topic = headline(clause);
  const short = contentWords(topic).length <= 5 && !SENTENCE.test(topic);
  const label = short ? without(topic, names).replace(/\?$/u, '').toLowerCase() : '';
  return [
    { ...ownAsk(topic, words), ...labels([label, ...phrases, words.join(' ')], words, topic), phrases },
  ];
}

/** The metric that the question's own words make: what a label or sentence has to say to be about it. */
function labels(phrases: readonly string[], words: readonly string[], name: string): Pick<Ask, 'metrics'> {
  const said = [...new Set(phrases.filter(phrase => phrase !== ''))].slice(0, 6);
  return { metrics: [{ id: `own:${words.join(' ')}`, name, phrases: said, not: [], dimensions: [] }] };
}

function partAsk(part: string, { names, matcher }: Context): readonly Ask[] {
  if (matcher(stemsOf(part)).length > 0 || GOAL.test(part) || SENTENCE.test(part)) return [];
  const bare = without(untilVerb(stripAsking(part)), names);
  const words = contentWords(bare);
  return words.length === 0 || words.length > 4 ? [] : [ownAsk(bare, words)];
}

/**
 * "revenue, deferred widgets and capex": the parts of a list. What follows a known metric and a preposition
 * ("generation from solar and wind") narrows that metric, and isn't a part.
 */
function listedParts(clause: string, matcher: Matcher): readonly string[] {
  if (!LISTS.test(clause) || afterLead(clause) !== clause) return [];
  const parts = stripAsking(clause).split(CONJUNCTION);
  const narrowed = parts.findIndex(
    part =>
      matcher(stemsOf(part)).length > 0 &&
      /\s(?:of|from|in|for|at|by|on|between|among|across|over|through|during|as|per|to|with)\s/iu.test(part),
  );
  const listed = narrowed < 0 ? parts : parts.slice(0, narrowed + 1);
  if (listed.length < 2 || parts.some(part => SENTENCE.test(part))) return [];
  return listed.filter(part => !/^(?:by|in|between|from|since|for|per|over|as)\b/iu.test(part));
}

/** A metric of a phrase's own words. */
export function ownMetric(phrase: string): MetricRef | null {
  const words = contentWords(phrase);
  if (words.length === 0) return null;
  const name = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return labels([phrase.toLowerCase(), words.join(' ')], words, name).metrics[0] ?? null;
}

function ownAsk(topic: string, words: readonly string[]): Ask {
  const name = topic.charAt(0).toUpperCase() + topic.slice(1);
  const metric = labels([topic.toLowerCase().replace(/\?$/, ''), words.join(' ')], words, name);
  const phrases = topic.includes(' ') ? [topic.toLowerCase().replace(/\?$/, '')] : [];
  return { topic: name, ...metric, asked: ['statement'], along: [], terms: [], phrases, words };
}

function without(phrase: string, names: readonly string[]): string {
  const named = names.reduce((text, name) => text.split(name).join(','), tidy(phrase));
  return withoutCompany(withoutTimes(named))
    .replace(/(?:^|\s|,)['’]s?(?=\s|$)/gu, ' ,')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/gu, '')
    .replace(/\s+(?:by|in|of|for|from|at|since|to|and)\s*$/iu, '')
    .trim();
}
