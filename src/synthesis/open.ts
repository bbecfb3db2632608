import type { Question } from '../domain/question.ts';
import type { Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import type { Period } from '../domain/value.ts';
import { type Answered, SUPPORT } from './allocate.ts';
import { standing, wantsWords } from './insights.ts';
import { listOf, lowerFirst } from './labels.ts';
import { pagesOf, sourceName } from './places.ts';
import { say, type Voice } from './say.ts';
import { isValued } from './series.ts';
import { isCause } from './statements.ts';

/** What could not be answered, or only in part, with the nearest evidence. */
export function openOf(answered: readonly Answered[], voice: Voice): readonly Sentence[] {
  const { state } = voice;
  return answered.flatMap(one => {
    if (isOpen(one))
      return [unanswered(state, one.question), ...uncomputed(one.question), ...nearest(one, voice)];
    return partly(state, one.question);
  });
}

export function isOpen({ weighed }: Answered): boolean {
  return !weighed.some(one => one.strength >= SUPPORT);
}

/** One sentence of the answer for all questions that stay open. */
export function gapsOf(questions: readonly Question[]): readonly Sentence[] {
  if (questions.length === 0) return [];
  return [plain(`No answer was found on ${listOf(questions.map(asAsked))}.`)];
}

/** "No answer was found …": with the pages that came nearest. */
function unanswered(state: State, question: Question): Sentence {
  const read = Object.values(state.sources).filter(source => source.status === 'read').length;
  const sources = read === 1 ? 'the source that was read' : `the ${read} sources that were read`;
  const pages = Object.values(state.candidates)
    .filter(candidate => candidate.question === question.id)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, 2)
    .map(
      ({ source, page }) => `${sourceName(state, source)}, ${pagesOf(state.sources[source]?.kind, [page])}`,
    );
  const { absent = [] } = question;
  if (absent.length > 0) {
    const where = read === 1 ? 'the source that was read does not mention' : `none of ${sources} mentions`;
    return plain(`No answer on ${asAsked(question)} was found: ${where} ${listOf(absent)}.`);
  }
  const closest = pages.length > 0 ? `; the closest pages are ${listOf(pages)}` : '';
  return plain(`No answer on ${asAsked(question)} was found in ${sources}${closest}.`);
}

/** "Days payable outstanding could be computed, but inventories in 2016 are missing." */
function uncomputed({ missing = [], metrics }: Question): readonly Sentence[] {
  if (missing.length === 0) return [];
  const what = lowerFirst(metrics[0]?.name ?? 'it');
  const lacks =
    missing.length === 1 ? `${listOf(missing)} was not found` : `${listOf(missing)} were not found`;
  return [plain(`To compute ${what}, ${lacks}.`)];
}

function nearest({ weighed }: Answered, voice: Voice): readonly Sentence[] {
  const best = weighed[0];
  if (!best || best.strength < NEAR) return [];
  const sentence = say(best.insight, voice);
  return [{ ...sentence, text: `The nearest evidence: ${sentence.text}` }];
}

function partly(state: State, question: Question): readonly Sentence[] {
  const findings = standing(state, question);
  const periods = findings.filter(isValued).flatMap(({ value }) => value.period ?? []);
  const missing = question.periods.filter(asked => !periods.some(found => touches(asked, found)));
  const sentences: Sentence[] = [];
  if (missing.length > 0 && periods.length > 0) {
    const years = listOf(missing.map(period => period.label));
    sentences.push(plain(`No value of ${lowerFirst(question.topic)} for ${years} was found.`));
  }
  const reasons = findings.some(finding => finding.kind === 'statement' && isCause(finding));
  if (question.aspects.includes('cause') && !reasons) {
    sentences.push(
      plain(`What drove ${lowerFirst(question.topic)} is not said on the pages that were read.`),
    );
  }
  return [...sentences, ...missingEntities(question, state), ...withoutValues(question, state)];
}

function missingEntities(question: Question, state: State): readonly Sentence[] {
  const words = standing(state, question).map(({ claim, value }) =>
    `${claim} ${value?.entity ?? ''}`.toLowerCase(),
  );
  const named = Object.values(state.sources).map(source =>
    `${source.profile?.entity ?? ''} ${source.profile?.title ?? ''} ${source.path}`.toLowerCase(),
  );
  const missing = question.entities.filter(
    entity =>
      !words.some(text => text.includes(entity.toLowerCase())) &&
      !named.some(text => text.includes(entity.toLowerCase())),
  );
  return missing.length === 0
    ? []
    : [plain(`Nothing on ${lowerFirst(question.topic)} of ${listOf(missing)} was found.`)];
}

/** Where some sources give values and another, about somebody else, gives none, a comparison has a hole. */
function withoutValues(question: Question, state: State): readonly Sentence[] {
  const read = Object.values(state.sources).filter(source => source.status === 'read');
  const about = [...new Set(read.map(source => source.profile?.entity ?? ''))].filter(name => name !== '');
  const valued = new Set(
    standing(state, question)
      .filter(isValued)
      .map(({ value }) => value.entity),
  );
  if (wantsWords(question) && !question.aspects.includes('target')) return [];
  const missing = about.filter(name => !valued.has(name) && !question.entities.includes(name));
  const comparable = valued.size > 0 && about.some(name => valued.has(name)) && about.length <= MOST_COMPARED;
  if (!comparable || missing.length === 0) return [];
  return [plain(`No values of ${lowerFirst(question.topic)} were found for ${listOf(missing)}.`)];
}

const MOST_COMPARED = 6;
/** Weaker evidence than this isn't near. */
const NEAR = 0.15;

function touches(asked: Period, found: Period): boolean {
  const last = asked.kind === 'range' ? (asked.part ?? asked.year) : asked.year;
  return found.year >= asked.year && found.year <= last;
}

/** The topic, and where it is short the question in the user's own words. */
function asAsked({ topic, text }: Question): string {
  const name = lowerFirst(topic.replace(/[?.]$/u, ''));
  const own = text.trim().replace(/\s+/gu, ' ');
  if (own.length === 0 || own.length > LONGEST_QUESTION) return `“${name}”`;
  return own.toLowerCase().replace(/[?.]$/u, '') === name.toLowerCase() ? `“${own}”` : `${name} (“${own}”)`;
}

const LONGEST_QUESTION = 140;

function plain(text: string): Sentence {
  return { text, findings: [], citations: [] };
}
