import type { MetricRef, Question } from '../domain/question.ts';
import type { TextReading } from '../domain/reading.ts';
import { isPartOf, type Mention, mentionsIn } from './clauses.ts';
import { phraseStems } from './labels.ts';
import { isOfTheWorld } from './subject.ts';
import { contentStems, indexOfPhrase, stems } from './words.ts';

/**
 * How a question's statements are found: by a measure it names, by an opinion of somebody or something, by a goal, or
 * by its words alone.
 */
export type Manner = 'measure' | 'opinion' | 'goal' | 'words';

export function mannerOf({ metrics, aspects }: Question): Manner {
  const known = metrics.filter(({ id }) => !id.startsWith('own:'));
  if (known.length === 0) return aspects.includes('target') ? 'goal' : 'words';
  if (aspects.includes('target')) return 'goal';
  return known.every(({ id }) => OPINIONS.has(id)) ? 'opinion' : 'measure';
}

/** Measures that surveys take: what somebody thinks of somebody or something. */
const OPINIONS = new Set(
  'job-approval job-disapproval favourability unfavourability economy-rating economy-outlook personal-finances country-direction trust confidence satisfaction support opposition concern importance ethics-rating agreement-with-president'.split(
    ' ',
  ),
);

/** Whether it is what people think, and so of somebody or something. */
export function isOpinion({ id }: Pick<MetricRef, 'id'>): boolean {
  return OPINIONS.has(id);
}

export interface Naming {
  /** Place of the metric among those asked for: the first is what the question is about. */
  readonly rank: number;
  /** Where in the sentence it is named. */
  readonly start: number;
}

/** Words of opinion that hold for anything; who or what is judged has to be said beside them. */
const OPINION = new Set([
  ...contentStems(
    'approve disapprove approval approving disapproval favor favorable favourable unfavorable favorably unfavorably view views viewed opinion opinions positive negative confident confidence express expressed support oppose agree disagree trust satisfied satisfaction dissatisfied rate rates rating ratings excellent good poor fair very somewhat mostly strongly great deal little impression think people public attitude attitudes feelings concerned worried important say change evaluation assessment',
  ),
]);
/** Words of goals and measures that hold for anything. */
const GENERAL = new Set([
  ...contentStems(
    'target targets goal goals aim ambition commitment reduction reduce total level change share rate amount number size forecast expected 2025 2030 2035 2040 2045 2050 baseline science based sbti own percentage point or only',
  ),
]);

/** How a sentence names what the question asks about; null where it only shares words with it. */
export function namingOf(question: Question, quote: string, reading: TextReading): Naming | null {
  const manner = mannerOf(question);
  if (manner === 'words') return wordsNaming(question, quote);
  if (manner === 'goal') return goalNaming(question, quote, reading);
  const all = mentionsIn(quote, question.metrics);
  const mentions = all.filter(mention => isOfIt(quote, mention));
  if (mentions.length === 0 && all.length > 0) return null;
  const named = mentions.length > 0 ? nearest(question, mentions) : termNaming(question, quote);
  if (named === null || manner === 'measure') return named;
  const specific = mentions.some(mention => !isOpinionOnly(quote.slice(mention.start, mention.end)));
  const holder = objectsIn(question, quote, reading);
  return specific || holder ? named : null;
}

/** What changed it is about a measure too: "the increase in operating income is due to …". */
const CHANGE_IN =
  /\b(?:growth|increases?|decreases?|changes?|declines?|rise|drop|reduction|improvement)\s+(?:in|of)\s+(?:[\p{L}-]+\s+){0,3}$/iu;

export function isOfIt(quote: string, mention: Mention): boolean {
  return !isPartOf(quote, mention) || CHANGE_IN.test(quote.slice(0, mention.start));
}

function nearest({ metrics }: Question, mentions: readonly Mention[]): Naming {
  const ranked = mentions.map(({ metric, start }) => ({ rank: metrics.indexOf(metric), start }));
  return ranked.sort((a, b) => a.rank - b.rank || a.start - b.start)[0] as Naming;
}

/** "Leads the market", which nobody prints as a label: a term of several words that the question looks for. */
function termNaming({ terms, metrics, entities }: Question, quote: string): Naming | null {
  const words = stems(quote);
  const known = new Set([
    ...metrics.flatMap(({ phrases }) => phrases),
    ...entities.map(name => name.toLowerCase()),
  ]);
  const phrases = terms
    .filter(({ term }) => !known.has(term))
    .map(({ term }) => phraseStems(term))
    .filter(phrase => phrase.length > 1 && !phrase.every(word => OPINION.has(word) || GENERAL.has(word)));
  const found = phrases.some(phrase => indexOfPhrase(words, phrase) >= 0);
  return found ? { rank: 0, start: 0 } : null;
}

function isOpinionOnly(phrase: string): boolean {
  return [...contentStems(phrase)].every(word => OPINION.has(word));
}

/** Whether a sentence, or the heading it stands under, names whom or what the question asks opinions of. */
function objectsIn({ topic, text }: Question, quote: string, reading: TextReading): boolean {
  const objects = [...contentStems(topic === '' ? text : topic)].filter(word => !OPINION.has(word));
  if (objects.length === 0) return true;
  const said = `${quote} ${reading.section.at(-1) ?? ''}`;
  const words = new Set(stems(said));
  if (objects.some(word => words.has(word))) return true;
  return objects.some(word => HOLDERS[word]?.test(said));
}

/** What a question calls by its office, and texts by name. */
const HOLDERS: Readonly<Record<string, RegExp>> = {
  president:
    /\b(?:trump|biden|obama|bush|clinton|reagan|carter|nixon|macron|the administration|white house)\b/i,
  presidenc:
    /\b(?:trump|biden|obama|bush|clinton|reagan|carter|nixon|macron|the administration|white house)\b/i,
  econom: /\b(?:financ|jobs?\b|inflation|unemployment|prosperity)/i,
  part: /\b(?:republicans?|democrats?|gop|labour|conservatives)\b/i,
  govern: /\b(?:washington|congress|federal|senate|parliament)\b/i,
};

/** A goal is one of what was asked: "reduce accident frequency by 30%" is no target for emissions. */
function goalNaming(question: Question, quote: string, reading: TextReading): Naming | null {
  const known = question.metrics.filter(({ id }) => !id.startsWith('own:'));
  const objects = known.flatMap(({ phrases }) => phrases).map(phrase => specificStems(phrase));
  const words = stems(quote);
  const mention = mentionsIn(quote, known)[0];
  if (mention) return { rank: 0, start: mention.start };
  if (objects.length === 0)
    return GOAL.test(quote) ? wordsNaming(question, `${quote} ${reading.section.join(' ')}`) : null;
  const isNamed = objects.some(object => object.length > 0 && object.every(word => words.includes(word)));
  return isNamed && GOAL.test(quote) ? { rank: 0, start: 0 } : null;
}

const GOAL =
  /\b(?:targets?|goals?|aims?|aim(?:ing)? (?:to|for)|commit(?:s|ted|ment)?|pledg\w*|ambitions?|net[- ]zero|neutral(?:ity)?|by (?:fiscal )?20[2-9]\d|objectives?|science[- ]based|reduc\w+|cut|halv\w+)\b/i;

function specificStems(phrase: string): readonly string[] {
  return stems(phrase).filter(word => !GENERAL.has(word));
}

/** Content words of the question itself: two of them, or all there are, and not only whom it is about. */
function wordsNaming({ text, topic, entities }: Question, quote: string): Naming | null {
  const names = new Set(entities.flatMap(name => [...contentStems(name)]));
  const wanted = [...contentStems(`${topic} ${text}`)].filter(word => !names.has(word) && !ASKING.has(word));
  const words = new Set(stems(quote));
  const found = wanted.filter(word => words.has(word)).length;
  return found >= Math.min(2, wanted.length) ? { rank: 0, start: 0 } : null;
}

const ASKING = contentStems(
  'which what how who whom when where why many much large big main most company companies give show list describe explain report reports say says happened develop last three years year change changed',
);

/** Whether a sentence of a document about nobody, or somebody else, leaves out whom the question asks about. */
export function isOfOthers({ entities, metrics }: Question, quote: string, owner: string): boolean {
  if (entities.length === 0 || metrics.some(isShared)) return false;
  const named = (text: string) =>
    entities.some(name => [...contentStems(name)].every(word => stems(text).includes(word)));
  return !named(owner) && !named(quote);
}

/** Measures of a market or a country, and a market's shares, stand in documents about no one company. */
function isShared({ name, id }: MetricRef): boolean {
  return isOfTheWorld(name) || /share|market/.test(id) || id.startsWith('own:');
}
