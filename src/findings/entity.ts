const LEGAL =
  /[\s,]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|l\.l\.c|lp|l\.p|plc|p\.l\.c|ag|se|s\.e|sa|s\.a|s\.a\.s|sas|nv|n\.v|gmbh|ab|asa|oyj|kgaa|spa|s\.p\.a|bv|b\.v|holdings?|group|& co)\.?(?=$|[\s,])/giu;

/** How a reader names an organisation: "AMAZON.COM, INC." is "Amazon", "The Kraft Heinz Company" is "Kraft Heinz". */
export function shortName(name: string): string {
  const trimmed = name.replace(/\s+/g, ' ').trim();
  const bare = trimmed
    .replace(/^the\s+(?=\S+\s)/i, '')
    .replace(LEGAL, '')
    .replace(/\s*\/(?:[A-Z]{2,3})\/?$/, '')
    .replace(/[,\s]+$/, '');
  const kept = bare === '' ? trimmed : bare;
  return inTitleCase(kept).replace(/\.com$/i, '');
}

/** Equal for names of one organisation: case, legal form, "the" and marks play no part. */
export function entityKey(name: string): string {
  return shortName(name)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function sameEntity(a: string, b: string): boolean {
  const [left, right] = [entityKey(a), entityKey(b)];
  if (left === '' || right === '') return false;
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `);
}

/** Capitals throughout are a cover's typography; short ones are initials and stay. */
function inTitleCase(name: string): string {
  if (/[a-z]/.test(name) || (name.length <= 4 && !name.includes(' '))) return name;
  const small = new Set(['OF', 'AND', 'THE', 'FOR', 'DE']);
  return name.replace(/[\p{L}\p{N}’'.]+/gu, (word, at: number) => {
    if (at > 0 && small.has(word)) return word.toLowerCase();
    if (/^(?:[A-Z]\.)+$/.test(word) || /^(?:US|USA|UK|EU|IBM|UPS|BP)$/.test(word)) return word;
    return word.charAt(0) + word.slice(1).toLowerCase();
  });
}
