import { describe, expect, it } from 'vitest';
import { isSane, titleOnPages } from '../../../src/documents/pdf/document-title.ts';
import type { TextRole } from '../../../src/domain/reading.ts';
import type { Page } from '../../../src/domain/region.ts';

const CASES: readonly [title: string, sane: boolean][] = [
  ['Annual Report 2024', true],
  ['Sustainability', true],
  ['Microsoft Word - report_final.doc', false],
  ['report.indd', false],
  ['untitled', false],
  ['C:\\Users\\me\\report', false],
  ['10K_2019_FINAL', false],
  ['--', false],
  ['', false],
];

type Text = readonly [role: TextRole, text: string];

function page(number: number, texts: readonly Text[]): Page {
  const regions = texts.map(([role, text]) => ({
    kind: 'text' as const,
    role,
    ...(role === 'title' || role === 'heading' ? { level: 1 } : {}),
    text,
    lines: [],
    box: [0, 0, 1, 0.1] as const,
  }));
  return { page: number, width: 600, height: 800, regions };
}

const PAGES: readonly [name: string, pages: readonly (readonly Text[])[], title: string][] = [
  ['its cover', [[['title', 'Annual Report 2024']], [['heading', 'Our Purpose']]], 'Annual Report 2024'],
  [
    'running footers that say more than the cover',
    [
      [['title', 'Sustainability Report']],
      [['footer', 'ACME SUSTAINABILITY REPORT 2024 2']],
      [['footer', 'ACME SUSTAINABILITY REPORT 2024 3 CLIMATE']],
    ],
    'ACME SUSTAINABILITY REPORT 2024',
  ],
  [
    'running headers, where the first page greets',
    [
      [
        ['header', '2009 Annual Report'],
        ['title', 'Dear Shareholders:'],
      ],
      [['header', '2009 Annual Report']],
    ],
    '2009 Annual Report',
  ],
  [
    'what it is to be cited as',
    [
      [
        ['paragraph', 'RECOMMENDED CITATION'],
        ['paragraph', 'Some Centre, May 2018, “Views on Trade Improve.”'],
      ],
      [['heading', 'About Some Centre']],
    ],
    'Views on Trade Improve',
  ],
  [
    'a heading that names more than a chapter',
    [[['heading', 'Our Purpose']], [['heading', 'Dairy in Nine Countries']]],
    'Dairy in Nine Countries',
  ],
  [
    'no note, and no chapter',
    [[['heading', '² Social, governance >>']], [['heading', 'Table of Contents']]],
    '',
  ],
];

describe('the title of a document is', () => {
  it.each(PAGES)('%s', (_, pages, title) => {
    expect(titleOnPages(pages.map((texts, i) => page(i + 1, texts)))).toBe(title);
  });
});

describe('isSane', () => {
  it.each(CASES)('"%s": %s', (title, sane) => {
    expect(isSane(title)).toBe(sane);
  });
});
