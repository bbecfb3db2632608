import type { MetricRef } from '../domain/question.ts';
import { isOpinion } from './about.ts';
import type { Grid } from './grid.ts';
import { type LabelMatch, phraseStems } from './labels.ts';
import { indexOfPhrase, stems } from './words.ts';

/** Words of a phrase that a sentence has to have for it to be about the metric. */
const LEAST_WORDS = 2;
/** Lines right above a chart that may be its caption. */
const CAPTION_LINES = 3;

/**
 * The share that a survey's chart is of: its caption is a sentence ("% of seniors who go online"), and names the
 * metric somewhere in it. The longest phrase wins. Null for other measures, for opinions (of
 * whom or what, a caption seldom says whole), for tables, and where the labels are no
 * groups of people: they may be answers, of which the metric is one.
 */
export function captionMatch(
  { title, near, reading }: Pick<Grid, 'title' | 'near' | 'reading'>,
  metrics: readonly MetricRef[],
  labels: readonly string[],
): LabelMatch | null {
  if (reading.kind !== 'chart' || !labels.every(isGroup)) return null;
  const said = [title, reading.yTitle, ...near.lines.slice(0, CAPTION_LINES)].map(stems);
  const found = metrics.flatMap((metric): readonly LabelMatch[] => {
    if (!metric.dimensions.includes('percent') || isOpinion(metric) || isIn(said, metric.not)) return [];
    const length = longestIn(said, metric.phrases);
    return length < LEAST_WORDS ? [] : [{ metric, grade: 'exact', scope: [], length }];
  });
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Periods aside, what tells the values of one answer apart: who gave it. */
function isGroup(label: string): boolean {
  return label.trim() === '' || GROUPS.test(label);
}

const GROUPS =
  /\b(?:rep(?:ublicans?)?|dem(?:ocrats?|ocratic)?|lean(?:ers?)?|independents?|adults?|americans?|latinos?|hispanics?|whites?|blacks?|asians?|women|men|males?|females?|voters?|public|total|all|overall|seniors?|users?|owners?|graduates?|grad|college|school|degree|postgrad|income|urban|rural|suburban|ages?|generation|born|immigrants?|millennials?|boomers?|silent|gen [xyz]|parents|households?|catholics?|protestants?|evangelicals?|unaffiliated|conservatives?|liberals?|moderates?)\b|\$\d|\b\d{2}\s?(?:\+|[-–]\s?\d{2})|^\d{2}\s?\+$/iu;

function longestIn(said: readonly (readonly string[])[], phrases: readonly string[]): number {
  const lengths = phrases
    .map(phraseStems)
    .filter(phrase => said.some(text => indexOfPhrase(text, phrase) >= 0));
  return Math.max(0, ...lengths.map(phrase => phrase.length));
}

function isIn(said: readonly (readonly string[])[], phrases: readonly string[]): boolean {
  return longestIn(said, phrases) > 0;
}
