import type { Question } from '../domain/question.ts';

/** Kinds of sentences that say nothing about what was asked, and the questions that ask for them all the same. */
const KINDS: readonly (readonly [pattern: RegExp, unlessAsked: RegExp])[] = [
  // What a word means, what an item holds, how it is booked.
  [
    /\b(?:(?:primarily|mainly|generally|principally) (?:consists?|comprises?|represents?|includes?|relates? to)|consists? (?:primarily |mainly |principally )?of|(?:is|are) (?:defined|calculated|determined|computed|recogni[sz]ed|allocated|amorti[sz]ed|capitali[sz]ed|recorded|presented|classified|accounted for|depreciated|translated|attributed to (?:the|each)|measured (?:at|using)|stated at|included in|excluded from|considered)|will be (?:classified|presented|recorded|recogni[sz]ed)|we (?:define|recogni[sz]e|allocate|account for|classify|record|capitali[sz]e|amorti[sz]e|adopted this)|financial statements (?:comprise|include|have been prepared|are prepared)|represents? the (?:portion|amount|sum|difference|number) |refers? to (?:the|a|an|all)\b|(?:greenhouse gas|ghg) protocol|operational control as)/i,
    /\b(?:defin|calculat|account|recogni|method|mean|consist|composition)/i,
  ],
  [
    /\b(?:accounting (?:polic|standard|principle|estimate)|accounting standards|generally accepted accounting|\bASUs?\b|\bIFRS \d|\bIAS \d|functional currency|(?:normal|ordinary) course of business|deferred tax|carryforwards?|retained earnings|registration statement|internal control|audit(?:or)? (?:report|opinion)|modified retrospective|net operating loss(?:es)?|non-gaap|(?:more |most )?(?:meaningful|useful) (?:measures?|information)|hereby|deliverables)\b/i,
    /\b(?:account|audit|tax|standard|polic)/i,
  ],
  [
    /\b(?:filed (?:a|another|an) (?:complaint|lawsuit|suit|petition)|alleg(?:e|es|ed|ing|ations?)|plaintiffs?|defendants?|(?:district|supreme|circuit|appeals) court|class action|patent infringement|damages (?:report|award))\b/i,
    /\b(?:lawsuit|legal|litigation|court|complaint|alleg|dispute|patent)/i,
  ],
  // How a study was made.
  [
    /\b(?:margin of (?:sampling )?error|sampling|\d\d% (?:level of )?confidence|confidence level|sample of|total sample|(?:interviews?|surveys?|polls?),? (?:(?:was|were) )?conducted|(?:was|were|is|are) weighted|weighted to|respondents (?:were|was) (?:asked|selected|interviewed)|question wording|nationally representative|landline|cell ?phone numbers|random digit|methodology|based on (?:telephone|online|a survey|surveys|interviews))\b/i,
    /\b(?:method|sampl|margin of error|conduct|weight|respondent|interview|how many (?:people|adults))/i,
  ],
  // Where a report says what.
  [
    /\b(?:(?:is|are) (?:discussed|described|shown|provided|summari[sz]ed|set out|detailed|listed|explained) (?:in|below|above|on|further)|(?:following|next|previous) (?:chapter|section|table|pages?)|(?:table|figure|chart|graph) (?:below|above)|this (?:report|chapter|section|analysis|survey) (?:examines?|explores?|describes?|presents?|focus(?:es)?|looks?|is|was))\b/i,
    /\b(?:where|which (?:page|section|chapter)|report about)/i,
  ],
  // What could come to pass.
  [
    /\b(?:could|may|might)\b(?! \d)|\bif (?:our|we|the company)\b|\bno assurance\b|\b(?:we|there) can(?:not| be no)\b|\badversely affect/,
    /\b(?:risks?|could|might|may\b|threat|challenge|uncertaint|expos|outlook|danger|worst)/i,
  ],
];
/** What is still to come, which only a question about what is to come asks for. */
const GUIDANCE =
  /\b(?:(?:is|are) (?:expected|projected|forecast|anticipated|planned)|(?:we|management) (?:expects?|anticipates?|projects?|forecasts?)|guidance|outlook)\b/i;
const AHEAD =
  /\b(?:expect|forecast|outlook|plan|target|goal|aim|future|will|guidance|predict|project|next year|by 20\d\d|in 20[3-9]\d|strateg)/i;

/** Definitions, accounting policies, litigation, methods, cross references, risks: no finding, unless asked for. */
export function isBoilerplate(quote: string, { text, topic }: Question): boolean {
  const asked = `${text} ${topic}`;
  return KINDS.some(([pattern, unlessAsked]) => pattern.test(quote) && !unlessAsked.test(asked));
}

/** Whether a sentence is about the time to come and the question isn't. */
export function isUnaskedGuidance(quote: string, { text, aspects }: Question): boolean {
  return (
    GUIDANCE.test(quote) && !AHEAD.test(text) && !aspects.includes('target') && !aspects.includes('statement')
  );
}
