import { wordsOf } from './words.ts';

const MARKS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  [
    'German',
    new Set(
      'wie was welche welcher welches der die das und ist sind sich hat haben von im für mit wurde nicht über den dem ein eine entwickelt entwickelten'.split(
        ' ',
      ),
    ),
  ],
  [
    'French',
    new Set(
      'quel quelle quels quelles comment est sont les des du et le la dans pour une ont été leur avec sur évolué'.split(
        ' ',
      ),
    ),
  ],
  [
    'Spanish',
    new Set(
      'qué cuál cuáles cómo es son los las del y el en para una han fue por con evolucionaron'.split(' '),
    ),
  ],
  [
    'Italian',
    new Set('quale quali come sono gli dei della delle e il nel per una hanno che cosa con'.split(' ')),
  ],
  ['Portuguese', new Set('qual quais como são os as do da e o no para uma foram com evoluíram'.split(' '))],
  ['Dutch', new Set('wat hoe welke het een de en zijn van voor met was werden is ontwikkeld'.split(' '))],
];
const ENGLISH = new Set(
  'what how which who why when where the of and in is are was were did do does by for to with has have between over from about on it'.split(
    ' ',
  ),
);

/** The language a question seems to be in where it isn't English; null where it is, or can't be told. */
export function foreignLanguage(text: string): string | null {
  const words = wordsOf(text).map(word => word.raw.toLowerCase());
  if (words.length === 0) return null;
  const other = words.filter(word => /[^\p{Script=Latin}\p{N}\p{P}\p{S}]/u.test(word)).length;
  if (other > words.length / 2) return 'another script';
  const english = words.filter(word => ENGLISH.has(word)).length;
  const [language, hits] = MARKS.map(
    ([name, marks]) => [name, words.filter(w => marks.has(w)).length] as const,
  ).reduce((best, next) => (next[1] > best[1] ? next : best));
  return hits >= 2 && hits > english ? language : null;
}
