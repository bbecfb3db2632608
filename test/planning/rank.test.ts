import { describe, expect, test } from 'vitest';
import type { Reading, TableReading, TextReading } from '../../src/domain/reading.ts';
import { type Hit, namedFirst, rankCandidates } from '../../src/planning/rank.ts';
import { question } from '../synthesis/states.ts';

const BASE = { page: 1, box: [0, 0, 1, 1], order: 0, route: 'text-layer', confidence: 1 } as const;

function text(words: string, section: readonly string[] = []): TextReading {
  return { ...BASE, id: 'r-t', kind: 'text', role: 'paragraph', text: words, lines: [], section };
}

function table(rows: readonly (readonly string[])[], section: readonly string[] = []): TableReading {
  const columns = (rows[0] ?? []).map(() => '');
  return {
    ...BASE,
    id: 'r-b',
    kind: 'table',
    title: '',
    columns,
    rows,
    boxes: rows.map(row => row.map(() => null)),
    note: '',
    section,
  };
}

function hit(page: number, reading: Reading, { source = 's-1', score = 1 } = {}): Hit {
  return { source, page, score, reading: { ...reading, page } };
}

const revenue = question();
const pages = (hits: readonly Hit[]) =>
  rankCandidates(revenue, hits).map(({ source, page }) => `${source}/${page}`);

describe('the page that promises most comes first', () => {
  test.each<[name: string, better: Reading, worse: Reading]>([
    [
      'a table row of the metric before prose about it',
      table([['Revenue', '120', '150']]),
      text('Revenue is what we earn.'),
    ],
    [
      'prose with numbers before prose without',
      text('Revenue was $150 million.'),
      text('Revenue matters to us.'),
    ],
    [
      'a row of the metric before a row that only looks like it',
      table([['Revenue', '120']]),
      table([['Deferred charges', '120']]),
    ],
    [
      'the statement before another section',
      table([['Revenue', '1']], ['Consolidated Statements of Income']),
      table([['Revenue', '1']], ['Notes']),
    ],
    [
      'anything before the contents',
      text('Revenue was $150 million.'),
      text('Revenue ........ 12 ....... 14 ....... 15', ['Table of contents']),
    ],
  ])('%s', (_, better, worse) => {
    expect(pages([hit(1, worse), hit(2, better)])).toEqual(['s-1/2', 's-1/1']);
  });
});

describe('what the question says about where to look', () => {
  const items = ['Cost', 'Profit', 'Tax', 'Interest', 'Other', 'Net', 'Basic'].map(label => [label, '1']);
  const income = table([['Revenue', '1', '2'], ...items], ['Consolidated Statements of Income']);
  const discussion = table([['Revenue', '1', '2'], ...items], ['Results of Operations']);
  const terms = (...said: readonly string[]) => ({
    ...revenue,
    terms: said.map(term => ({ term, weight: 1 })),
  });

  test('the statements come before a discussion that repeats them', () => {
    expect(pages([hit(1, discussion), hit(2, income)])).toEqual(['s-1/2', 's-1/1']);
  });

  test('the statement that it names comes before the others', () => {
    const cash = table([['Revenue', '1', '2'], ...items], ['Consolidated Statements of Cash Flows']);
    const asked = terms('statements of cash flows');
    expect(rankCandidates(asked, [hit(1, income), hit(2, cash)])[0]?.page).toBe(2);
  });

  test('of pages alike, the one that has more of the question’s rarer words', () => {
    const asked = terms('revenue', 'anvils', 'china');
    const hits = [
      hit(1, text('Revenue in China.')),
      hit(2, text('Revenue of anvils in China.')),
      hit(3, text('Revenue.')),
    ];
    expect(rankCandidates(asked, hits).map(({ page }) => page)).toEqual([2, 1, 3]);
  });

  test('a page that it names by number comes first, also where the search found nothing on it', () => {
    const asked = terms('revenue', 'page 7', 'page 40');
    const ranked = namedFirst(asked, rankCandidates(asked, [hit(1, income)]), [{ id: 's-1', pageCount: 12 }]);
    expect(ranked.map(({ page }) => page)).toEqual([7, 1]);
  });
});

test('every source gets its best pages, none more than its share', () => {
  const long = Array.from({ length: 30 }, (_, i) => hit(i + 1, table([['Revenue', '1']]), { score: 5 }));
  const ranked = rankCandidates(revenue, [...long, hit(4, text('Revenue.'), { source: 's-2', score: 0.1 })], {
    perSource: 8,
  });
  expect(ranked.filter(({ source }) => source === 's-1')).toHaveLength(8);
  expect(ranked.some(({ source }) => source === 's-2')).toBe(true);
});

test('candidates wait under the id of question, source and page, in an order that does not depend on the hits’', () => {
  const hits = [
    hit(1, text('Revenue rose.')),
    hit(2, text('Revenue rose.')),
    hit(3, table([['Revenue', '1']])),
  ];
  const ranked = rankCandidates(revenue, hits);
  expect(ranked[0]).toMatchObject({ id: 'q1/s-1/3', question: 'q1', status: 'waiting', found: null });
  expect(rankCandidates(revenue, [...hits].reverse())).toEqual(ranked);
});

test('no hits, no candidates', () => {
  expect(rankCandidates(revenue, [])).toEqual([]);
});
