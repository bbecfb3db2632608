import { describe, expect, it } from 'vitest';
import { parseNumbers } from '../../../src/lib/quantity/index.ts';

const VALUES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['a dollar amount with a scale word', 'Net sales were $177.9 billion in 2017.', ['177.9 1e9 USD']],
  ['a currency in front with a short scale', 'It cost US$ 1.2bn and EUR 5m.', ['1.2 1e9 USD', '5 1e6 EUR']],
  ['a decimal comma beside a currency', 'Umsatz von €3,4 Mrd. im Jahr', ['3.4 1e9 EUR']],
  [
    'percent sign, word and points',
    '12.3%, 5 percent, 3 percentage points',
    ['12.3 1e0 %', '5 1e0 %', '3 1e0 pp'],
  ],
  ['basis points', 'rose 25 basis points', ['25 1e-2 pp']],
  ['tonnes with a scale word', '1.5 million t CO2e', ['1.5 1e6 t CO2e']],
  ['megatonnes and kilotonnes', '0.6 MtCO2e and 8,098 kt CO2e', ['0.6 1e6 t CO2e', '8098 1e3 t CO2e']],
  [
    'metric tons of a gas in words',
    'about 121 million metric tons of greenhouse gas',
    ['about 121 1e6 t CO2e'],
  ],
  ['energy', 'saves 2 GWh a year', ['2 1e6 kWh']],
  [
    'people with adjectives',
    '1,503 adults and 1,500 full-time employees',
    ['1503 1e0 people', '1500 1e0 people'],
  ],
  ['a range with one unit', 'between 10-12% of sales', ['between 10..12 1e0 %']],
  ['a range of money', 'between $300 million and $1.0 billion', ['between 300..1000 1e6 USD']],
  [
    'a negative in brackets after a currency',
    'by $30 million and $(4) million',
    ['30 1e6 USD', '-4 1e6 USD'],
  ],
  ['a minus that touches', 'a change of –60%', ['-60 1e0 %']],
  ['money per share', 'earned $6.15 per diluted share', ['6.15 1e0 USD per share']],
  ['a capital letter as scale', '70M users', ['70 1e6 ']],
  ['shares in words', 'two-thirds of them, four-in-ten', ['about 66.7 1e0 %', 'about 40 1e0 %']],
  [
    'qualifiers',
    'at least 5%, more than 6%, up to 7%, nearly 8%',
    ['at least 5 1e0 %', 'more than 6 1e0 %', 'up to 7 1e0 %', 'about 8 1e0 %'],
  ],
  [
    'a list',
    'was $2.2 billion , $4.2 billion , and $4.1 billion for 2015 , 2016 , and 2017',
    ['2.2 1e9 USD', '4.2 1e9 USD', '4.1 1e9 USD'],
  ],
];

const NOT_VALUES: readonly (readonly [name: string, text: string])[] = [
  ['years and dates', 'In 2017, on December 31, 2016, and in fiscal 2019'],
  ['a survey’s dates', 'conducted Oct. 21-Nov. 30, 2015 and April 25-May 1'],
  ['pages, figures, notes and sections', 'See Note 12, Figures 3, 4 and page 7 of Section 12(b)'],
  ['scopes and categories', 'Scope 1, 2 and 3 and Scope 3.11'],
  ['telephone numbers', 'call (206) 266-1000 or 202.419.4372'],
  ['ordinals and list marks', '1. The 1st and the 22nd'],
  ['names with digits', 'Form 10-K, 401(k), CO2, COVID-19, 24/7, 4K displays'],
  ['footnote marks', 'since the recession (1) and later [12]. It ended.1 By'],
  ['a file number', 'Commission File No. 000-22513'],
  ['links', 'www.example.org/2017/05/12 and a5@b9.com'],
  ['decades', 'the 1990s and the ’80s'],
];

describe('numbers in running text', () => {
  it.each(VALUES)('reads %s', (_, text, expected) => {
    const found = parseNumbers(text).map(n => {
      const amount = n.high === undefined ? `${n.amount}` : `${n.amount}..${n.high}`;
      return [...n.qualifiers, amount, `1e${Math.round(Math.log10(n.scale))}`, n.unit].join(' ');
    });
    expect(found).toEqual(expected);
  });

  it.each(NOT_VALUES)('takes no value from %s', (_, text) => {
    expect(parseNumbers(text)).toEqual([]);
  });

  it('gives places that hold what was printed', () => {
    const text = 'Sales rose 12% to $5.2 billion, about two-thirds of it abroad.';
    for (const { start, end, printed } of parseNumbers(text)) expect(text.slice(start, end)).toBe(printed);
  });
});
