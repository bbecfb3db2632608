import type { Expression, TimeFunction } from './parse.ts';

/** A formula as a reader has it: "365 × average accounts payable ÷ (cost of revenue + change in inventories)". */
export function wordsOf(expression: Expression, nameOf: (id: string) => string): string {
  return worded(expression, nameOf).text;
}

function worded(
  expression: Expression,
  nameOf: (id: string) => string,
): { readonly text: string; readonly binding: number } {
  if (expression.kind === 'number') return { text: String(expression.value), binding: 3 };
  if (expression.kind === 'name') return { text: nameOf(expression.id), binding: 3 };
  if (expression.kind === 'over') {
    const of = worded(expression.of, nameOf);
    const inner = of.binding < 3 ? `(${of.text})` : of.text;
    return { text: OVER[expression.what](inner, expression.years), binding: 3 };
  }
  const { sign, left, right } = expression;
  const binding = sign === '+' || sign === '-' ? 1 : 2;
  const tight = sign === '-' || sign === '/' ? binding + 1 : binding;
  const wrap = (part: Expression, least: number) => {
    const { text, binding: own } = worded(part, nameOf);
    return own < least ? `(${text})` : text;
  };
  return {
    text: `${wrap(left, binding)} ${{ '+': '+', '-': '−', '*': '×', '/': '÷' }[sign]} ${wrap(right, tight)}`,
    binding,
  };
}

const OVER = {
  average: of => `average ${of}`,
  change: (of, years) => `change in ${of}${over(years)}`,
  prior: (of, years) => `${of} ${before(years)}`,
  growth: (of, years) => `${of} ÷ ${of} ${before(years)} − 1`,
  mean: (of, years) => `mean of ${of} over ${years} years`,
  total: (of, years) => `total of ${of} over ${years} years`,
  cagr: (of, years) => `average growth of ${of} a year over ${years} years`,
  rate: (of, years) => `yearly rate of ${of} over ${years} years`,
} satisfies Record<TimeFunction, (of: string, years: number) => string>;

function before(years: number): string {
  return years === 1 ? 'of the year before' : `${years} years before`;
}

function over(years: number): string {
  return years === 1 ? '' : ` over ${years} years`;
}
