import { describe, expect, it } from 'vitest';
import { CAPEX, extract, lines, OPERATING_INCOME, page, question, REVENUE, SCOPE_1, text } from './pages.ts';

const SENTENCES: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  ['Net sales were $177.9 billion in 2017.', ['Revenue 2017 177900000000 USD']],
  [
    'Revenue increased 12% to $5.2 billion in 2017.',
    ['Revenue 2017 5200000000 USD', 'Revenue [change] 2017 12 %'],
  ],
  [
    'In fiscal 2017, revenue decreased 12% to $5.2 billion.',
    ['Revenue FY2017 5200000000 USD', 'Revenue [change] FY2017 -12 %'],
  ],
  [
    'Operating income was $2.2 billion , $4.2 billion , and $4.1 billion for 2015 , 2016 , and 2017 .',
    [
      'Operating income 2015 2200000000 USD',
      'Operating income 2016 4200000000 USD',
      'Operating income 2017 4100000000 USD',
    ],
  ],
  [
    'Sales increased 27% and 31% in 2016 and 2017.',
    ['Revenue [change] 2016 27 %', 'Revenue [change] 2017 31 %'],
  ],
  [
    'The company spent $33 billion on land and $5 billion of capital expenditure in 2016.',
    ['Capital expenditure 2016 5000000000 USD'],
  ],
  ['Changes in exchange rates impacted operating income by $30 million in 2017.', []],
  ['The cost of sales was $4.0 billion in 2017, as planned.', []],
  ['Sales of packaging machinery grew by 3.6% to $19.90 billion in 2017.', []],
  ['Sales of Acme rose to $5.0 billion in 2017.', ['Revenue 2017 5000000000 USD']],
  ['Revenue of approximately $5 billion was earned in 2017.', ['Revenue [about] 2017 5000000000 USD']],
  ['We expect revenue of $6 billion in 2018.', ['Revenue [projected] 2018 6000000000 USD']],
  ['Revenue was $5.2 billion in 2017, as planned.', ['Revenue 2017 5200000000 USD']],
  [
    'For 2018 we expect growth. Capital expenditure of about $245 million is planned.',
    ['Capital expenditure [about] [projected] 2018 245000000 USD'],
  ],
  ['Our goal is revenue of $9 billion by 2030.', ['Revenue [target] 2030 9000000000 USD']],
  ['The gain on sales of businesses was $249 million in 2017.', []],
  ['North America sales were $106 billion in the year 2017.', []],
  [
    'Our Scope 1 emissions were 347 thousand metric tons in fiscal 2024.',
    ['Scope 1 emissions FY2024 347000 t CO2e'],
  ],
];

describe('values from sentences', () => {
  it.each(SENTENCES)('%s', (sentence, expected) => {
    const metrics = sentence.includes('Scope')
      ? [{ ...SCOPE_1, phrases: [...SCOPE_1.phrases, 'ghg scope 1'] }]
      : [REVENUE, OPERATING_INCOME, CAPEX];
    const asked = question(metrics, { aspects: ['level', 'change'] });
    expect(lines(extract(asked, page(text(sentence)))).sort()).toEqual([...expected].sort());
  });

  it('quotes the sentence to the character', () => {
    const words = 'It was a good year. Net sales were $177.9 billion in 2017 . Costs rose.';
    const found = extract(question([REVENUE]), page(text(words)));
    for (const { evidence } of found) expect(words).toContain(evidence[0]?.quote);
    expect(found.find(finding => finding.value)?.evidence[0]?.quote).toBe(
      'Net sales were $177.9 billion in 2017 .',
    );
  });
});
