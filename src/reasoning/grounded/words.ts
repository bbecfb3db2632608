/** One word of a question, as written and as compared. */
export interface Word {
  readonly raw: string;
  /** Lower case, possessive and plural endings off: "Amazon's" is `amazon`, "margins" is `margin`. */
  readonly stem: string;
  readonly possessive: boolean;
}

const WORD = /[\p{L}\p{N}$€£]+(?:[.'&/+][\p{L}\p{N}]+)*'?|%/gu;

/** Words of a text; hyphens between letters part words, so that "greenhouse-gas" and "greenhouse gas" are the same. */
export function wordsOf(text: string): readonly Word[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/(?<=\p{L})[-–](?=\p{L})/gu, ' ');
  return Array.from(plain.matchAll(WORD), ([raw]) => {
    const possessive = /'s?$/.test(raw);
    const bare = raw.replace(/'s?$/, '');
    return { raw: bare, stem: stem(bare.toLowerCase()), possessive };
  });
}

export function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map(word => word.stem);
}

export function isStop(stem: string): boolean {
  return STOP.has(stem);
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
    'answer question base based use using information data figure figures number document documents source sources round ' +
    'say says said regard regarding concern respect term terms well like mean means get got go went take took make made come came'
  ).split(' '),
);

function stem(word: string): string {
  if (STOP.has(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && /[^sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}
