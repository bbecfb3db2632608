/** One word of a question, as written and as compared. */
export interface Word {
  readonly raw: string;
  /** Lower case, possessive and plural endings off: "Amazon's" is `amazon`, "margins" is `margin`. */
  readonly stem: string;
  readonly possessive: boolean;
  /** Where it stands in `tidy(text)`, without a possessive ending. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}$€£]+(?:[.'&/+][\p{L}\p{N}]+)*'?|%/gu;

/** One kind of quotes and letters, so that offsets of words hold. */
export function tidy(text: string): string {
  return text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}

/** Without "the company": every page is about it. */
export function withoutCompany(text: string): string {
  return text.replace(/\b(?:the|this) (?:company|firm|corporation)(?:['’]s)?\b/giu, ',');
}

/** Words of a text; hyphens between letters part words, so that "greenhouse-gas" and "greenhouse gas" are the same. */
export function wordsOf(text: string): readonly Word[] {
  const plain = tidy(text).replace(/(?<=\p{L})[-–](?=\p{L})/gu, ' ');
  return Array.from(plain.matchAll(WORD), match => {
    const [raw] = match;
    const possessive = /'s?$/.test(raw);
    const bare = raw.replace(/'s?$/, '');
    const end = match.index + bare.length;
    return { raw: bare, stem: stem(bare.toLowerCase()), possessive, start: match.index, end };
  });
}

export function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map(word => word.stem);
}

export function isStop(stem: string): boolean {
  return STOP.has(stem);
}

/** Words that ask for movement, amount or cause, or point at the document, and say nothing of the subject. */
export function isAsking(stem: string): boolean {
  return ASKING.has(stem);
}

/** Interrogatives, auxiliaries and what else carries no content of its own in a question. */
const STOP = new Set(
  (
    'a an the of in on at by for from to with within without into over under between among amongst across through per via than as ' +
    'and or but nor so if then else not no any all both each every either neither other another such same own ' +
    'what which who whom whose when where why how much many long far ' +
    'is are was were be been being do does did done doing has have had having can could may might must shall should will would ' +
    'i me my we us our you your he him his she her they them their it its this that these those there here one ones ' +
    'since about against during before after above below up down out off again further once more most less least very too also only just even ever still yet ' +
    'please tell show give find list describe explain summarise summarize compare report provide identify state discuss analyse analyze outline ' +
    'answer question base based use using information data figures number document documents source sources round ' +
    'say says said regard regarding concern respect term terms well like mean means get got go went take took make made come came ' +
    'according accordance directly respectively whether'
  ).split(' '),
);

const ASKING = new Set(
  (
    'change changed caused affected contributed explained develop developed development evolve evolved trend year annual quarter month time driver drive drove driven cause reason factor explain behind ' +
    'level value amount total average rate lead leader largest biggest highest lowest greatest smallest fewest top main key major important by per fiscal period ' +
    'increase increased decrease decreased grow grew growth rise rose fall fell decline improve reduce differ difference comparison versus vs compared overall current latest recent past last first ' +
    'million billion thousand percent percentage proportion figure page chart table slide figures slides ' +
    'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

function stem(word: string): string {
  if (STOP.has(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && /[^sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}
