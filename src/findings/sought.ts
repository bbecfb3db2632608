import type { MetricRef, Question } from '../domain/question.ts';
import { mannerOf } from './about.ts';
import { contentStems } from './words.ts';

/** Words of a question that a table need not say: how it asks, and what any number is. */
export const ASKING = contentStems(
  'percent percentage % share number amount value score rate level total average many much which highest lowest higher lower more less fewer greater larger smaller gap difference compare compared between among across chart charts table tables figure graph page report survey paper document slide according shown show achieve reported data years people group respondents say said came come lean leaner total all adults survey conducted results finding think believe',
);
/** A cell that a question names. */
export interface Sought {
  readonly metric: MetricRef;
  /** What the labels have to say, and what they may say besides. */
  readonly own: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
  /** Names and numbers among its own words: all of them have to be said. */
  readonly named: ReadonlySet<string>;
}

/** The cells that a question names, by its words; none where it asks for anything else. */
export function soughtBy(question: Question): readonly Sought[] {
  const { metrics, text } = question;
  const operands = metrics.flatMap(metric => {
    const { labels } = metric;
    const named = namesOf(labels?.own ?? '');
    return labels ? [{ metric, own: content(labels.own), around: content(labels.around), named }] : [];
  });
  if (operands.length > 0) return operands;
  const asksShare = SHARE.test(text);
  const known = asksShare || NAMED_CELL.test(text) ? metrics[0] : undefined;
  const metric = metrics.find(({ id }) => id.startsWith('own:')) ?? surveyed(metrics) ?? known;
  const computed = question.formulas?.some(({ from }) => from !== 'vocabulary') ?? false;
  const words = mannerOf(question) === 'words' || asksShare || metric === known;
  const plain =
    metric && words && !computed && !question.aspects.some(one => one === 'rank' || one === 'cause');
  return plain ? [{ metric, own: content(text), around: new Set(), named: namesOf(text) }] : [];
}

export const SHARE = /\b(?:percentage|percent|share|proportion)\b/iu;
/** "What is the accuracy of Anvil-2 on Smithy?": a measure of something that has a name with a digit in it. */
const NAMED_CELL = /^what (?:is|was) the [\p{L} -]{3,40} of (?=\S*\d)(?=\S*\p{L})(?!(?:fy|q)?\d{2,4}\b)\S+/iu;

/** Words with a capital or a digit, but for a capital at the very start. */
function namesOf(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(/(?<!^\W*)\p{Lu}[\p{L}\p{N}-]*|\p{L}*(?:\d|\p{Lu}{2})[\p{L}\p{N}-]*/gu)];
  return content(words.map(([word]) => word).join(' '));
}

/** Of measures that surveys take, a cell may be one answer of one group. */
function surveyed(metrics: readonly MetricRef[]): MetricRef | undefined {
  const counted = (dimension: string) => dimension === 'percent' || dimension === 'count';
  return metrics.every(({ dimensions }) => dimensions.includes('percent') && dimensions.every(counted))
    ? metrics[0]
    : undefined;
}

function content(text: string): ReadonlySet<string> {
  return new Set([...said(text)].filter(stem => !ASKING.has(stem)));
}

/** What a label says, groups of people by one name: "Rep/Lean Rep" is Republicans, who lean so or not. */
export function said(text: string): ReadonlySet<string> {
  return new Set([...contentStems(text)].map(stem => ALIASES[stem] ?? stem));
}

const ALIASES: Readonly<Record<string, string>> = {
  rep: 'republican',
  gop: 'republican',
  dem: 'democrat',
  ind: 'independent',
  latino: 'hispanic',
  acc: 'accurac',
};
