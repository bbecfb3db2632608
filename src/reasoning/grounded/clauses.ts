import { afterLead, isAsking, sentencesOf } from './sentences.ts';

/** What asks for something, or says more about what does. */
export interface Clause {
  readonly text: string;
  /** Clauses of one sentence share its number. */
  readonly sentence: number;
  readonly role: 'asks' | 'defines' | 'says';
}

/** Words that take an object: "views of A and of B" asks about views of A, and about views of B. */
const HEADS =
  'views?|opinions?|attitudes?|perceptions?|ratings?|assessments?|feelings?|approval|trust|confidence|satisfaction|support|beliefs?|sentiment';
const SHARED_HEAD = new RegExp(
  `^(.*?\\b(${HEADS})\\s+(of|on|about|toward|towards|in|for|regarding)\\s+)(.+)$`,
  'iu',
);
const QUESTION_WORD = '(?:what|how|which|who|whom|whose|why|when|where)';
const AUXILIARY = '(?:is|are|was|were|did|do|does|drove|has|have|will|can|would)';

/** What was asked, taken apart into clauses that each ask for something; words stay as they were written. */
export function clausesOf(asked: string): readonly Clause[] {
  return sentencesOf(asked).flatMap(({ text, role }, sentence) => {
    const parts = role === 'asks' ? partAtQuestionWords(text).flatMap(distributeHead) : [text];
    return parts.filter(part => /\p{L}/u.test(part)).map(part => ({ text: part, sentence, role }));
  });
}

/** "How did revenue develop, and what drove it?" asks twice; "voters who agree and who vote" asks nothing. */
function partAtQuestionWords(sentence: string): readonly string[] {
  const boundary = new RegExp(
    `,?\\s+(?:and|or|but)(?: also)?\\s+(?=(?:in |by |of |to )?(?:${QUESTION_WORD})\\b)|,\\s+(?=${QUESTION_WORD}\\s+${AUXILIARY}\\b)`,
    'giu',
  );
  const parts: string[] = [];
  let start = 0;
  for (const match of sentence.matchAll(boundary)) {
    const before = sentence.slice(start, match.index);
    const after = sentence.slice(match.index + match[0].length);
    if (!isQuestion(before) || isRelative(before, after)) continue;
    parts.push(before);
    start = match.index + match[0].length;
  }
  return [...parts, sentence.slice(start)];
}

/** A noun before the question word, as in "revenue and what drove it", also stands for itself. */
function isQuestion(text: string): boolean {
  if (isAsking(text) || afterLead(text) !== text || isAsking(`${text}?`)) return true;
  return !/^(?:as of|according|based|among|in|on|at|for|from|of|by|during|within|regarding|between|if|with|over|since|using)\b/iu.test(
    text,
  );
}

function isRelative(before: string, after: string): boolean {
  const word = /^(?:\w+ )?(who|whom|whose|which|where|when)\b/iu.exec(after)?.[1];
  return word !== undefined && new RegExp(`\\w\\s+${word}\\b`, 'iu').test(before);
}

function distributeHead(clause: string): readonly string[] {
  const match = SHARED_HEAD.exec(clause);
  if (!match) return [clause];
  const [, lead = '', head = '', preposition = '', rest = ''] = match;
  if (lead.split(/\s+/).length > 8 || /[,]/.test(lead)) return [clause];
  const tail =
    /\s+(?:chang|develop|evolv|shift|differ|var|improv|declin|ris|rose|fall|fell|mov|over time|since|between \d|from \d|in \d).*$/iu.exec(
      rest,
    );
  const objects = (tail ? rest.slice(0, tail.index) : rest).replace(/[?.!]+$/, '');
  const parts = objects
    .split(/,\s*(?:and\s+|or\s+)?|\s+(?:and|or|as well as)\s+/u)
    .map(part => part.replace(new RegExp(`^(?:${preposition}|of|on|about)\\s+`, 'iu'), '').trim())
    .filter(part => part !== '');
  const odd = new RegExp(`\\b(?:${HEADS})\\b|^by\\b|\\b(?:who|which|that|is|are|was|were|what)\\b`, 'iu');
  if (parts.length < 2 || parts.some(part => odd.test(part))) return [clause];
  const start = lead.slice(0, lead.toLowerCase().lastIndexOf(head.toLowerCase()));
  return parts.map(part => `${start}${head} ${preposition} ${part}${tail?.[0] ?? ''}`);
}
