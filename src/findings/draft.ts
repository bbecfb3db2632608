import type { Box } from '../domain/box.ts';
import type { Evidence, Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { Reading, TextReading } from '../domain/reading.ts';
import type { Profile, SourceRecord } from '../domain/state.ts';
import type { StoredPage } from '../domain/store.ts';
import type { Value } from '../domain/value.ts';
import { roundBox } from '../lib/box.ts';
import { contentId } from '../lib/hash.ts';
import { claimOf } from './claim.ts';
import { statementKey, valueId } from './keys.ts';
import type { SentenceSpan } from './sentences.ts';

/** Where findings come from: one page of one source. */
export interface Context {
  readonly source: SourceRecord;
  readonly profile: Profile;
  readonly page: StoredPage;
}

/** The place that bears a finding out. */
export interface Place {
  readonly reading: Reading;
  readonly box: Box;
  readonly quote: string;
  readonly cell?: readonly [row: number, column: number];
}

/** A sentence of a text, and the question it is read for. */
export interface Said {
  readonly question: Question;
  readonly context: Context;
  readonly reading: TextReading;
  readonly span: SentenceSpan;
  /** The sentence's characters. */
  readonly quote: string;
}

export function valueFinding(
  question: Question,
  context: Context,
  { value, relevance, place }: { readonly value: Value; readonly relevance: number; readonly place: Place },
): Finding {
  return {
    id: valueId(question.id, value),
    question: question.id,
    kind: 'value',
    claim: claimOf(value, context.profile),
    value,
    status: 'supported',
    confidence: value.confidence,
    relevance: round2(relevance),
    evidence: [evidenceOf(context, place)],
    against: [],
    reason: '',
  };
}

export function statementFinding(
  question: Question,
  context: Context,
  said: {
    readonly claim: string;
    readonly relevance: number;
    readonly confidence: number;
    readonly place: Place;
  },
): Finding {
  return {
    id: contentId('f', { question: question.id, statement: statementKey(said.claim) }, 10),
    question: question.id,
    kind: 'statement',
    claim: said.claim,
    value: null,
    status: 'supported',
    confidence: round2(said.confidence),
    relevance: round2(said.relevance),
    evidence: [evidenceOf(context, said.place)],
    against: [],
    reason: '',
  };
}

function evidenceOf({ source, page }: Context, { reading, box, quote, cell }: Place): Evidence {
  const at = { source: source.id, page: page.page, box: roundBox(box), quote };
  return {
    id: contentId('e', at, 10),
    ...at,
    route: reading.route,
    reading: reading.id,
    ...(cell ? { cell } : {}),
  };
}

export function round2(n: number): number {
  return Math.round(Math.min(1, Math.max(0, n)) * 100) / 100;
}
