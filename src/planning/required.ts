import type { Question } from '../domain/question.ts';
import type { Period } from '../domain/value.ts';

/** Something that a question names and that its sources have to mention, in one of these ways, to answer it. */
export interface Required {
  /** As the question has it. */
  readonly said: string;
  /** Any of these is a mention. */
  readonly mentions: readonly string[];
}

/** Longer stretches of years are asked about as a whole. */
const MOST_YEARS = 12;
const RELATES =
  /\b(?:gap|difference|differ|higher|lower|more|less|fewer|larger|smaller|greater|change[ds]?|compared (?:to|with)|increase[ds]?|decrease[ds]?|ratio|sum)\b/iu;

/**
 * What the sources must mention, in groups of which one is enough: whoever is asked about among several, the years
 * of a longer stretch. What narrows or relates has to be there by itself.
 */
export function requiredBy({
  names = [],
  entities,
  periods,
  text,
}: Question): readonly (readonly Required[])[] {
  const relates = RELATES.test(text);
  const subjects = names.filter(name => entities.includes(name));
  const narrowing = names.filter(name => !entities.includes(name));
  const apart = relates ? subjects.map(name => [name]) : subjects.length > 0 ? [subjects] : [];
  const years = periods.map(yearsOf).filter(list => list.length > 0);
  const dated = relates ? years : years.length > 0 ? [years.flat()] : [];
  return [
    ...[...apart, ...narrowing.map(name => [name])].map(group => group.map(nameRequired)),
    ...dated.map(list => [{ said: saidYears(list), mentions: list.flatMap(yearMentions) }]),
  ];
}

/** "Foot Locker" may stand as one word, "GPT-4" as two, "U.S." without its points. */
function nameRequired(name: string): Required {
  const bare = name.replace(/\./gu, '');
  const forms = [name, bare, bare.replace(/[\s-]+/gu, ''), bare.replace(/-/gu, ' '), ...bare.split('/')];
  return { said: name, mentions: [...new Set(forms)].filter(form => form !== '') };
}

function yearsOf({ kind, year, part }: Period): readonly number[] {
  if (kind !== 'range') return [year];
  const last = Math.min(part ?? year, year + MOST_YEARS);
  return Array.from({ length: last - year + 1 }, (_, i) => year + i);
}

function saidYears(years: readonly number[]): string {
  return years.length > 2 ? `${years[0]} to ${years.at(-1)}` : years.join(' and ');
}

/** "2023", "FY23", "2022/23", "'23". */
function yearMentions(year: number): readonly string[] {
  const short = String(year).slice(2);
  return [
    String(year),
    `FY${year}`,
    `FY${short}`,
    `FY ${short}`,
    `${year - 1}/${short}`,
    `${year - 1}-${short}`,
  ];
}
