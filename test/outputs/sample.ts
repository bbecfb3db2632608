import type { Deck, Slide } from '../../src/domain/deck.ts';
import type { ChartSpec, Citation, Report, Sentence } from '../../src/domain/report.ts';

// A synthetic company; every name and number is made up.

export const sentence = (
  text: string,
  citations: readonly string[] = [],
  findings = citations,
): Sentence => ({
  text,
  findings: findings.map(id => id.replace(/^e-/, 'f-')),
  citations,
});

const citation = (id: string, fields: Partial<Citation>): Citation => ({
  id,
  source: 's-aaaaaaaaaaaa',
  page: 1,
  label: '',
  box: [0.1, 0.2, 0.5, 0.03],
  route: 'text-layer',
  reading: 'r-000000000001',
  quote: '',
  confidence: 0.95,
  ...fields,
});

export const columnChart: ChartSpec = {
  id: 'c-11111111',
  kind: 'column',
  title: 'Revenue of Alder Rail grew every year from 2020 to 2024.',
  subtitle: 'Revenue, USD million, 2020–2024',
  unit: 'USD million',
  categories: ['2020', '2021', '2022', '2023', '2024'],
  series: [
    {
      name: 'Alder Rail',
      values: [1204, 1310.5, 1398, 1512, 1730],
      findings: ['f-1', 'f-2', 'f-3', 'f-4', 'f-5'],
    },
  ],
  sourceLine: 'Source: Annual report 2024, p. 12.',
  citations: ['e-0000000001'],
};

export const groupedChart: ChartSpec = {
  ...columnChart,
  id: 'c-22222222',
  title: 'Passenger services stayed the larger segment, but freight closed in from year to year.',
  subtitle: 'Revenue by segment, USD million, 2021–2024',
  categories: ['2021', '2022', '2023', '2024'],
  series: [
    { name: 'Passenger', values: [800, 850, 870, 905], findings: ['f-1', 'f-2', 'f-3', 'f-4'] },
    { name: 'Freight', values: [510, 548, null, 825], findings: ['f-1', 'f-2', '', 'f-4'] },
  ],
};

export const stackedChart: ChartSpec = { ...groupedChart, id: 'c-33333333', kind: 'stacked-column' };

export const barChart: ChartSpec = {
  ...columnChart,
  id: 'c-44444444',
  kind: 'bar',
  title: 'Alder Rail spent most on rolling stock.',
  subtitle: 'Capital expenditure, USD million, 2024',
  categories: ['Rolling stock', 'Stations and depots', 'Signalling and telecommunications', 'Land'],
  series: [{ name: '2024', values: [310, 120, 96.5, 12], findings: ['f-1', 'f-2', 'f-3', 'f-4'] }],
};

export const lineChart: ChartSpec = {
  ...columnChart,
  id: 'c-55555555',
  kind: 'line',
  title: 'Emissions fell in both scopes, and Scope 2 fell faster.',
  subtitle: 'Greenhouse-gas emissions, thousand t CO2e, 2017–2024',
  unit: 'thousand t CO2e',
  categories: ['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024'],
  series: [
    { name: 'Scope 1', values: [410, 402, 398, 350, 361, 340, 322, 301], findings: Array(8).fill('f-1') },
    { name: 'Scope 2', values: [280, 262, 240, null, 190, 151, 120, 88], findings: Array(8).fill('f-2') },
  ],
};

export const pieChart: ChartSpec = {
  ...columnChart,
  id: 'c-66666666',
  kind: 'pie',
  title: 'Two thirds of the energy is electricity.',
  subtitle: 'Energy use by carrier, %, 2024',
  unit: '%',
  categories: ['Electricity', 'Diesel', 'Gas', 'Other'],
  series: [{ name: '2024', values: [66, 24, 8, 2], findings: ['f-1', 'f-2', 'f-3', 'f-4'] }],
};

export const allCharts: readonly ChartSpec[] = [
  columnChart,
  groupedChart,
  stackedChart,
  barChart,
  lineChart,
  pieChart,
];

export const report: Report = {
  title: 'Revenue and emissions of Alder Rail',
  asked: ['How did revenue develop?', 'What are the emissions, by scope?'],
  run: 'run-3f2a91c04b77',
  lang: 'en',
  answer: [
    sentence('Revenue of Alder Rail grew from USD 1,204 million in 2020 to USD 1,730 million in 2024.', [
      'e-0000000001',
      'e-0000000002',
    ]),
    sentence('Scope 1 emissions fell by 27% between 2017 and 2024.', ['e-0000000003']),
  ],
  keyFindings: [
    sentence('Revenue was USD 1,730 million in 2024, 14% more than a year before.', ['e-0000000001']),
    sentence('Scope 2 emissions were 88 thousand t CO2e in 2024.', ['e-0000000003']),
  ],
  sections: [
    {
      id: 'q1',
      title: 'Revenue',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            sentence('Revenue rose in each of the five years.', ['e-0000000001']),
            sentence('The growth came from freight.', ['e-0000000002']),
          ],
        },
        { kind: 'chart', chart: columnChart },
        {
          kind: 'table',
          title: 'Revenue by segment, USD million',
          columns: [
            { label: 'Segment', number: false },
            { label: '2023', number: true },
            { label: '2024', number: true },
          ],
          rows: [
            [cell('Passenger'), cell('870', 'f-1'), cell('905', 'f-2')],
            [cell('Freight | other'), cell('n/a'), cell('825', 'f-3')],
          ],
          citations: ['e-0000000002'],
        },
        { kind: 'bullets', items: [sentence('Two depots were opened.', ['e-0000000002'])] },
        {
          kind: 'quote',
          sentence: sentence('We expect freight to overtake passengers by 2030.', ['e-0000000004']),
        },
      ],
    },
    { id: 'q2', title: 'Emissions', blocks: [{ kind: 'chart', chart: lineChart }] },
  ],
  disagreements: [
    sentence('The 2024 report gives 1,512 for 2023; the deck says 1,520.', ['e-0000000001', 'e-0000000004']),
  ],
  open: [sentence('No source gives Scope 3 emissions.')],
  notes: ['"by scope" was read as Scope 1, 2 and 3.'],
  stop: 'done',
  coverage: [
    {
      source: 's-aaaaaaaaaaaa',
      path: 'reports/annual-report-2024.pdf',
      kind: 'pdf',
      pages: 84,
      read: 12,
      lowConfidence: 1,
      skipped: 71,
      failed: 0,
      unreadFigures: [3, 5, 7, 8, 9].map(page => ({
        page,
        caption: `Figure ${page}`,
        failure: { code: 'needs_lens', message: 'A picture that has to be looked at' },
      })),
      failure: null,
    },
    {
      source: 's-bbbbbbbbbbbb',
      path: 'decks/investor_day.pptx',
      kind: 'pptx',
      pages: 20,
      read: 4,
      lowConfidence: 0,
      skipped: 16,
      failed: 0,
      unreadFigures: [],
      failure: null,
    },
  ],
  rejected: [
    { path: 'reports/locked.pdf', failure: { code: 'encrypted', message: 'The file needs a password' } },
  ],
  sources: [
    {
      id: 's-aaaaaaaaaaaa',
      path: 'reports/annual-report-2024.pdf',
      title: 'Annual report 2024',
      sha256: 'ab'.repeat(32),
      kind: 'pdf',
      pages: 84,
      published: '2025-03-14',
    },
    {
      id: 's-bbbbbbbbbbbb',
      path: 'decks/investor_day.pptx',
      title: '',
      sha256: 'cd'.repeat(32),
      kind: 'pptx',
      pages: 20,
      published: '',
    },
  ],
  citations: [
    citation('e-0000000001', { page: 12, label: '10', quote: 'Revenue | 2024: 1,730', confidence: 0.98 }),
    citation('e-0000000002', { page: 40, quote: 'Freight revenue grew to USD 825 million.' }),
    citation('e-0000000003', { page: 61, quote: 'Scope 1 | 2024: 301', route: 'vector', confidence: 0.8 }),
    citation('e-0000000004', {
      source: 's-bbbbbbbbbbbb',
      page: 5,
      route: 'native',
      quote: 'We expect freight to overtake passengers by 2030.',
      confidence: 1,
    }),
  ],
  findingCount: 14,
};

function cell(text: string, ...findings: string[]) {
  return { text, findings };
}

const base = { notes: ['Talk track for this slide.', 'Findings: f-1, f-2.'], findings: ['f-1', 'f-2'] };
const sourceLine = 'Source: Annual report 2024, p. 12.';

export const slides: readonly Slide[] = [
  {
    ...base,
    kind: 'title',
    title: 'Revenue and emissions of Alder Rail',
    subtitle: 'How did revenue develop? What are the emissions, by scope?',
    sourceLine: '',
  },
  {
    ...base,
    kind: 'summary',
    title: 'Alder Rail grew by 44% in four years while its emissions fell',
    points: [
      ...report.answer,
      ...report.keyFindings,
      sentence('Freight closed in on passenger services and reached 48% of revenue in 2024.', [
        'e-0000000002',
      ]),
    ],
    sourceLine,
  },
  {
    ...base,
    kind: 'chart',
    title: 'Revenue of Alder Rail grew every year from 2020 to 2024',
    chart: columnChart,
    points: [sentence('Growth was strongest in 2024, at 14%.'), sentence('Freight made most of it.')],
    sourceLine,
  },
  ...[groupedChart, stackedChart, barChart, lineChart, pieChart].map(
    (chart, index): Slide => ({
      ...base,
      kind: 'chart',
      title: chart.title.replace(/\.$/, index === 1 ? ', stacked' : ''),
      chart,
      points: index % 2 === 0 ? [sentence('Freight closed in from year to year.')] : [],
      sourceLine,
    }),
  ),
  {
    ...base,
    kind: 'table',
    title: 'Freight made up most of the growth between 2021 and 2024',
    heading: 'Revenue by segment, USD million, 2021–2024',
    columns: [
      { label: 'Segment', number: false },
      { label: '2021', number: true },
      { label: '2022', number: true },
      { label: '2023', number: true },
      { label: '2024', number: true },
    ],
    rows: Array.from({ length: 17 }, (_, row) => [
      cell(`Region ${row + 1}, passenger and freight services`),
      ...[0, 1, 2, 3].map(column => cell(String(100 + row * 7 + column * 11), 'f-1')),
    ]),
    sourceLine,
  },
  {
    ...base,
    kind: 'text',
    title: 'The company expects freight to overtake passenger services by 2030',
    points: Array.from({ length: 9 }, (_, index) =>
      sentence(
        `Statement ${index + 1}: the board expects that demand for freight on the northern lines grows faster than capacity, so that two more depots and forty locomotives are needed.`,
      ),
    ),
    sourceLine,
  },
  {
    ...base,
    kind: 'sources',
    title: 'The findings rest on two sources with 104 pages',
    entries: report.sources.map(
      source => `${source.title || source.path}, ${source.path}, ${source.pages} pages`,
    ),
    sourceLine: '',
  },
];

export const deck: Deck = { title: report.title, run: report.run, lang: 'en', slides };
