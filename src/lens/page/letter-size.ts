/** How far letters reach over and under the line that they stand on, in ems. */
const LOW = 0.5;
const TALL = 0.72;
const HANGING = 0.22;
const LOW_CHARACTERS = /^[acegmnopqrsuvwxyzαγεηικμνοπρςστυφχψω.,:;~+=<>–—\-·•…_]$/;
const HANGING_CHARACTERS = /[gjpqyçşţĝĢĶĻŅĮųąęβγζημξρφχψQ,;()[\]{}|/_§¶$@]/;

/**
 * The size of a line's type, from the height of its ink and what it says: a line of capitals is as high as one of
 * small letters in smaller type.
 * @returns the height that a letter without ascenders would have
 */
export function typeSize(inkHeight: number, text: string): number {
  const characters = [...text].filter(char => char !== ' ');
  const over = characters.some(char => !LOW_CHARACTERS.test(char)) ? TALL : LOW;
  const under = HANGING_CHARACTERS.test(text) ? HANGING : 0;
  return (inkHeight * LOW) / (over + under);
}
