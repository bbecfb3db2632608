import type { Plan } from '../../domain/question.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { askedIn, goalsOf, metricsIn } from './asks.ts';
import { aspectsOf, dimensionsOf } from './aspects.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { definitionIn } from './definitions.ts';
import {
  addAspects,
  addFormula,
  addGoals,
  addMetrics,
  addPlaces,
  addWords,
  type Draft,
  merge,
  toQuestion,
} from './drafts.ts';
import { foreignLanguage } from './language.ts';
import { type Market, marketAsks, marketIn } from './markets.ts';
import type { Matcher } from './match.ts';
import { placesIn } from './places.ts';
import { marketMeant, namesSubject, onlyPoints, pointsAtSubject, withSubject } from './pointing.ts';
import { contentWords } from './terms.ts';
import { timesOf, withoutTimes } from './times.ts';
import { stemsOf } from './words.ts';

/** What the clauses read so far say about the next ones. */
interface Reading {
  readonly drafts: Draft[];
  readonly notes: string[];
  readonly vocabulary: Vocabulary;
  readonly matcher: Matcher;
}

interface Said {
  /** Index of the first draft of what is being read. */
  readonly from: number;
  entities: readonly string[];
  market: { readonly market: Market; readonly sentence: number } | null;
  /** A sentence that asks for nothing, before any that does. */
  situation: string;
}

/** Breaks what was asked into one question per distinct thing to find out, in the order asked. */
export function understand(asked: readonly string[], vocabulary: Vocabulary, matcher: Matcher): Plan {
  const reading: Reading = { drafts: [], notes: [], vocabulary, matcher };
  for (const text of asked) {
    const language = foreignLanguage(text);
    if (language) {
      reading.notes.push(
        `Questions are understood in English only; this one seems to be in ${language}: "${trim(text)}"`,
      );
    } else readAsked(text, reading);
  }
  const questions = merge(reading.drafts).map((draft, i) => toQuestion(draft, i, vocabulary));
  return { questions, notes: reading.notes };
}

function readAsked(text: string, reading: Reading): void {
  const clauses = clausesOf(text);
  const said: Said = { from: reading.drafts.length, entities: [], market: null, situation: '' };
  for (const clause of clauses) {
    if (clause.role === 'says') said.situation ||= clause.text;
    else if (clause.role === 'defines') readDefinition(clause.text, reading, said);
    else readClause(clause, reading, said);
  }
  const around = clauses.filter(clause => clause.role === 'says').map(clause => clause.text);
  addWords(reading.drafts, said.from, contentWords(withoutTimes(around.join(' '))));
  addPlaces(reading.drafts, said.from, placesIn(text));
  if (clauses.length === 0) reading.notes.push(`There are no words in: "${trim(text)}"`);
}

/** "DPO is defined as: 365 * accounts payable / COGS": its parts are looked for too. */
function readDefinition(text: string, { drafts, vocabulary, matcher }: Reading, { from }: Said): void {
  const formula = definitionIn(text, vocabulary, matcher);
  if (formula) {
    addFormula(drafts, from, formula);
    return;
  }
  addMetrics(drafts, from, { metrics: metricsIn(text, vocabulary, matcher), periods: timesOf(text).periods });
}

function readClause(clause: Clause, reading: Reading, said: Said): void {
  const market = marketOf(clause, reading, said);
  if (market) readMarket(clause, market, reading, said);
  else if (!pointsBack(clause, reading, said)) readPlain(clause, reading, said);
}

function marketOf(clause: Clause, { matcher }: Reading, { market }: Said): Market | null {
  const named = marketIn(clause.text);
  if (named || !market) return named;
  const known = matcher(stemsOf(clause.text)).some(({ metric, topic }) => topic || !isOfMarket(metric?.id));
  return !known && marketMeant(clause, market.sentence) ? market.market : null;
}

function readMarket(clause: Clause, market: Market, reading: Reading, said: Said): void {
  const text = withSubject(clause.text, market.said);
  const asks = marketAsks(text, market, reading.vocabulary);
  if (asks.length === 0) {
    readPlain(clause, reading, said);
    return;
  }
  said.market = { market, sentence: clause.sentence };
  const { names } = askedIn(text.replace(market.said, ' '), reading.vocabulary, reading.matcher);
  for (const ask of asks) {
    const aspects = aspectsOf(text.replace(market.said, ' ')).filter(
      aspect => (aspect !== 'share' && aspect !== 'rank') || ask.asked.includes(aspect),
    );
    reading.drafts.push(draftOf({ ...clause, text }, ask, { names, aspects, entities: names.entities }));
  }
}

/** "Why did they change?", "What are the targets?": more about what was asked before. */
function pointsBack(clause: Clause, reading: Reading, said: Said): boolean {
  const { drafts, vocabulary } = reading;
  const { from } = said;
  const earlier = drafts.slice(from);
  const points = onlyPoints(clause.text, earlier);
  if (points === null) return false;
  if (earlier.length === 0) {
    if (points === 'subject') return false;
    if (said.situation !== '') {
      readPlain({ ...clause, text: `${said.situation} ${clause.text}` }, reading, said);
      return true;
    }
    reading.notes.push(`Nothing to look for was understood in: "${trim(clause.text)}"`);
    return true;
  }
  const goals =
    points === 'targets'
      ? goalsOf(
          earlier.flatMap(one => one.metrics.map(m => m.id)),
          vocabulary,
        )
      : [];
  if (goals.length > 0) addGoals(drafts, from, { goals, clause });
  else addAspects(drafts, from, { clause, aspects: aspectsOf(clause.text), times: timesOf(clause.text) });
  return true;
}

function readPlain(clause: Clause, reading: Reading, said: Said): void {
  const points = pointsAtSubject(clause.text);
  const { asks, names } = askedIn(clause.text, reading.vocabulary, reading.matcher);
  if (asks.length === 0) {
    reading.notes.push(`Nothing to look for was understood in: "${trim(clause.text)}"`);
    return;
  }
  const known = asks.some(ask => ask.metrics.some(metric => !metric.id.startsWith('own:')));
  const carries = names.entities.length === 0 && (known || points || namesSubject(clause.text));
  const entities = carries ? said.entities : names.entities;
  if (names.entities.length > 0) said.entities = names.entities;
  const aspects = aspectsOf(clause.text);
  const targets = asks.some(ask => ask.asked.includes('target'));
  for (const ask of asks) {
    const own = aspects.filter(aspect => aspect !== 'target' || !targets || ask.asked.includes('target'));
    reading.drafts.push(
      draftOf(clause, ask, {
        names,
        aspects: own,
        entities: ask.owner ? [ask.owner] : entities,
      }),
    );
  }
}

function draftOf(
  { text, sentence }: Clause,
  ask: Awaited<ReturnType<typeof askedIn>>['asks'][number],
  {
    names,
    aspects,
    entities,
  }: Pick<Draft, 'aspects' | 'entities'> & { names: { readonly all: readonly string[] } },
): Draft {
  const all = [...new Set([...entities, ...names.all])];
  const times = timesOf(text);
  return {
    ...ask,
    ...times,
    text,
    sentence,
    entities,
    names: all,
    aspects,
    by: dimensionsOf(text),
    around: [],
  };
}

function isOfMarket(id: string | undefined): boolean {
  return id === undefined || id.startsWith('market-');
}

function trim(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain;
}
