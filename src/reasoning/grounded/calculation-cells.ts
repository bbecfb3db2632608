import type { MetricRef } from '../../domain/question.ts';
import { type Asked, type Drawn, PLAIN } from './calculation.ts';

/** "How much higher is A than B", where A and B are not known: two cells, each named by its labels. */
export function ofTwoCells({ text, whole }: Asked): Drawn | null {
  if (/@\d.*@\d/u.test(text)) return null;
  const groups = new RegExp(
    `how much (?<word>higher|lower|more|less|larger|smaller|greater|better|worse|fewer) (?:is|was|are|were|did|does|do) ${PLAIN}(?<x>.+?) (?:compared (?:to|with)|than|versus|vs\\.?|relative to) ${PLAIN}(?<y>.+)$`,
    'iu',
  ).exec(whole)?.groups;
  const [x, y] = [groups?.x?.trim() ?? '', groups?.y?.trim() ?? ''];
  if (x === '' || y === '' || x.split(' ').length > LONGEST_CELL || y.split(' ').length > LONGEST_CELL)
    return null;
  const [more, less] = /lower|less|smaller|fewer|worse/iu.test(groups?.word ?? '') ? [y, x] : [x, y];
  const [first, second] = [cellRef(more, less), cellRef(less, more)];
  const expression = `[${first.id}] - [${second.id}]`;
  return {
    name: `${first.name} less ${second.name}`,
    expression,
    dimension: 'other',
    operands: [first, second],
  };
}

const LONGEST_CELL = 12;

function cellRef(own: string, around: string): MetricRef {
  const name = own.charAt(0).toUpperCase() + own.slice(1);
  return {
    id: `own:cell ${own.toLowerCase()}`,
    name,
    phrases: [own.toLowerCase(), ...namedIn(own)],
    not: [],
    dimensions: [],
    labels: { own, around },
  };
}

/** Names and numbers in it: a table that has them in its labels may be the one. */
function namedIn(own: string): readonly string[] {
  return Array.from(own.matchAll(/[\p{L}\d]*(?:\d|\p{Lu})[\p{L}\p{N}+-]*/gu), ([word]) => word.toLowerCase());
}
