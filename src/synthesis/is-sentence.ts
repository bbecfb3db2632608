const LONGEST = 420;
const LEAST_WORDS = 6;
const LETTERS = 0.55;

/** A whole sentence that stands by itself; a heading, a scrap of a table or a list of links doesn't. */
export function isSentence(claim: string): boolean {
  const text = claim.trim();
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (words.length < LEAST_WORDS || text.length > LONGEST || letters / text.length < LETTERS) return false;
  if (!/^["“‘']?[\p{Lu}\d$€£]/u.test(text) || /\.{3,}|https?:|@/u.test(text)) return false;
  return hasVerb(text);
}

/** Whether some word looks like a finite verb. */
export function hasVerb(text: string): boolean {
  return (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).some(word => VERB.test(word.toLowerCase()));
}

const VERB =
  /^(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|should|say|says|said|rose|rise|rises|fell|fall|grew|grow|grows|made|make|see|sees|saw|show|shows|reflects|expects|approves|disapproves|believes|favors|opposes|supports|rates|views|drives|drove|became|become|becomes|came|stood|think|believe|feel|view|rate|give|gave|hold|held|remain|remains|support|oppose|favor|favour|approve|disapprove|agree|expect|aim|aims|plan|plans|set|cut|lead|leads|led|continue|continues|include|includes|commit|commits|pledge|pledges|widen|narrow|support|strengthens|contain|contains|mean|means|account|accounts|reach|won|lost|kept|keep|go|use|describe|identify|\p{L}{3,}ed)$/u;
