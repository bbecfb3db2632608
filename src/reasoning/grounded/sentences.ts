/** One sentence of what was asked. */
export interface Sentence {
  readonly text: string;
  /** `asks`: for something; `defines`: says what a word of the question means; `says`: more about it. */
  readonly role: 'asks' | 'defines' | 'says';
}

const ABBREVIATION =
  /\b(?:U\.S|U\.K|E\.U|Inc|Corp|Ltd|Co|vs|e\.g|i\.e|approx|No|St|Mr|Mrs|Ms|Dr|Fig|fluct|Dec|Nov|Oct|Sept?|Jan|Feb|Aug)\.$/;

/** Sentences that say how to answer, not what. */
const INSTRUCTION =
  /^(?:please\s+|also,?\s+|note that\s+|and\s+)*(?:round|answer\s+(?:in|with|the question|format|based|yes|'|"|:|\()|(?:directly|only|simply)\s+(?:answer|output)|give (?:a|your|the) (?:response|answer)|assume\b|base your|(?:use|utili[sz]e) (?:the|only)|respond|write|your (?:final )?answer|this (?:is )?a choice question|you (?:should|must|are allowed|may|can)|if you (?:need|can|cannot)|if (?:(?:it(?:'s| is) )?(?:not available|unavailable)|yes|no|so|any|applicable)\b|if the (?:total|value|answer|plot|chart|first|second|third|exact)|if any of|if a (?:chart|bar)|unless (?:specified|otherwise)|when the \w+ axis|ignore\b|omit\b|now that you have|note:|for example|e\.g\.|address the question|calculate what was asked|provide (?:the|your) (?:answer|values?)|(?:the|an) answer (?:needs|should|must|is)|we (?:want|need) to (?:calculate|compute|know)|please (?:help|base|use|provide|directly|give|answer|write)|here(?:'s| is) (?:the|my) question|the (?:first|second|third|fourth) (?:chart|figure|image|plot|table) is\b)/iu;
const DEFINITION =
  /\b(?:is|are) (?:defined|calculated|computed|measured) (?:as|by)\b|^(?:calculate|compute|define)\b.*\b(?:using|as|by|from)\b|^(?:define|where)\b/iu;
const QUESTION_WORD = "(?:what(?:'s)?|how|which|who|whom|whose|why|when|where)";
const AUXILIARY = '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)';
const IMPERATIVE =
  '(?:list|name|describe|explain|compare|summari[sz]e|give|show|find|identify|tell|outline|discuss|analy[sz]e|state|report|provide|calculate|compute|determine|extract|select)';
const ASKS = new RegExp(
  `^(?:and\\s+|so\\s+|please\\s+)?(?:(?:(?:in|on|at|for|from|of|by|during|with|within|under|over|between|to)\\s+)?${QUESTION_WORD}|${AUXILIARY}|${IMPERATIVE})\\b`,
  'iu',
);
const INNER = /(?:^|[\s,])(?:in |of |by |at |to |on |from |for )?(?:what(?:'s)?|how|which|who|whose)\b/iu;

/** What was asked, in sentences, without how to answer it. */
export function sentencesOf(asked: string): readonly Sentence[] {
  const plain = split(withoutBrackets(unframed(asked)));
  const kept = plain.map(withoutFrame).filter(text => /\p{L}/u.test(text) && !INSTRUCTION.test(text));
  const asking = kept.some(isAsking);
  const roles = kept.map((text, i) => roleOf(text, { asking, first: i === 0 }));
  const none = !roles.includes('asks');
  return kept.map((text, i) => ({ text: withoutOrder(text), role: none ? 'asks' : roles[i]! }));
}

/** Whether a text begins as a question does, by a question word, an auxiliary or an order. */
export function isAsking(text: string): boolean {
  return ASKS.test(afterLead(text)) || (/\?\W*$/u.test(text) && INNER.test(text));
}

/** "As of 2015, is it higher?" asks from "is" on. */
export function afterLead(text: string): string {
  const lead = new RegExp(
    `^(?!(?:in|on|at|for|from|of|by|during|with|within|under|over|between|to)\\s+(?:which|what|whose|whom?|how)\\b)(?:as of|according to|based on|among|in|on|at|for|from|of|by|during|within|regarding|between|if|with|over|since|using|under)\\b.*?,\\s+(?=(?:in |of |by |at |to |on |from |for )?(?:${QUESTION_WORD}|${AUXILIARY}|${IMPERATIVE})\\b)`,
    'iu',
  ).exec(text)?.[0];
  return lead ? text.slice(lead.length) : text;
}

function roleOf(text: string, { asking, first }: { asking: boolean; first: boolean }): Sentence['role'] {
  if (asking && DEFINITION.test(text) && !/\?\W*$/u.test(text)) return 'defines';
  if (/^first(?:ly)?,?\s/iu.test(text) && asking) return 'says';
  const asks = first ? isAsking(withoutOrder(text)) : ASKS.test(afterLead(withoutOrder(text)));
  if (!asking || asks) return 'asks';
  // "Revenue and margins of Acme. Who leads?" begins with a topic; "A bar has several parts." has a verb of its own.
  return first && !/\s(?:is|are|was|were|has|have|operat\w+)\s/iu.test(text) ? 'asks' : 'says';
}

/** A question set in a form: pictures, numbers, what the answer is to look like. */
function unframed(asked: string): string {
  const question = /^.*?<image>.*?\bQuestion:\s*/isu.exec(asked)?.[0];
  return (question ? asked.slice(question.length) : asked)
    .replace(/\bNote that your answer format.*$/isu, '')
    .replace(/\bNow that you have got.*$/isu, '')
    .replace(/<\/?image>/giu, '')
    .replace(/(^|[.?!]\s+)\(?\d[.)]\s*(?=\p{Lu}\p{Ll})/gu, '$1')
    .replace(/(^|[.?!]\s+)[A-D]\.\s+/gu, '$1');
}

function withoutBrackets(text: string): string {
  return text.replace(
    /\s*\((?:in|round|rounded|answer|please|to the nearest|dollars?|usd|%|if|e\.g|for example|as a)\b[^)]*\)/giu,
    '',
  );
}

function split(text: string): readonly string[] {
  const sentences: string[] = [];
  let current = '';
  for (const piece of text.split(/(?<=[.?!;]["']?)\s+|\s*\n+\s*/u)) {
    current = current ? `${current} ${piece}` : piece;
    if (ABBREVIATION.test(current)) continue;
    sentences.push(current);
    current = '';
  }
  if (current) sentences.push(current);
  return sentences.map(s => s.replace(/\s+/g, ' ').trim());
}

/** Words at the start that only say where to look: "According to the report, …". */
function withoutFrame(sentence: string): string {
  const frames =
    /^(?:here's the question:\s*|question:\s*|according to the (?:chart|table|figure|report|document|graph|survey)s?(?: (?:on|in|of|at) (?:the )?(?:page|slide|figure|table|report|document)(?: \d+)?)?\s+(?=what|how|which|who|when|where|why)|(?:according to|based on|by drawing|by using|by basing|using|from|in|as (?:stated|shown|seen|reported|given) in|as per)\s[^,]*?\b(?:information|definition|report|paper|presentation|document|slides?|statement|disclosures?(?:\s+from\s+\S+)?|guidebook|guide|article|manual|chart|figure|page(?:\s+\d+)?)(?:\s+(?:in|on|of)\s+[^,]*?(?:paper|report|document|page\s+\d+))?,\s+)/iu;
  const frame = frames.exec(sentence)?.[0] ?? '';
  const bare = sentence.slice(frame.length).trim();
  if (bare === '') return sentence;
  const year = /\b(?:FY ?)?(?:19|20)\d{2}\b/u.exec(frame)?.[0];
  const asked = year ? bare.replace(/\s*([?.!]*)$/u, ` in ${year}$1`) : bare;
  return asked.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}

function withoutOrder(sentence: string): string {
  const bare = sentence.replace(
    /^(?:(?:please|also|so|then|finally|next|first(?:ly)?|second(?:ly)?),?\s+)+/iu,
    '',
  );
  return bare.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
