import { describe, expect, it } from 'vitest';
import { findTables, type TablePage } from '../../../../src/documents/pdf/tables/index.ts';
import { band, layout, under, upright } from './layout.ts';

interface Case {
  readonly name: string;
  readonly page: TablePage;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

const statements: Case[] = [
  {
    name: 'joins currency signs and brackets to their numbers and keeps dashes for nil',
    page: layout([
      '                              2016            2017',
      'Revenue                  $   1,200       $   1,450',
      'Cost of sales               (  800 )        ( 910 )',
      'Impairment                      —               12',
      'Margin                      33.3 %          37.2 %',
    ]),
    columns: ['', '2016', '2017'],
    rows: [
      ['Revenue', '$1,200', '$1,450'],
      ['Cost of sales', '(800)', '(910)'],
      ['Impairment', '—', '12'],
      ['Margin', '33.3%', '37.2%'],
    ],
  },
  {
    name: 'spreads a header over the periods that it is centred on',
    page: layout([
      '                              Year Ended December 31,',
      '                            2015        2016        2017',
      'Net sales                 10,000      11,000      12,500',
      'Operating income           1,000       1,250       1,400',
    ]),
    columns: [
      '',
      'Year Ended December 31, 2015',
      'Year Ended December 31, 2016',
      'Year Ended December 31, 2017',
    ],
    rows: [
      ['Net sales', '10,000', '11,000', '12,500'],
      ['Operating income', '1,000', '1,250', '1,400'],
    ],
  },
  {
    name: 'spreads a header as far as the stroke below it',
    page: layout(
      [
        '                         Quarter ended        Year ended',
        '                        2016      2017      2016      2017',
        'Net sales                100       110       400       440',
        'Gross profit              40        45       160       182',
        'Net income                10        12        44        50',
      ],
      { rules: [under(0, 23, 38), under(0, 43, 58)] },
    ),
    columns: ['', 'Quarter ended 2016', 'Quarter ended 2017', 'Year ended 2016', 'Year ended 2017'],
    rows: [
      ['Net sales', '100', '110', '400', '440'],
      ['Gross profit', '40', '45', '160', '182'],
      ['Net income', '10', '12', '44', '50'],
    ],
  },
  {
    name: 'keeps the unit among the header lines as a note',
    page: layout([
      '                            2016        2017',
      '                             (in thousands)',
      'Net sales                 10,000      11,000',
      'Operating income           1,000       1,250',
    ]),
    columns: ['', '2016', '2017'],
    rows: [
      ['Net sales', '10,000', '11,000'],
      ['Operating income', '1,000', '1,250'],
    ],
    note: '(in thousands)',
  },
  {
    name: 'keeps headings of sections as rows without values',
    page: layout([
      '                                            2016        2017',
      'Cash flows from operating activities:',
      '  Net income                                 100         120',
      '  Depreciation                                50          55',
      'Cash flows from investing activities:',
      '  Purchases of equipment                     (70)        (75)',
    ]),
    columns: ['', '2016', '2017'],
    rows: [
      ['Cash flows from operating activities:', '', ''],
      ['Net income', '100', '120'],
      ['Depreciation', '50', '55'],
      ['Cash flows from investing activities:', '', ''],
      ['Purchases of equipment', '(70)', '(75)'],
    ],
  },
  {
    name: 'joins labels that run over two lines, with their values on the first or the last of them',
    page: layout(
      [
        '                                            2016        2017',
        'Net income                                   100         120',
        'Adjustments for the depreciation of',
        'property and of equipment                     50          55',
        'Cash paid for businesses, net of cash         10          11',
        'and of debt acquired with them',
        'Other                                          1           2',
      ],
      { drops: [16, 16, 11, 16, 11, 16] },
    ),
    columns: ['', '2016', '2017'],
    rows: [
      ['Net income', '100', '120'],
      ['Adjustments for the depreciation of property and of equipment', '50', '55'],
      ['Cash paid for businesses, net of cash and of debt acquired with them', '10', '11'],
      ['Other', '1', '2'],
    ],
  },
  {
    name: 'drops dot leaders',
    page: layout([
      '                                       2008       2009',
      'Raw materials . . . . . . . . . . .  15,350     13,373',
      'Work in process.....................211,000    167,204',
      'Finished goods . . . . . . . . . .   88,000     72,584',
    ]),
    columns: ['', '2008', '2009'],
    rows: [
      ['Raw materials', '15,350', '13,373'],
      ['Work in process', '211,000', '167,204'],
      ['Finished goods', '88,000', '72,584'],
    ],
  },
  {
    name: 'leaves raised footnote marks out and keeps lowered indices',
    page: layout([
      '                            FY 2023     FY 2024',
      'CO~2 emissions^1                387       347^2',
      'Waste^3                          90^4        85',
      'Water use                        12         11',
    ]),
    columns: ['', 'FY 2023', 'FY 2024'],
    rows: [
      ['CO2 emissions', '387', '347'],
      ['Waste', '90', '85'],
      ['Water use', '12', '11'],
    ],
  },
  {
    name: 'reads columns of units and of words between columns of numbers',
    page: layout([
      'Indicator            Unit          2023     2024   Standard',
      'Energy use           GWh          1,520    1,480   GRI 302-1',
      'Water use            million m3    11.2     10.9   GRI 303-5',
      'Women in management  % of total    31.0     32.5   GRI 405-1',
    ]),
    columns: ['Indicator', 'Unit', '2023', '2024', 'Standard'],
    rows: [
      ['Energy use', 'GWh', '1,520', '1,480', 'GRI 302-1'],
      ['Water use', 'million m3', '11.2', '10.9', 'GRI 303-5'],
      ['Women in management', '% of total', '31.0', '32.5', 'GRI 405-1'],
    ],
  },
  {
    name: 'moves labels at the right of their values to the front',
    page: layout([
      'Landline    Cell',
      ' 116,709   61,496   Total numbers dialled',
      '   5,165    1,052   Not residential',
      '  70,002   25,290   Not working',
    ]),
    columns: ['', 'Landline', 'Cell'],
    rows: [
      ['Total numbers dialled', '116,709', '61,496'],
      ['Not residential', '5,165', '1,052'],
      ['Not working', '70,002', '25,290'],
    ],
  },
];

const drawn: Case[] = [
  {
    name: 'reads a table with strokes around its cells, with a header over two columns',
    page: layout(
      [
        '              1993 and before        1994',
        '              shops    sales       shops    sales',
        'Austria        80       170         250      270',
        'Belgium        90       135         320      245',
      ],
      {
        rules: [
          ...[-1, 0, 1, 2, 3].map(i => under(i, i === 0 ? 12 : 0, 56)),
          upright(0, 0, 3),
          upright(12, 0, 3),
          upright(22, 1, 3),
          upright(33, 0, 3),
          upright(43, 1, 3),
          upright(56, 0, 3),
        ],
      },
    ),
    columns: ['', '1993 and before shops', '1993 and before sales', '1994 shops', '1994 sales'],
    rows: [
      ['Austria', '80', '170', '250', '270'],
      ['Belgium', '90', '135', '320', '245'],
    ],
  },
  {
    name: 'repeats a label that is drawn over several rows',
    page: layout(
      [
        'Topic       Scope        2023    2024',
        'Emissions   Total         120     110',
        '            Own use        70      65',
        'Waste       Total          12      11',
      ],
      {
        rules: [
          ...[-1, 0, 2, 3].map(i => under(i, 0, 40)),
          under(1, 11, 40),
          ...[0, 11, 23, 32, 40].map(char => upright(char, 0, 3)),
        ],
      },
    ),
    columns: ['Topic', 'Scope', '2023', '2024'],
    rows: [
      ['Emissions', 'Total', '120', '110'],
      ['Emissions', 'Own use', '70', '65'],
      ['Waste', 'Total', '12', '11'],
    ],
  },
  {
    name: 'reads tables of words where cells are drawn',
    page: layout(
      [
        'Operation          Function',
        'Press once         Wake the screen',
        'Press and hold     Restart the watch',
      ],
      {
        rules: [...[-1, 0, 1, 2].map(i => under(i, 0, 40)), ...[0, 18, 40].map(char => upright(char, 0, 2))],
        bold: [0],
      },
    ),
    columns: ['Operation', 'Function'],
    rows: [
      ['Press once', 'Wake the screen'],
      ['Press and hold', 'Restart the watch'],
    ],
  },
  {
    name: 'takes the lines of one shaded band for one row',
    page: layout(
      [
        '                                  2016      2017',
        'Sales                              100       110',
        'Outstanding shares at the',
        'End of the period                   50        55',
        'Employees                           10        12',
      ],
      { fills: [band(1, 1, [0, 50]), band(2, 3, [0, 50], '#ddeeff'), band(4, 4, [0, 50])] },
    ),
    columns: ['', '2016', '2017'],
    rows: [
      ['Sales', '100', '110'],
      ['Outstanding shares at the End of the period', '50', '55'],
      ['Employees', '10', '12'],
    ],
  },
];

const rowStrokes = (i: number) => [
  ...(i === 2 ? [] : [under(i, 0, 11.4)]),
  under(i, 12.4, 21.4),
  under(i, 22.4, 29.4),
  under(i, 30.4, 37.4),
  under(i, 38.4, 45),
];

const unbordered: Case[] = [
  {
    name: 'parts columns where the strokes below rows are broken',
    page: layout(
      [
        'Topic       Part      Unit    2023    2024',
        'Energy      Total     GWh     1,520   1,480',
        'use         Bought    GWh     1,100   1,050',
        '            Own       GWh       420     430',
        'Waste       Total     tons      120     110',
      ],
      {
        rules: [0, 1, 2, 3, 4]
          .flatMap(i => rowStrokes(i))
          .filter(rule => !(rule.x1 === 0 && rule.y1 > 60 && rule.y1 < 80)),
      },
    ),
    columns: ['Topic', 'Part', 'Unit', '2023', '2024'],
    rows: [
      ['Energy use', 'Total', 'GWh', '1,520', '1,480'],
      ['Energy use', 'Bought', 'GWh', '1,100', '1,050'],
      ['Energy use', 'Own', 'GWh', '420', '430'],
      ['Waste', 'Total', 'tons', '120', '110'],
    ],
  },
  {
    name: 'repeats a label whose tile stands beside several rows, in the rows of its tile alone',
    page: layout(
      [
        'Commitment          Indicator              Result',
        '                    Share of power         1,069',
        'Use less            from the sun',
        'power               Kilotons of CO2        2,113',
        '                    from power',
        'Make less           Tons of waste          3,113',
        'waste               in landfills',
        '                    Tons of water          2,346',
        '                    lost',
      ],
      {
        fills: [
          band(1, 4, [0, 19.5], '#f4f7fd'),
          band(5, 8, [0, 19.5], '#ffffff'),
          ...[1, 3, 5, 7].flatMap(i => [
            band(i, i + 1, [19.5, 42], '#f4f7fd'),
            band(i, i + 1, [42, 50], '#ffffff'),
          ]),
        ],
      },
    ),
    columns: ['Commitment', 'Indicator', 'Result'],
    rows: [
      ['Use less power', 'Share of power from the sun', '1,069'],
      ['Use less power', 'Kilotons of CO2 from power', '2,113'],
      ['Make less waste', 'Tons of waste in landfills', '3,113'],
      ['Make less waste', 'Tons of water lost', '2,346'],
    ],
  },
  {
    name: 'reads cells drawn as shaded tiles, unshaded rows between them too',
    page: layout(
      [
        'Commitment          Indicator              Result',
        'Use less            Share of power         1,069',
        'power               from the sun',
        'Make                Kilotons of CO2        2,113',
        'less waste          from waste',
        'Reuse               Tons of water          2,346',
        'water               reused',
      ],
      {
        fills: [1, 5].flatMap(i => [
          band(i, i + 1, [0, 19.5], '#f4f7fd'),
          band(i, i + 1, [19.5, 42], '#f4f7fd'),
          band(i, i + 1, [42, 50], '#c5d8f1'),
        ]),
      },
    ),
    columns: ['Commitment', 'Indicator', 'Result'],
    rows: [
      ['Use less power', 'Share of power from the sun', '1,069'],
      ['Make less waste', 'Kilotons of CO2 from waste', '2,113'],
      ['Reuse water', 'Tons of water reused', '2,346'],
    ],
  },
  {
    name: 'takes superscript digits behind words and numbers for footnote marks',
    page: layout([
      '                       2023¹     2024',
      'Fleet emissions²         217      196³',
      'Land used, in m²         900⁴     950',
    ]),
    columns: ['', '2023', '2024'],
    rows: [
      ['Fleet emissions', '217', '196'],
      ['Land used, in m²', '900', '950'],
    ],
  },
];

describe('findTables', () => {
  it.each([...statements, ...drawn, ...unbordered])('$name', ({ page, columns, rows, note }) => {
    const [table, ...others] = findTables(page);
    expect(others).toEqual([]);
    expect(table?.columns).toEqual(columns);
    expect(table?.rows).toEqual(rows);
    if (note !== undefined) expect(table?.note).toBe(note);
  });

  it('finds tables below each other, each with its own header', () => {
    const found = findTables(
      layout([
        'Sales by region',
        '                 2016     2017',
        'Europe            100      110',
        'Asia               90       95',
        '',
        'Staff by region',
        '                 2016     2017',
        'Europe             10       11',
        'Asia                9        9',
      ]),
    );
    expect(found.map(table => table.rows[0])).toEqual([
      ['Europe', '100', '110'],
      ['Europe', '10', '11'],
    ]);
    expect(found.map(table => table.headerRows)).toEqual([1, 1]);
  });

  it('gives a tight box, kind and indentation with every row, and the words that it used', () => {
    const page = layout([
      '                     2016      2017',
      'Assets:',
      '  Cash                 10        12',
      '  Total assets         90       100',
      'Debt                   40        42',
    ]);
    const [table] = findTables(page);
    expect(table?.rowKinds).toEqual(['group', 'data', 'total', 'data']);
    expect(table?.indents).toEqual([0, 1, 1, 0]);
    expect(table?.boxes[1]?.[1]).toMatchObject({ x: 115, w: 10 });
    expect(table?.boxes[0]?.[1]).toBeNull();
    expect(table?.consumed).toHaveLength(page.words.length);
  });

  it('finds nothing on an empty page', () => {
    expect(findTables(layout([]))).toEqual([]);
  });
});
