import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../src/documents/pdf/tables/index.ts';
import { band, layout, upright } from './layout.ts';

const noTables = [
  {
    name: 'prose in two columns',
    page: layout([
      'In 2016 the company sold 1,200 machines to its    shareholders received dividends of 12 cents a',
      'customers in Europe, which was 5% more than it    share in 2016, and 13 cents in 2017. The board',
      'had sold in the year before. Sales in Asia fell   proposes to pay 14 cents for 2018, which would',
      'by 3% because two of the largest customers had    be the fifth rise in a row. The record date is',
      'bought from stock. The outlook for 2018 remains   planned for the 12th of May, and payment is to',
      'good, with orders of 900 machines on the books.   follow within 20 days of that date.',
    ]),
  },
  {
    name: 'a bullet list',
    page: layout([
      '•    Sales rose by 12% to 1,200 million euros, the highest value ever reported.',
      '•    Costs fell by 3% to 800 million euros.',
      '•    The margin reached 33%.',
    ]),
  },
  {
    name: 'a numbered list',
    page: layout([
      '1.   Sales and margins',
      '2.   Costs of materials',
      '3.   Outlook for 2018',
      '4.   Annexes',
    ]),
  },
  {
    name: 'a table of contents',
    page: layout([
      'Contents                          Page',
      'Letter to shareholders . . . . . .   3',
      'Business review . . . . . . . . . . 12',
      'Risk report . . . . . . . . . . .   27',
      'Financial statements . . . . . . .  41',
      'Notes . . . . . . . . . . . . . . . 48',
    ]),
  },
  {
    name: 'references',
    page: layout([
      '[1]  Smith, J. and Jones, K. (2012). Tables in documents. Journal of Layout 12, 33-45.',
      '[2]  Lopez, M. (2014). Reading reports. Proceedings of the 3rd conference, 101-110.',
      '[3]  Chen, L. (2016). Numbers and their units. Journal of Layout 16, 7-19.',
    ]),
  },
  {
    name: 'tick labels of a chart',
    page: layout([
      '$160                          126.49',
      '$140            108.72',
      '$120   100.00                            92.60',
      '$100            86.72       79.32',
      '$80',
      '     10/30/04   10/29/05   10/28/06   11/3/07',
    ]),
  },
  {
    name: 'values printed on the bars of a chart',
    page: layout(
      [
        'Men            41        50',
        'Women             55  37',
        'White      39           53',
        'Black                85  7',
      ],
      {
        fills: [
          band(0, 0, [12, 20], '#436983'),
          band(0, 0, [20, 30], '#bf3b27'),
          band(1, 1, [9, 20], '#436983'),
          band(1, 1, [20, 27], '#bf3b27'),
          band(2, 2, [11, 20], '#436983'),
          band(2, 2, [20, 31], '#bf3b27'),
          band(3, 3, [3, 20], '#436983'),
          band(3, 3, [20, 22], '#bf3b27'),
        ],
      },
    ),
  },
  {
    name: 'a page number in its footer',
    page: layout(['SUSTAINABILITY REPORT 2024   133', '', '', '', 'Annual report   2024']),
  },
];

describe('what is no table', () => {
  it.each(noTables)('$name', ({ page }) => {
    expect(findTables(page).map(table => table.rows)).toEqual([]);
  });
});

describe('tables beside something else', () => {
  it('leaves out the paragraph at their left', () => {
    const [table] = findTables(
      layout([
        'A combination of landline and',
        'cellular samples was used to                    Sample     Error',
        'represent all adults who have    All adults      1,526       2.9',
        'access to either of the two,     Men               612       4.6',
        'which were provided by a firm    Women             914       3.8',
        'that draws them in proportion    Under 30          244       7.3',
        'to the share of the listed ones.',
      ]),
    );
    expect(table?.columns).toEqual(['', 'Sample', 'Error']);
    expect(table?.rows.map(row => row[0])).toEqual(['All adults', 'Men', 'Women', 'Under 30']);
  });

  it('stay apart from the tick labels behind a tall stroke', () => {
    const page = layout([
      '              2016    2017',
      'Corn           1.2     1.4          2.60',
      'Soy            3.2     3.4',
      'Wheat          4.2     4.4          2.40',
      'Rice           5.2     5.4',
      'Oats           2.1     2.2          2.20',
      'Rye            1.9     1.8',
    ]);
    const shifted = page.words.map(word =>
      word.x > 150 ? { ...word, y: word.y + 5, baseline: word.y + 12.2 } : word,
    );
    const [table, ...others] = findTables({ ...page, words: shifted, rules: [upright(31, 0, 7)] });
    expect(others).toEqual([]);
    expect(table?.columns).toEqual(['', '2016', '2017']);
    expect(table?.rows).toHaveLength(6);
  });
});
