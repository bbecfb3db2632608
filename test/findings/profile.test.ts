import { describe, expect, it } from 'vitest';
import type { StoredPage } from '../../src/domain/store.ts';
import { profileDocument, sameEntity, shortName } from '../../src/findings/index.ts';
import { page, table, text } from './pages.ts';

const NAMES: readonly (readonly [name: string, short: string])[] = [
  ['AMAZON.COM, INC.', 'Amazon'],
  ['The Kraft Heinz Company', 'Kraft Heinz'],
  ['Netflix, Inc.', 'Netflix'],
  ['Siemens AG', 'Siemens'],
  ['IBM', 'IBM'],
  ['FOOT LOCKER, INC.', 'Foot Locker'],
];

const filing = page(
  text('FORM 10-K', 'heading'),
  text('For the fiscal year ended December 28, 2019'),
  text('Commission File No. 000-22513'),
  text('ACME WIDGETS, INC.', 'title'),
  text('(Exact name of registrant as specified in its charter)'),
  table(['', '2019'], [['Net sales', '$5']], { note: '(in millions)' }),
);
const report = page(
  text('Bolt Sustainability Report 2024', 'title'),
  text('At Bolt we care about € and people.'),
);
const study = page(
  text('FOR RELEASE MAY 3, 2018'),
  text('RECOMMENDED CITATION Example Research Center, May, 2018, “Most Adults See Things Differently Now.”'),
  text('© Example Research Center 2018'),
);

const PROFILES: readonly (readonly [
  name: string,
  path: string,
  pages: readonly StoredPage[],
  expected: object,
])[] = [
  [
    'a filing names its registrant, its year and its scale',
    'x.pdf',
    [filing, filing, filing],
    {
      title: 'Acme Widgets, Form 10-K 2019',
      entity: 'Acme Widgets',
      year: 2019,
      currency: 'USD',
      scale: 1e6,
      yearEnd: '2019-12-28',
    },
  ],
  [
    'a report is about the company in its title',
    'b/report.pdf',
    [report, report, report],
    { entity: 'Bolt', year: 2024, currency: 'EUR' },
  ],
  [
    'a publisher of studies is not what a study is about',
    'pew.pdf',
    [study],
    { title: 'Most Adults See Things Differently Now', entity: '', year: 2018, published: '2018-05-03' },
  ],
];

/** Titles of documents that all speak of one company, and some that speak of none. */
const TITLES: readonly (readonly [title: string, owner: string])[] = [
  ['Bolt Group plc: Results for FY2024', 'Bolt'],
  ['Bolt: Results for FY2024', 'Bolt'],
  ['Bolt Group plc: Investor Day 2025', 'Bolt'],
  ['Bolt Investor Day 2025', 'Bolt'],
  ['Bolt plc Annual Report', 'Bolt'],
  ['Bolt – Sustainability Report', 'Bolt'],
  ['Bolt AG Geschäftsbericht 2023', 'Bolt'],
  ['Bolt Rapport annuel 2023', 'Bolt'],
  ['Bolt Capital Markets Day', 'Bolt'],
  ['Bolt Q3 2024 earnings call', 'Bolt'],
  ['Annual Report 2024 | Bolt', 'Bolt'],
  ['2024 Annual Report Bolt Group plc', 'Bolt'],
  ['Strategy update, Bolt Group plc', 'Bolt'],
  ['Half-year results: Bolt', 'Bolt'],
  ['BOLTON GROUP PLC', 'Bolton'],
  ['Results for FY2024', ''],
  ['Annual Report 2024', ''],
  ['The state of remote work: Annual Report', ''],
  ['National Climate Report 2024', ''],
  ['Global Market Outlook 2024', ''],
];

describe('what a document says about itself', () => {
  it.each(PROFILES)('%s', (_, path, pages, expected) => {
    expect(profileDocument({ path, title: '', pages })).toMatchObject(expected);
  });

  it.each(TITLES)('“%s” is about “%s”', (title, owner) => {
    const front = page(text(title, 'title'), text('Bolt makes pumps for water works.'));
    expect(profileDocument({ path: 'x.pdf', title: '', pages: [front, front, front] }).entity).toBe(owner);
  });

  it.each(NAMES)('%s is called %s', (name, short) => {
    expect(shortName(name)).toBe(short);
    expect(sameEntity(name, short)).toBe(true);
  });
});
