const CONNECTIVE =
  /^(?:however|moreover|in addition|additionally|furthermore|also|therefore|thus|consequently|as a result|for example|for instance|meanwhile|nonetheless|nevertheless|similarly|likewise|by contrast|in contrast|by comparison|in comparison|on the other hand|conversely|still|yet|specifically|in particular|notably|indeed|in fact|finally|accordingly|that said|at the same time|as noted(?: above| earlier)?|as mentioned(?: above| earlier)?|as shown (?:above|below)|more recently|in turn|hence|again|importantly|of note|as in (?:the past|previous (?:months|years|surveys))|as was true in previous months)(?:,\s+|\s+—\s+)/i;
const CONJUNCTION = /^(?:but|and|so|yet)\s+(?=[a-z“"])/i;
const REFERENCE =
  /\s*[([](?:see|refer to|cf\.?|please|for (?:more|further|details)|pages?|pp?\.|figures?|figs?\.|tables?|charts?|notes?|exhibits?|sections?|appendix|→)[^)\]]*[)\]]/gi;
const MARKER = /^(?:[•●▪◦■–—*·→✓>-]+\s*|\(?\d{1,2}[.)]\s+|\d{1,2}\s+(?=\p{Lu}\p{Ll}))/u;

/** A heading that ran into its sentence: "Year ended December 31, 2016 as compared to the year ended … The increase". */
const RUN_IN =
  /^years? ended (?:\p{L}+ \d{1,2}, )?(\d{4}),? (?:as )?compared (?:to|with) (?:the )?years? ended (?:\p{L}+ \d{1,2}, )?(\d{4}) (?=(?:The|Our|We|In|This|These)\s)/iu;

/** A sentence as a claim that stands by itself: no bullet, connective, cross reference or footnote mark. */
export function cleanClaim(sentence: string): string {
  const plain = sentence
    .replace(/\s+/g, ' ')
    .replace(MARKER, '')
    .replace(REFERENCE, '')
    .replace(/(?<=[.!?][”"’']?)\d{1,2}$/u, '')
    .replace(/\s*\[\d{1,2}\]/g, '')
    .replace(RUN_IN, '$1 compared with $2: ')
    .replace(/(?<=\p{L}[,;”"’)])\d{1,2}(?=\s)/gu, '')
    .replace(/\s+(?=[,.;:!?](?:\s|$))/g, '')
    .replace(/(?<=[$€£¥])\s+(?=\d)/g, '')
    .trim();
  const opened = openedPlainly(plain);
  const closed = /[.!?…][”"’')]*$/.test(opened) ? opened : `${opened.replace(/[,;:]$/, '')}.`;
  return closed;
}

function openedPlainly(text: string): string {
  const bare = text.replace(CONNECTIVE, '').replace(CONNECTIVE, '').replace(CONJUNCTION, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
