import type { Diff, Step } from '../domain/change.ts';
import type { Question } from '../domain/question.ts';
import type { QuestionRecord, SourceRecord, State } from '../domain/state.ts';
import type { SearchHit, SearchQuery } from '../domain/store.ts';
import { withInputs } from '../lib/inputs.ts';
import { mergeDiffs, put } from '../lib/state.ts';
import { READER_VERSION } from '../perception/index.ts';
import { type Hit, namedFirst, rankCandidates } from '../planning/rank.ts';
import { absentFrom } from './absent.ts';
import type { Kit } from './kit.ts';

/** Readings looked at in one source. */
const HITS_PER_SOURCE = 150;
/** A formula names several line items, and long statements rank low for each of them. */
const HITS_FOR_FORMULA = 400;
/** Up to so many sources are searched one by one, so that a long one can't crowd out the others. */
const SEPARATE_SEARCHES = 40;
/** A wording of the metric that the plan gave no weight of its own. */
const PHRASE_WEIGHT = 1;

/** Finds the pages that may answer a question and puts them in order; pages it has read before stay read. */
export async function rankQuestion(
  step: Extract<Step, { kind: 'rank' }>,
  state: State,
  kit: Kit,
): Promise<Diff> {
  const question = state.questions[step.question] as QuestionRecord;
  const sources = Object.values(state.sources).filter(source => source.status === 'read');
  const wider = withInputs(question);
  const found = (await searchSources(wider, sources, kit)).flat();
  const hits = await openHits(found, sources, kit);
  const ranked = namedFirst(question, rankCandidates(wider, hits), sources);
  const absent = await absentFrom(question, sources, kit);
  const status = absent.length > 0 ? ('dropped' as const) : ('waiting' as const);
  const fresh = ranked
    .filter(candidate => state.candidates[candidate.id]?.status !== 'read')
    .map(candidate => ({ ...candidate, status }));
  const why =
    absent.length > 0
      ? `No source mentions ${absent.join(', ')}.`
      : ranked.length === 0
        ? 'No page mentions it.'
        : '';
  return mergeDiffs(
    put(state, 'candidates', fresh),
    put(state, 'questions', [{ ...question, absent, status: 'ranked', why }]),
  );
}

function searchSources(
  question: Question,
  sources: readonly SourceRecord[],
  { store }: Kit,
): Promise<readonly (readonly SearchHit[])[]> {
  const terms = termsOf(question);
  const hits = question.formulas?.length ? HITS_FOR_FORMULA : HITS_PER_SOURCE;
  const size = Math.ceil(sources.length / SEPARATE_SEARCHES) || 1;
  const batches = Array.from({ length: Math.ceil(sources.length / size) }, (_, i) =>
    sources.slice(i * size, (i + 1) * size),
  );
  const search = (batch: readonly SourceRecord[]) =>
    store.search({ sources: batch.map(source => source.sha256), terms, limit: hits * size }, READER_VERSION);
  return Promise.all(batches.map(search));
}

function termsOf({ terms, metrics }: Question): SearchQuery['terms'] {
  const known = new Set(terms.map(({ term }) => term.toLowerCase()));
  const phrases = [...new Set(metrics.flatMap(metric => metric.phrases))].filter(
    phrase => !known.has(phrase),
  );
  return [...terms, ...phrases.map(term => ({ term, weight: PHRASE_WEIGHT }))];
}

async function openHits(
  found: readonly SearchHit[],
  sources: readonly SourceRecord[],
  { store }: Kit,
): Promise<readonly Hit[]> {
  const idOf = new Map(sources.map(source => [source.sha256, source.id]));
  const hits: Hit[] = [];
  for (const { sha256, page, score, reading: id } of found) {
    const stored = await store.getReading(id);
    const source = idOf.get(sha256);
    if (stored && source) hits.push({ source, page, score, reading: stored.reading });
  }
  return hits;
}
