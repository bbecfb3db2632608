import { textWidth, wrapText } from '../font/measure.ts';
import { plain } from '../plain.ts';
import { FIGURE } from './page.ts';

const MOST_LINES = 3;
const YEAR = /^(FY ?)?\d{4}$/;

/** How categories stand on their axis. */
export interface CategoryLabels {
  /** A Vega expression that gives the label of a category: lines where it is long. */
  readonly expression: string;
  /** Degrees; 0 or a slant. */
  readonly angle: 0 | -40;
  /** Whether labels are left out where they would meet: many years can be told from a few. */
  readonly thinned: boolean;
}

/** Keys that are distinct even where two categories have one name. */
export function categoryKeys(categories: readonly string[]): readonly string[] {
  return categories.map((_, index) => String(index));
}

/** Labels in slots this wide: level and wrapped where they fit, else slanted. */
export function categoryLabels(categories: readonly string[], slot: number): CategoryLabels {
  const style = { size: FIGURE.label };
  const wrapped = categories.map(category => wrapText(plain(category), slot - 8, style));
  const level = wrapped.every(
    (lines, index) => lines.length <= MOST_LINES && !breaksWord(categories[index] ?? '', slot - 8),
  );
  const texts = level ? wrapped : categories.map(category => [plain(category)]);
  const years = categories.every(category => YEAR.test(plain(category)));
  const expression = `${JSON.stringify(texts)}[+datum.value]`;
  return { expression, angle: level || years ? 0 : -40, thinned: years && !level };
}

function breaksWord(category: string, width: number): boolean {
  return plain(category)
    .split(' ')
    .some(word => textWidth(word, { size: FIGURE.label }) > width);
}
