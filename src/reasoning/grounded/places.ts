/** Where a question says to look, as the words that stand there: "in the P&L" is "statements of operations". */
export function placesIn(asked: string): readonly string[] {
  return [
    ...STATEMENTS.filter(([pattern]) => pattern.test(asked)).flatMap(([, names]) => names),
    ...pagesIn(asked),
  ];
}

const STATEMENTS: readonly (readonly [pattern: RegExp, names: readonly string[]])[] = [
  [
    /\b(?:income statements?|statements? of (?:income|operations|earnings)|P&L|profit (?:and|&) loss)\b/iu,
    [
      'statements of operations',
      'statements of income',
      'statement of income',
      'statements of earnings',
      'income statement',
    ],
  ],
  [
    /\b(?:balance sheets?|statements? of financial (?:position|condition))\b/iu,
    [
      'balance sheets',
      'balance sheet',
      'statement of financial position',
      'statements of financial condition',
    ],
  ],
  [
    /\b(?:cash flows? statements?|statements? of cash flows?)\b/iu,
    ['statements of cash flows', 'statement of cash flows', 'cash flow statement'],
  ],
];

/** "On page 14", "slide 3": `page 14`. */
function pagesIn(asked: string): readonly string[] {
  return Array.from(
    asked.matchAll(/\b(?:pages?|slides?|p\.)\s*#?(\d{1,4})\b/giu),
    ([, number]) => `page ${number}`,
  );
}
