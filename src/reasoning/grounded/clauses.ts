/** Words that take an object: "views of A and of B" asks about views of A, and about views of B. */
const HEADS =
  'views?|opinions?|attitudes?|perceptions?|ratings?|assessments?|feelings?|approval|trust|confidence|satisfaction|support|beliefs?|sentiment';
const SHARED_HEAD = new RegExp(
  `^(.*?\\b(${HEADS})\\s+(of|on|about|toward|towards|in|for|regarding)\\s+)(.+)$`,
  'iu',
);
const QUESTION_WORD = '(?:what|how|which|who|whom|whose|why|when|where)';
const ABBREVIATION = /\b(?:U\.S|U\.K|E\.U|Inc|Corp|Ltd|Co|vs|e\.g|i\.e|approx|No|St|Mr|Mrs|Ms|Dr)\.$/;

/** Sentences that say how to answer, not what. */
const INSTRUCTION =
  /^(?:please\s+)?(?:round|answer (?:in|with|the question)|give (?:a|your) (?:response|answer)|assume|base your|use the|respond|write (?:your|the) answer|if the)\b/iu;

/** What was asked, taken apart into clauses that each ask for something; words stay as they were written. */
export function clausesOf(asked: string): readonly string[] {
  return sentencesOf(asked)
    .map(sentence =>
      sentence.replace(/\s*\((?:in|round|rounded|answer|please|to the nearest)\b[^)]*\)/giu, ''),
    )
    .filter(sentence => !INSTRUCTION.test(sentence))
    .flatMap(partAtQuestionWords)
    .flatMap(distributeHead)
    .filter(hasLetters);
}

function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let current = '';
  for (const piece of text.split(/(?<=[.?!;])\s+|\s*\n+\s*/u)) {
    current = current ? `${current} ${piece}` : piece;
    if (ABBREVIATION.test(current)) continue;
    sentences.push(current);
    current = '';
  }
  if (current) sentences.push(current);
  return sentences.map(s => s.replace(/\s+/g, ' ').trim());
}

/** "How did revenue develop, and what drove it?" asks twice. */
function partAtQuestionWords(sentence: string): readonly string[] {
  return sentence
    .split(new RegExp(`(?:,\\s*|\\s+)(?:and|or|but)\\s+(?=(?:in\\s+|by\\s+)?${QUESTION_WORD}\\b)`, 'iu'))
    .flatMap(part =>
      part.split(
        new RegExp(
          `,\\s+(?=${QUESTION_WORD}\\s+(?:is|are|was|were|did|do|does|drove|has|have|will)\\b)`,
          'iu',
        ),
      ),
    );
}

function distributeHead(clause: string): readonly string[] {
  const match = SHARED_HEAD.exec(clause);
  if (!match) return [clause];
  const [, lead = '', head = '', preposition = '', rest = ''] = match;
  const tail =
    /\s+(?:chang|develop|evolv|shift|differ|var|improv|declin|ris|rose|fall|fell|mov|over time|since|between \d|from \d|in \d).*$/iu.exec(
      rest,
    );
  const objects = (tail ? rest.slice(0, tail.index) : rest).replace(/[?.!]+$/, '');
  const parts = objects
    .split(/,\s*(?:and\s+|or\s+)?|\s+(?:and|or|as well as)\s+/u)
    .map(part => part.replace(new RegExp(`^(?:${preposition}|of|on|about)\\s+`, 'iu'), '').trim())
    .filter(part => part !== '');
  if (parts.length < 2 || parts.some(part => new RegExp(`\\b(?:${HEADS})\\b|^by\\b`, 'iu').test(part)))
    return [clause];
  const start = lead.slice(0, lead.toLowerCase().lastIndexOf(head.toLowerCase()));
  return parts.map(part => `${start}${head} ${preposition} ${part}${tail?.[0] ?? ''}`);
}

function hasLetters(clause: string): boolean {
  return /\p{L}/u.test(clause);
}
