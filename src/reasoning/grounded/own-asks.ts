import { parsePeriods } from '../../lib/quantity/index.ts';
import type { Ask } from './asks.ts';
import type { Match, Matcher } from './match.ts';
import { contentWords } from './terms.ts';
import { stemsOf } from './words.ts';

interface Context {
  readonly entities: readonly string[];
  readonly matcher: Matcher;
  readonly matches: readonly Match[];
}

const VIEWS =
  /\b((?:views?|opinions?|attitudes?|perceptions?|feelings?|beliefs?|sentiments?)\s+(?:of|on|about|toward|towards|regarding)\s+.+)$/iu;
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

/**
 * What a clause asks for that the vocabulary doesn't know, each as a metric of its own words.
 * `instead`: the clause asks for opinions of something, so what the vocabulary saw in it is only their object.
 */
export function ownAsks(
  clause: string,
  context: Context,
): { readonly asks: readonly Ask[]; readonly instead: boolean } {
  const survey = context.matches.some(match => match.topic?.aspects.includes('statement'));
  const views = survey ? null : VIEWS.exec(clause)?.[1];
  if (views) return { asks: [opinionAsk(views, context)], instead: true };
  const listed = context.matches.length > 0;
  const asks = (listed ? listedParts(clause, context.matcher) : [clause]).flatMap(part =>
    partAsk(part, listed, context),
  );
  return { asks, instead: false };
}

function opinionAsk(views: string, { entities }: Context): Ask {
  const topic = untilVerb(views.replace(/[?.!]+$/u, ''));
  const object = contentWords(without(topic.replace(/^\S+\s+\S+\s+/u, ''), []));
  const ask = ownAsk(topic, object.length > 0 ? object : contentWords(entities.join(' ')));
  return { ...ask, terms: [...ask.terms, ...OPINION_TERMS] };
}

function partAsk(part: string, listed: boolean, { entities, matcher }: Context): readonly Ask[] {
  if (listed && (matcher(stemsOf(part)).length > 0 || GOAL.test(part))) return [];
  const bare = without(untilVerb(stripAsking(part)), entities);
  const words = contentWords(bare);
  if (listed) return words.length === 0 || words.length > 4 ? [] : [ownAsk(bare, words)];
  const all = contentWords(without(part, entities));
  return all.length === 0 && entities.length === 0 ? [] : [ownAsk(headline(part, bare), all)];
}

/**
 * "revenue, deferred widgets and capex": the parts of a list. What follows a known metric and a preposition
 * ("generation from solar and wind") narrows that metric, and isn't a part.
 */
function listedParts(clause: string, matcher: Matcher): readonly string[] {
  const parts = stripAsking(clause).split(CONJUNCTION);
  const narrowed = parts.findIndex(
    part =>
      matcher(stemsOf(part)).length > 0 &&
      /\s(?:of|from|in|for|at|by|on|between|among|across)\s/iu.test(part),
  );
  const listed = narrowed < 0 ? parts : parts.slice(0, narrowed);
  return listed.length > 1
    ? listed.filter(part => !/^(?:by|in|between|from|since|for|per|over|as)\b/iu.test(part))
    : [];
}

function ownAsk(topic: string, words: readonly string[]): Ask {
  const name = topic.charAt(0).toUpperCase() + topic.slice(1);
  const phrase = words.join(' ');
  const phrases = [...new Set([topic.toLowerCase().replace(/\?$/, ''), phrase])].filter(p => p !== '');
  return {
    topic: name,
    metrics: [{ id: `own:${phrase}`, name, phrases, not: [], dimensions: [] }],
    asked: ['statement'],
    along: [],
    terms: words,
    words,
  };
}

/** "What risks does the company see" is about risks; "Which continent has …?" stays a question. */
function headline(clause: string, bare: string): string {
  const asksWhich =
    /^(?:which|who|whose|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|how)\b/iu.test(
      clause,
    );
  const noun =
    /^(\S+(?:\s+\S+){0,6}?)\s+(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)\s/iu.exec(
      bare,
    )?.[1];
  if (asksWhich) return shorten(clause.replace(/[.!]+$/u, ''), 90);
  return shorten(noun && contentWords(noun).length > 0 ? noun : bare || clause, 70);
}

function stripAsking(clause: string): string {
  return clause
    .replace(/[?.!;:]+$/u, '')
    .replace(
      /^(?:please\s+)?(?:and\s+|so\s+)?(?:tell (?:me|us) about|describe|list|name|summari[sz]e|compare|explain|give|show|find)\s+/iu,
      '',
    )
    .replace(
      /^(?:what|which|who|whom|how|why|when|where)\b(?:\s+(?:is|are|was|were|do|does|did|has|have|had|can|will|would|should|much|many))*\s+/iu,
      '',
    )
    .replace(/^(?:the|a|an|its|their|our)\s+/iu, '')
    .trim();
}

function untilVerb(phrase: string): string {
  const verb =
    /\s+(?:change[ds]?|develop(?:ed)?|evolved?|differ(?:ed|s)?|look like|over time|(?:by|each|per) year|by \w+$|shift(?:ed)?|var(?:y|ied|ies)|grow|grew|rise|rose|fall|fell|declined?|improved?)\b.*$/iu;
  const cut = phrase.replace(verb, '').replace(/\s+/g, ' ').trim();
  return cut === '' ? phrase : cut;
}

function without(phrase: string, entities: readonly string[]): string {
  const named = entities.reduce((text, name) => text.split(name).join(' '), phrase);
  const bare = [...parsePeriods(named)]
    .reverse()
    .reduce((text, s) => text.slice(0, s.start) + text.slice(s.end), named);
  return bare
    .replace(/(?:^|\s)['’]s?(?=\s|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?:by|in|of|for|from|at|since|to|and)\s*$/iu, '')
    .trim();
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/\s+\S*$/u, '')}…`;
}
